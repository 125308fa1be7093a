"""The scanner against Pandoc, which is the judge of what a citation is."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from octavo.elements import is_label
from octavo.markdown import scan
from octavo.source import SourceFile
from tests.support.markdown_texts import documents
from tests.support.pandoc_citations import pandoc_citekeys

FENCE = "\n\n# Next {{#next-{}}}\n\n"


def scanned_names(text: str) -> tuple[list[str], list[str]]:
    """Give the citekeys and the labels that octavo finds."""
    found = scan(SourceFile("manuscript/10-first.md", text))
    return [citation.citekey for citation in found.citations], [span.text for span in found.references]


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(documents)
def test_citekeys_and_labels_are_those_of_pandoc(text: str) -> None:
    """The scanner finds the citekeys that Pandoc's tree has, in the same order; labels are not among them."""
    names = pandoc_citekeys(text)
    assert scanned_names(text) == (
        [name for name in names if not is_label(name)],
        [name for name in names if is_label(name)],
    )


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet="@ab.-_:*`$[](){}<>!\\\n #~|>%&=\"'1", max_size=60))
def test_places_hold_what_was_found(text: str) -> None:
    """Whatever the text, each span holds exactly the key or target that was found there."""
    found = scan(SourceFile("manuscript/10-first.md", text))
    assert [citation.citekey for citation in found.citations] == [
        citation.span.text for citation in found.citations
    ]
    assert [image.target for image in found.images] == [image.span.text for image in found.images]
    assert [named.name for named in found.identifiers] == [named.span.text for named in found.identifiers]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(documents)
def test_line_ends_do_not_matter(text: str) -> None:
    """A chapter saved with the line ends of Windows cites the same."""
    assert scanned_names(text) == scanned_names(text.replace("\n", "\r\n"))
