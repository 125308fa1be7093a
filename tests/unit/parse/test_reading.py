"""What Pandoc is given to read."""

from octavo.model import Bibliography
from octavo.parse.reading import chapter_file, vetted_bibliography
from tests.support.models import make_bibliography, make_publication


def test_only_cited_entries_are_given() -> None:
    """Pandoc sees each cited entry as it stands, in the order of citekeys; unknown ones are left out."""
    bibliography = make_bibliography("roe1999", "doe2020", "unused")
    publication = make_publication(
        bibliography=Bibliography(bibliography.entries, strings=("@string{x = {y}}",))
    )

    text = vetted_bibliography(publication, ["roe1999", "doe2020", "gone", "roe1999"])

    entries = bibliography.entries
    assert text == f"@string{{x = {{y}}}}\n\n{entries['doe2020'].raw}\n\n{entries['roe1999'].raw}\n\n"


def test_the_order_of_entries_changes_nothing() -> None:
    """The same entries in another order are the same bibliography."""
    forth, back = make_bibliography("a", "b", "c"), make_bibliography("c", "b", "a")

    assert vetted_bibliography(make_publication(bibliography=forth), "abc") == vetted_bibliography(
        make_publication(bibliography=back), "cab"
    )


def test_files_are_named_by_number() -> None:
    """The name that Pandoc puts before identifiers tells the chapter."""
    assert chapter_file(12) == "chapter-12.md"
