"""What Pandoc is given to read."""

from pathlib import Path

from octavo.model import Bibliography
from octavo.parse.reading import chapter_file, vetted_bibliography
from tests.support.diagnose import diagnose
from tests.support.least_publication import write_publication
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


def test_one_chapter_has_its_own_names(tmp_path: Path) -> None:
    """Pandoc gives the identifiers of a file no scope when it is the only one: references find them still."""
    text = (
        "# One {#one}\n\nSee @fig:bridge and [above](#one), but not [there](#nowhere).\n\n"
        '![A bridge.](bridge.svg){#fig:bridge alt="A bridge of three spans."}\n'
    )
    files = {
        "manuscript/10-first.md": text,
        "manuscript/bridge.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    }

    found = diagnose(write_publication(tmp_path, files))

    assert [(one.code, one.span.text if one.span else "") for one in found] == [("P004", "#nowhere")]
