"""Texts and files that cost more than they seem: told at once, before anything that takes long reads them."""

import time
from pathlib import Path

import pytest

from octavo.load.files import LARGEST
from octavo.load.tables import read_table
from octavo.markdown.limits import first_excess
from octavo.pandoc import PandocError, run_pandoc, seconds_for
from octavo.source import SourceFile
from tests.support.diagnose import diagnose
from tests.support.least_publication import write_publication

BOOK = "# A\n\nText [@a; @b] with ^[a note] `code` and *words*.\n\n::: note\n- one\n- two\n:::\n\n> said\n\n"


@pytest.mark.parametrize(
    ("piece", "why"),
    [
        ("::: note\n", "boxes"),
        ("::: note\n\nText.\n\n", "boxes"),
        (">", "quotations"),
        ("> ", "quotations"),
        ("[", "brackets"),
        (" ^[", "brackets"),
        ("<!--\n", "comments"),
        ("a <!-- ", "comments"),
        ("<?", "raw blocks"),
        ("\\begin{a}\n\n", "raw blocks"),
        ("{{ ", "templates"),
        ("- ", "lists"),
        ("1. ", "lists"),
        ("| a ", "cells"),
        ("a ", "200,000 characters"),
    ],
)
def test_what_nobody_writes_is_told_at_once(piece: str, why: str) -> None:
    """A megabyte of it is told in a moment, at the line of its excess; what people write is not."""
    text = BOOK + piece * (1_000_000 // len(piece))
    began = time.process_time()

    excess = first_excess(text)

    assert time.process_time() - began < 5
    assert excess
    assert why in excess[1]
    assert first_excess(BOOK * 2_000) is None


def test_lists_within_lists() -> None:
    """Lists that go deeper and deeper are told before they are deeper than Pandoc's tree can be read."""
    excess = first_excess("\n".join(f"{'  ' * level}- x" for level in range(600)))
    assert excess
    assert "lists" in excess[1]
    assert first_excess("\n".join(f"{'    ' * level}- x" for level in range(20))) is None


def test_backticks_of_every_length() -> None:
    """Runs of which none closes another are told: to look for each one's end takes the square of the text."""
    excess = first_excess("\n".join("`" * length for length in range(1, 1_000)))
    assert excess
    assert "marks for code" in excess[1]


def test_the_report_names_chapter_and_line(tmp_path: Path) -> None:
    """C070 and L025: the report says where a chapter has too much, and which file is too large."""
    deep = "# A\n\n" + "::: note\n" * 5_000
    large = "x" * (LARGEST[".md"] + 1)
    root = write_publication(tmp_path, {"manuscript/10-first.md": deep, "manuscript/20-next.md": large})

    found = [(it.code, it.path, it.span.first.line if it.span else 0) for it in diagnose(root)]

    assert ("C070", "manuscript/10-first.md", 53) in found
    assert ("L025", "manuscript/20-next.md", 0) in found


def test_a_template_cannot_print_what_an_author_may_not_write(tmp_path: Path) -> None:
    """What grows without measure is told when a template prints it, too."""
    text = "# A\n\n{% for a in range(5000) %}\n::: note\n{% endfor %}\n"
    found = diagnose(write_publication(tmp_path, {"manuscript/10-first.md": text}))
    assert [it.code for it in found if it.is_error] == ["R007"]


def test_pandoc_has_its_time(tmp_path: Path) -> None:
    """It is ended at its limit, which is a minute, and more for long texts, but never more than ten."""
    began = time.monotonic()
    with pytest.raises(PandocError, match="did not finish"):
        run_pandoc(["--from=markdown", "--to=json"], text=b"[" * 40, folder=tmp_path, time_limit=0.5)
    assert time.monotonic() - began < 10
    (tmp_path / "a.md").write_bytes(bytes(2_000_000))
    assert seconds_for(["--to=json"], b"", tmp_path) == 60
    assert seconds_for(["a.md", "--to=json"], b"", tmp_path) == 120
    assert seconds_for(["--to=json"], bytes(50_000_000), tmp_path) == 600


def test_a_table_has_a_million_cells_at_most() -> None:
    """More are told at their line."""
    text = ",".join(f"c{at}" for at in range(1_000)) + "\n" + (",".join("1" * 1_000) + "\n") * 1_002
    (found,) = read_table(SourceFile("manuscript/data/a.csv", text)).diagnostics
    assert "more than 1,000,000 cells" in found.message
