import os
from pathlib import Path

import pytest

from octavo.source import SourceFile
from octavo.sources.entry_text import take_apart
from octavo.sources.tidying import Tidied, tidy_bibliography, tidy_file
from octavo.sources.writing import write_whole
from tests.support.least_publication import write_publication


def tidied(text: str) -> Tidied:
    """Tidy a text that can be."""
    value = tidy_file(Path("a.bib"), SourceFile("a.bib", text)).value
    assert value
    return value


def test_an_entry_is_laid_out() -> None:
    """Names are small, in one order and one column; quotes and numbers get braces; unknown ones are last."""
    before = """@Article{ one2000 ,URL="https://a.example/", zz = "z", Title = "The {B}", month=jan,
      year=2000 , AUTHOR={ Doe, Jane }}"""

    assert (
        tidied(before).text
        == """\
@article{one2000,
  author = {Doe, Jane},
  title  = {The {B}},
  year   = {2000},
  month  = jan,
  url    = {https://a.example/},
  zz     = {z},
}
"""
    )


def test_what_stands_between_entries_stays() -> None:
    """Comments stay where they are; only blank lines change."""
    before = "\n\n% top\n\n\n\n@string{a = {b}}\n@misc{x,}  % side\n@misc{y,}@comment{z}\n% last\n\n\n"
    after = "% top\n\n\n\n@string{a = {b}}\n@misc{x,\n}  % side\n@misc{y,\n}@comment{z}\n% last\n"

    assert tidied(before).text == after


def test_entries_are_parted_by_a_line() -> None:
    """Between two entries is one blank line, and the file ends with a line end."""
    assert (
        tidied("@misc{x,\n}\n@misc{y,\n}\n\n\n@misc{z,\n}").text
        == "@misc{x,\n}\n\n@misc{y,\n}\n\n@misc{z,\n}\n"
    )


def test_entries_on_one_line_are_tidied_at_once() -> None:
    """An entry behind another one on a line is laid out like the first: tidying again changes nothing."""
    once = tidied("@book{a, title={A}} @book{b, title={B}} % @book{c, title={C}}\n").text

    assert once == ("@book{a,\n  title = {A},\n}\n\n@book{b,\n  title = {B},\n} % @book{c, title={C}}\n")
    assert tidied(once).text == once


def test_only_blanks_at_the_ends_of_values_go() -> None:
    """A space that does not break is a part of the value."""
    assert "  title = {T\u00a0}," in tidied("@book{a, title={ T\u00a0 }}\n").text


def test_line_ends_stay() -> None:
    """A file of Windows stays one."""
    assert tidied("@misc{x, title={A}}\r\n").text == "@misc{x,\r\n  title = {A},\r\n}\r\n"


def test_joined_values_stay() -> None:
    """A value that is joined, or is the name of a `@string`, keeps what it is made of."""
    before = '@string{un = "UN"}\n@misc{x, publisher = un#" and "  #{Co}, title = un}'

    assert tidied(before).text.endswith('{x,\n  title     = un,\n  publisher = un # " and " # {Co},\n}\n')


@pytest.mark.parametrize(
    "raw",
    [
        "@misc{x,\n  % a remark\n  title={A},\n}",
        "@misc(x, title={A})",
        "@misc{x, title={A \\{ B}, note={C \\} D}}",
        '@misc{x, title="G\\"odel"}',
        "@misc{x, title={A} note={B}}",
        "@misc{x, title=}",
        "@misc{x y, title={A}}",
        "@misc{x, title={A}} }",
    ],
)
def test_what_programs_differ_about_is_not_taken_apart(raw: str) -> None:
    """An entry that BibTeX programs may read in different ways has no parts."""
    assert take_apart(raw) is None


def test_odd_entries_stay() -> None:
    """An entry with a remark in it, or behind one, stays as it stands and is named; others are laid out."""
    odd = "@misc{x,\n  % a remark\n  title={A},\n}\n\n% @misc{off, title={A}}\n"

    after = tidied(f"{odd}\n@misc{{y, title={{B}}}}\n")

    assert after.text == f"{odd}\n@misc{{y,\n  title = {{B}},\n}}\n"
    assert [entry.citekey for entry in after.odd] == ["x", "off"]
    assert [entry.citekey for entry in after.changed] == ["y"]


def test_a_broken_file_is_told_and_left(tmp_path: Path) -> None:
    """A file with an entry that cannot be read is not among the tidied; the other is."""
    files = {"bibliography/a.bib": "@misc{x, title={A}\n\n@misc{y,}\n", "bibliography/b.bib": "@misc{z,}"}

    outcome = tidy_bibliography(write_publication(tmp_path, files))

    assert [tidied.source.path for tidied in outcome.value] == ["bibliography/b.bib"]
    assert [(found.code, found.path) for found in outcome.diagnostics] == [("L008", "bibliography/a.bib")]


def test_our_own_bibliography_is_tidy() -> None:
    """The sources of the analysis are laid out as octavo lays out sources."""
    outcome = tidy_bibliography(Path(__file__).parents[3])

    assert outcome.diagnostics == ()
    assert [(tidied.source.path, tidied.changed) for tidied in outcome.value if tidied.is_changed] == []


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """The new text replaces the file behind a link; mode and byte order mark stay, nothing lies about."""
    file, link = tmp_path / "real.bib", tmp_path / "link.bib"
    file.write_bytes("\ufeffold".encode())
    file.chmod(0o640)
    link.symlink_to(file)

    write_whole(link, "ніч")

    assert link.is_symlink()
    assert file.read_bytes() == "\ufeffніч".encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.bib", "real.bib"]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses, the old file is as it was."""
    file = tmp_path / "a.bib"
    file.write_text("old", encoding="utf-8")

    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, "new")

    assert [path.name for path in tmp_path.iterdir()] == ["a.bib"]
    assert file.read_text(encoding="utf-8") == "old"
