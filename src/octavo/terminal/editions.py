"""The last thing that a build shows: its editions, as a table or as plain lines."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from octavo.report.count import counted
from octavo.report.stylesheet import STYLES, console_for, has_colour

if TYPE_CHECKING:
    from octavo.pipeline import EditionSummary

_KILOBYTE = 1000
_UNITS = ("B", "kB", "MB", "GB")


def show_editions(editions: Sequence["EditionSummary"], stream: TextIO) -> None:
    """Print editions to a stream: a table on a terminal with colour, else one plain line each."""
    if not editions:
        return
    if has_colour(stream):
        _show_table(editions, stream)
    else:
        stream.writelines(f"{edition_line(edition)}\n" for edition in editions)


def edition_line(edition: "EditionSummary") -> str:
    """Describe an edition in one line, as in `build/x.pdf: 1.2 MB, 38 pages, 120 notes, 3.1 s`."""
    pages = [] if edition.pages is None else [counted(edition.pages, "page")]
    notes, seconds = counted(edition.notes, "note"), f"{edition.seconds:.1f} s"
    parts = ", ".join([size_text(edition.size_bytes), *pages, notes, seconds])
    return f"{shown_path(edition.path)}: {parts}"


def size_text(size_bytes: int) -> str:
    """Write a size with its unit, in powers of 1000, as in "1.2 MB"."""
    size, unit = float(size_bytes), 0
    while round(size, 1) >= _KILOBYTE and unit < len(_UNITS) - 1:
        size, unit = size / _KILOBYTE, unit + 1
    return f"{size:.1f} {_UNITS[unit]}" if unit else f"{size_bytes} B"


def shown_path(path: Path) -> str:
    """Give a path as the user would type it: relative when it is below the current folder."""
    absolute = path.absolute()
    return os.path.relpath(absolute) if absolute.is_relative_to(Path.cwd()) else str(path)


def _show_table(editions: Sequence["EditionSummary"], stream: TextIO) -> None:
    from rich.table import Table  # rich is slow to load and rarely needed
    from rich.text import Text

    table = Table("edition", box=None, pad_edge=False, header_style=STYLES["headline"])
    for heading in ("size", "pages", "notes", "seconds"):
        table.add_column(heading, justify="right")
    for edition in editions:
        pages = "" if edition.pages is None else str(edition.pages)
        row = (size_text(edition.size_bytes), pages, str(edition.notes), f"{edition.seconds:.1f}")
        table.add_row(Text(shown_path(edition.path), overflow="fold"), *row)
    console_for(stream).print(table)
