"""The colours of the terminal: the only module that knows any."""

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

from octavo.report.pieces import Piece, Role

if TYPE_CHECKING:
    from rich.console import Console

STYLES: Mapping[Role, str] = {
    "plain": "none",
    "error": "bold red",
    "warning": "bold yellow",
    "headline": "bold",
    "place": "none",
    "gutter": "blue",
    "caret": "bold red",
    "hint": "bold green",
    "note": "bold cyan",
    "done": "dim",
}


def has_colour(stream: TextIO) -> bool:
    """Tell whether a stream is a terminal and its user wants colour (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def console_for(stream: TextIO) -> "Console":
    """Make the rich console that prints to a stream."""
    from rich.console import Console  # rich is slow to load and rarely needed

    return Console(file=stream, highlight=False, emoji=False, markup=False)


def paint(pieces: Iterable[Piece], stream: TextIO) -> None:
    """Print pieces to a stream, in colour where it may have colour."""
    if not has_colour(stream):
        stream.writelines(piece.text for piece in pieces)
        return
    console = console_for(stream)
    for piece in pieces:
        console.print(piece.text, style=STYLES[piece.role], end="", soft_wrap=True)
