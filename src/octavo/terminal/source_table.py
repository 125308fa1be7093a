"""Sources as a table: what is cited where, for people."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from octavo.report.cells import cell_count, visible
from octavo.report.count import counted
from octavo.report.stylesheet import STYLES, console_for, has_colour

if TYPE_CHECKING:
    from octavo.sources.listing import SourceUse

_TITLE_CELLS = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A source as the table shows it."""

    citekey: str
    count: str
    title: str
    places: tuple[str, ...]


def show_sources(uses: Sequence["SourceUse"]) -> None:
    """Print sources to standard output: a table on a terminal with colour, else aligned lines."""
    rows = [source_row(use) for use in (*_cited(uses), *_uncited(uses))]
    if rows and has_colour(sys.stdout):
        _show_table(rows)
    else:
        sys.stdout.writelines(f"{line}\n" for line in source_lines(rows))
    sys.stdout.write(f"{summary_of(uses)}\n")


def source_row(use: "SourceUse") -> Row:
    """Describe a source: its citekey, how often it is cited, its title, the places one by one."""
    from octavo.sources.listing import places_texts, title_of

    title = _shortened(title_of(use.entry)) if use.entry else "(no entry)"
    places = places_texts(use.citations) + [f"named in {place}" for place in places_texts(use.hints)]
    return Row(use.citekey, str(len(use.citations)), title, tuple(places) or ("nowhere",))


def source_lines(rows: Sequence[Row]) -> list[str]:
    """Write rows as lines whose cells stand below each other."""
    if not rows:
        return []
    key, count, title = (
        max(map(cell_count, column))
        for column in zip(*((row.citekey, row.count, row.title) for row in rows), strict=True)
    )
    return [
        f"{_padded(row.citekey, key)}  {row.count:>{count}}  {_padded(row.title, title)}"
        f"  {visible('; '.join(row.places))}"
        for row in rows
    ]


def summary_of(uses: Sequence["SourceUse"]) -> str:
    """Count sources, as in "3 sources, cited 7 times; 1 is never cited; 1 citekey has no entry"."""
    known = [use for use in uses if use.entry]
    unused = sum(use.is_unused for use in known)
    missing = len(uses) - len(known)
    parts = [
        f"{counted(len(known), 'source')}, cited {counted(sum(len(use.citations) for use in known), 'time')}"
    ]
    parts += [f"{unused} {'is' if unused == 1 else 'are'} never cited"] if unused else []
    parts += (
        [f"{counted(missing, 'citekey')} {'has' if missing == 1 else 'have'} no entry"] if missing else []
    )
    return "; ".join(parts)


def _cited(uses: Sequence["SourceUse"]) -> list["SourceUse"]:
    return [use for use in uses if not use.is_unused]


def _uncited(uses: Sequence["SourceUse"]) -> list["SourceUse"]:
    return [use for use in uses if use.is_unused]


def _shortened(title: str) -> str:
    shown = visible(title)
    if cell_count(shown) <= _TITLE_CELLS:
        return shown
    while cell_count(shown) >= _TITLE_CELLS:
        shown = shown[:-1]
    return f"{shown.rstrip()}…"


def _padded(text: str, width: int) -> str:
    return visible(text) + " " * (width - cell_count(text))


def _show_table(rows: Sequence[Row]) -> None:
    from rich.table import Table  # rich is slow to load and rarely needed
    from rich.text import Text

    table = Table("citekey", box=None, pad_edge=False, header_style=STYLES["headline"])
    table.add_column("cited", justify="right")
    table.add_column("title", max_width=_TITLE_CELLS)
    table.add_column("where")
    for row in rows:
        cells = (row.citekey, row.count, row.title, "\n".join(map(visible, row.places)))
        table.add_row(*(Text(cell, overflow="fold") for cell in cells))
    console_for(sys.stdout).print(table)
