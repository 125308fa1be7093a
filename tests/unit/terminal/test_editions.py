import io
from dataclasses import dataclass
from pathlib import Path

import pytest

from octavo.terminal.editions import edition_line, show_editions, shown_path, size_text


@dataclass(frozen=True)
class Edition:
    """What the pipeline says of an edition."""

    path: Path
    size_bytes: int = 1_234_567
    pages: int | None = 38
    notes: int = 1
    seconds: float = 3.14


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("size_bytes", "expected"),
    [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (999_999, "1.0 MB"), (1_250_000, "1.2 MB")],
)
def test_size_has_the_unit_that_suits_it(size_bytes: int, expected: str) -> None:
    """A size is shown with one decimal and never as 1000 of a unit."""
    assert size_text(size_bytes) == expected


def test_path_below_the_current_folder_is_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path is shown as the user would type it."""
    monkeypatch.chdir(tmp_path)

    assert shown_path(tmp_path / "build" / "made-up.pdf") == "build/made-up.pdf"
    assert shown_path(Path("build/made-up.pdf")) == "build/made-up.pdf"
    assert shown_path(tmp_path.parent / "made-up.pdf") == str(tmp_path.parent / "made-up.pdf")


def test_line_leaves_out_pages_that_are_unknown() -> None:
    """An edition without pages has no page count."""
    edition = Edition(Path("build/made-up.epub"), pages=None)

    assert edition_line(edition) == "build/made-up.epub: 1.2 MB, 1 note, 3.1 s"  # type: ignore[arg-type]


def test_without_a_terminal_there_is_one_line_each() -> None:
    """A pipe gets one plain line for each edition."""
    stream = io.StringIO()

    show_editions([Edition(Path("build/made-up.pdf"))], stream)  # type: ignore[list-item]

    assert stream.getvalue() == "build/made-up.pdf: 1.2 MB, 38 pages, 1 note, 3.1 s\n"


def test_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets a table with one row for each edition."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()

    show_editions([Edition(Path("build/[made]-up.pdf"))], stream)  # type: ignore[list-item]

    heading, row = stream.getvalue().splitlines()
    assert "seconds" in heading
    assert row.split() == ["build/[made]-up.pdf", "1.2", "MB", "38", "1", "3.1"]


def test_no_editions_are_nothing() -> None:
    """A check, which makes no editions, shows none."""
    stream = io.StringIO()

    show_editions([], stream)

    assert stream.getvalue() == ""
