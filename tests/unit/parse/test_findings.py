"""What shows only once Pandoc has read the text."""

from pathlib import Path

import pytest

from octavo.ast import Node
from octavo.diagnostics import Diagnostic
from octavo.model import Publication, RenderedChapter
from octavo.pandoc import LogRecord
from octavo.parse.findings import chapter_findings, link_findings, pandoc_failure, pandoc_findings
from octavo.parse.pictures import place_pictures
from octavo.source import SourceFile
from octavo.transforms.chapters import CHAPTER_MARKER
from tests.support.models import (
    make_bibliography,
    make_chapter,
    make_metadata,
    make_publication,
    make_rendering,
)
from tests.support.trees import cite, image, note, paragraph, raw

HEAD = "---\nmatter: main\n---\n"


def publication_of(text: str) -> Publication:
    """Make a publication of one chapter."""
    return make_publication(make_chapter(HEAD + text))


def findings(text: str, *blocks: Node, citekeys: frozenset[str] = frozenset()) -> list[Diagnostic]:
    """Give the findings in the blocks of one chapter."""
    chapter = publication_of(text).chapters[0]
    return chapter_findings(RenderedChapter(chapter, text, citekeys, ()), list(blocks))


def place(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    """Give code, line, column and text of a diagnostic."""
    assert diagnostic.span
    first = diagnostic.span.first
    return (diagnostic.code, first.line, first.column, diagnostic.span.text)


def test_a_citation_that_only_pandoc_saw_is_told() -> None:
    """P002: what octavo had not checked never gets into an edition."""
    found = findings(
        "See @doe and @roe.\n", paragraph(cite("doe", 1), cite("roe", 1)), citekeys=frozenset({"roe"})
    )

    assert [place(diagnostic) for diagnostic in found] == [("P002", 4, 6, "doe")]


def test_raw_content_is_told_where_it_stands() -> None:
    """P003: each piece, on its first line; for a piece that templates printed, on the file."""
    found = findings(
        "A line<br>break.\n\n<div\n  x>\n",
        paragraph(raw("html", "<br>")),
        raw("html", "<div\n  x>", is_block=True),
        paragraph(raw("tex", "\\emph{x}")),
    )

    assert [place(diagnostic) for diagnostic in found[:2]] == [("P003", 4, 7, "<br>"), ("P003", 6, 1, "<div")]
    assert (found[2].code, found[2].span, found[2].path) == ("P003", None, "manuscript/10-first.md")


def test_a_note_in_a_note_is_told() -> None:
    """P005 stands on the inner note."""
    found = findings("A^[outer^[inner]]\n", paragraph(note("outer", note("inner"))))

    assert [place(diagnostic) for diagnostic in found] == [("P005", 4, 11, "inner")]


def test_a_note_in_an_image_within_a_line_is_told() -> None:
    """P008 stands on the note."""
    shown = image("a.png")
    shown["c"][1] = [note("lost")]

    found = findings("A ![b^[lost]](a.png)\n", paragraph("A", shown))

    assert [place(diagnostic) for diagnostic in found] == [("P008", 4, 8, "lost")]


@pytest.mark.parametrize(
    ("identifier", "hint"),
    [
        ("sec:methd", "did you mean `#sec:method`?"),
        ("zzz", "give the heading, figure or table the attribute `{#zzz}`"),
    ],
)
def test_a_link_to_nothing_is_told(identifier: str, hint: str) -> None:
    """P004 stands on the target in its own chapter, and proposes the nearest identifier of any chapter."""
    publication = make_publication(
        make_chapter("# M {#sec:method}\n"), make_chapter(f"See [it](#{identifier}).\n", "manuscript/20-b.md")
    )

    (found,) = link_findings(make_rendering(publication), [("chapter-2.md", identifier)])

    assert place(found) == ("P004", 1, 10, f"#{identifier}")
    assert (found.path, found.hint) == ("manuscript/20-b.md", hint)


def test_an_image_that_only_pandoc_saw_is_told() -> None:
    """P007: an image that octavo has not checked is in no edition."""
    publication = publication_of("![Map][map]\n\n[map]: map.svg\n")
    blocks = [[paragraph(image("map.svg"))]]

    (found,) = place_pictures(blocks, make_rendering(publication))

    assert place(found) == ("P007", 6, 8, "map.svg")
    assert blocks == [[paragraph(image("map.svg"))]]


def test_a_warning_stands_on_the_line_of_its_author() -> None:
    """P006: Pandoc's line, less the marker, plus the chapter's metadata block."""
    rendering = make_rendering(publication_of("A\n\n[^x]: never called\n"))
    line = 3 + CHAPTER_MARKER.count("\n")
    text = "Note with key 'x' defined at chapter-1.md line 5 column 1\n but not used."
    record = LogRecord("NoteDefinedButNotUsed", "WARNING", text, "chapter-1.md", line)

    (found,) = pandoc_findings(rendering, [record])

    assert place(found) == ("P006", 6, 1, "[^x]: never called")
    assert found.message == "no text calls the note `[^x]`"


def test_a_warning_in_a_chapter_with_templates_names_no_line() -> None:
    """Lines of rendered text are not the author's: no line is better than a wrong one."""
    rendering = make_rendering(publication_of("{{ 1 }}\n"), markdown=["1\n"])

    (found,) = pandoc_findings(
        rendering, [LogRecord("X", "WARNING", "Odd at chapter-1.md line 3 column 1.", "chapter-1.md", 3)]
    )

    assert (found.span, found.path) == (None, "manuscript/10-first.md")
    assert found.message == "Pandoc warns: Odd"


@pytest.mark.parametrize(
    ("body", "markdown", "line", "expected"),
    [
        ("::: note\nA\n\n{{ 1 }}\n", "::: note\nA\n\n1\n", 1, 4),
        ("{{ 1 }}\n\n::: note\nA\n\n::: note\nB\n", "1\n2\n\n::: note\nA\n\n::: note\nB\n", 7, 9),
        ("::: note\n{% for %}\n::: note\n", "::: note\n::: note\n::: note\n", 3, 4),
    ],
)
def test_a_warning_in_a_chapter_with_templates_finds_its_line(
    body: str, markdown: str, line: int, expected: int
) -> None:
    """A line that templates moved is the author's line that reads the same; of several, the same one."""
    rendering = make_rendering(publication_of(body), markdown=[markdown])
    record = LogRecord(
        "UnclosedDiv", "WARNING", "Div unclosed", "chapter-1.md", line + CHAPTER_MARKER.count("\n")
    )

    (found,) = pandoc_findings(rendering, [record])

    assert place(found) == ("P012", expected, 1, "::: note")


def test_a_source_that_the_style_does_not_list_is_named() -> None:
    """P006 stands on the entry, in octavo's words: its note is printed, its entry is not."""
    bibliography = make_bibliography("doe2020")
    rendering = make_rendering(make_publication(make_chapter(""), bibliography=bibliography))
    text = "Citeproc: Bibliography entry with no printed form: doe2020"

    (found,) = pandoc_findings(rendering, [LogRecord("CiteprocWarning", "WARNING", text)])

    assert found.span == bibliography.entries["doe2020"].key_span
    assert found.message == (
        "the citation style leaves `doe2020` out of the list of sources; only its notes name it"
    )


def test_harmless_warnings_are_not_passed_on() -> None:
    """Equal headings in one chapter are no fault: identifiers are made unique later."""
    rendering = make_rendering(publication_of(""))

    assert pandoc_findings(rendering, [LogRecord("DuplicateIdentifier", "WARNING", "x")]) == []


def test_an_entry_that_pandoc_refuses_is_named(tmp_path: Path) -> None:
    """P001 stands on the citekey of the entry in whose lines Pandoc stopped."""
    bibliography = make_bibliography("doe2020", "roe1999")
    publication = make_publication(make_chapter(""), bibliography=bibliography, work_path=tmp_path)
    (tmp_path / "text").mkdir()
    text = "\n\n".join(entry.raw for entry in bibliography.entries.values())
    (tmp_path / "text" / "bibliography.bib").write_text(text, encoding="utf-8")

    (found,) = pandoc_failure(make_rendering(publication), 'Error at "bibliography.bib" (line 6, column 3):')

    assert place(found) == ("P001", 5, 7, "roe1999")
    assert found.message == "Pandoc cannot read the entry `roe1999`"


def test_a_style_that_citeproc_refuses_is_named() -> None:
    """P001 stands on the style's name in the metadata."""
    source = SourceFile("manuscript/metadata.yaml", "csl: broken.csl\n")
    metadata = make_metadata(csl="broken.csl", spans={"csl": source.span(5, 15)})
    publication = make_publication(make_chapter(""), metadata=metadata)

    (found,) = pandoc_failure(make_rendering(publication), "CiteprocParseError: no layout")

    assert place(found) == ("P001", 1, 6, "broken.csl")


def test_another_failure_of_pandoc_is_quoted() -> None:
    """P001 without a place gives Pandoc's own words as a note."""
    (found,) = pandoc_failure(make_rendering(publication_of("")), "heap exhausted")

    assert (found.code, found.path, found.notes) == ("P001", "manuscript", ("heap exhausted",))
