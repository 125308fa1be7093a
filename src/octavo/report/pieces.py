"""A report as pieces of text that know their role: the same report is printed plain or in colour."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Role = Literal["plain", "error", "warning", "headline", "place", "gutter", "caret", "hint", "note", "done"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a report; its role decides its colour where there is colour."""

    text: str
    role: Role = "plain"


def plain_text(pieces: Iterable[Piece]) -> str:
    """Join pieces to text without colour."""
    return "".join(piece.text for piece in pieces)
