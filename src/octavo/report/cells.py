"""Text as a terminal shows it: how many cells each character takes, and lines cut to fit."""

import unicodedata
from dataclasses import dataclass

TAB = "    "
ELLIPSIS = "…"
LINE_CELLS = 100
"""Cells of a source line that a report shows at most, ellipses not counted."""

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line ready to print: its text, and the cells that the carets stand under."""

    text: str
    caret_start: int
    caret_count: int


def visible(text: str) -> str:
    """Return text in which tabs are spaces and characters that steer a terminal are drawn instead.

    Control characters become their pictures (U+2400 onward, Unicode chapter 22.7); what turns the
    direction of writing, and lone surrogates, become U+FFFD: a report shows what stands there.
    """
    return "".join(_shown(char) for char in text)


def cell_count(text: str) -> int:
    """Count the terminal cells of text: 2 for East Asian wide characters, 0 for combining marks."""
    return sum(_width(char) for char in visible(text))


def excerpt(line: str, start: int, end: int) -> Excerpt:
    """Make the excerpt of a line for the span of its characters from `start` up to `end`.

    A line of more than `LINE_CELLS` cells is cut on both sides around the span. An empty span, or
    one that begins past the end of the line, gets one caret.
    """
    before, inside = cell_count(line[:start]), cell_count(line[start:end])
    shown = visible(line)
    left = _cut_place(cell_count(line), before, inside)
    text, skipped = _window(shown, left)
    opening = ELLIPSIS if skipped else ""
    closing = ELLIPSIS if skipped + cell_count(text) < cell_count(line) else ""
    caret_start = before - skipped + len(opening)
    room = cell_count(opening + text) - caret_start
    return Excerpt(opening + text + closing, caret_start, max(1, min(inside, room)))


def _shown(char: str) -> str:
    if char == "\t":
        return TAB
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or char in _BIDI_CONTROLS:
        return "\ufffd"
    return char


def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} and char != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _cut_place(total: int, before: int, inside: int) -> int:
    """Choose the cell at which the shown part of a line of `total` cells begins."""
    if total <= LINE_CELLS:
        return 0
    context = (LINE_CELLS - min(inside, LINE_CELLS)) // 2
    return max(0, min(before - context, total - LINE_CELLS))


def _window(shown: str, left: int) -> tuple[str, int]:
    """Return what is shown from cell `left` on, and the number of cells really left out before."""
    cell, kept = 0, ""
    skipped = 0
    for char in shown:
        width = _width(char)
        if cell < left or (not kept and width == 0 and left):
            skipped = cell + width
        elif cell + width <= skipped + LINE_CELLS:
            kept += char
        else:
            break
        cell += width
    return kept, skipped
