"""An entry of BibTeX taken apart strictly, so that each of its parts can be put back as it stands.

What BibTeX programs read in different ways (braces behind backslashes, remarks within an entry, round
brackets around it) is not taken apart: such an entry is better left as its author wrote it.
"""

import re
from dataclasses import dataclass

_OPENING = re.compile(r"@(\w+)[ \t]*\{\s*([^\s{}()=\",#%]+)\s*(?:,\s*|(?=\}))")
_NAME = re.compile(r"([A-Za-z][\w-]*)\s*=\s*")
_WORD = re.compile(r"[^\s{}\"#,=%\\]+")
_JOINT = re.compile(r"\s*#\s*")
_SEPARATOR = re.compile(r"\s*,\s*|\s*(?=\})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a value, of those that `#` joins: the text between its marks (`{`, `"` or "" for a word)."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class EntryText:
    """The parts of an entry: kind, citekey, fields in their order, each with the pieces of its value."""

    kind: str
    citekey: str
    fields: tuple[tuple[str, tuple[Piece, ...]], ...]


def take_apart(raw: str) -> EntryText | None:
    """Take an entry apart; None when any part of it is not of the plain kind."""
    opening = _OPENING.match(raw)
    if not opening:
        return None
    fields: list[tuple[str, tuple[Piece, ...]]] = []
    place = opening.end()
    while raw[place : place + 1] != "}":
        name = _NAME.match(raw, place)
        value = _read_value(raw, name.end()) if name else None
        end = _SEPARATOR.match(raw, value[1]) if value else None
        if not name or not value or not end:
            return None
        fields.append((name[1], value[0]))
        place = end.end()
    if place != len(raw) - 1:
        return None
    return EntryText(opening[1], opening[2], tuple(fields))


def _read_value(raw: str, start: int) -> tuple[tuple[Piece, ...], int] | None:
    pieces: list[Piece] = []
    place = start
    while piece := _read_piece(raw, place):
        pieces.append(piece[0])
        joint = _JOINT.match(raw, piece[1])
        if not joint:
            return tuple(pieces), piece[1]
        place = joint.end()
    return None


def _read_piece(raw: str, start: int) -> tuple[Piece, int] | None:
    mark = raw[start : start + 1]
    if mark not in {"{", '"'}:
        word = _WORD.match(raw, start)
        return (Piece("", word[0]), word.end()) if word else None
    end = _closing(raw, start, mark)
    return (Piece(mark, raw[start + 1 : end]), end + 1) if end else None


def _closing(raw: str, start: int, mark: str) -> int | None:
    """Find where a value ends that begins at `start`; None when programs would differ about it."""
    depth = 0
    for place in range(start + 1, len(raw)):
        char = raw[place]
        if char not in {"{", "}", '"'}:
            continue
        is_escaped = raw[place - 1] == "\\"
        if is_escaped and (char != '"' or (mark == '"' and depth == 0)):
            return None
        if depth == 0 and char == {"{": "}", '"': '"'}[mark]:
            return place
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth < 0:
            return None
    return None
