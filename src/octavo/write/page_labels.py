"""Labels of pages: a reader's program counts as the folios do, so that "go to page 12" finds page 12.

ISO 32000-2, 12.4.2: a label range begins at a page's index and gives its style and its first number.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

BLANK = "blank"
"""What stands for the name of a page that only fills up, so that the next one may be a right-hand page."""

_ROMAN_PARTS = frozenset({"front", "preface"})
_FIRST_PART = "beginning"
_WITHOUT_FOLIO = frozenset({"cover", BLANK})
_ROMAN_NUMERALS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


@dataclass(frozen=True, slots=True)
class LabelRange:
    """Pages from `index` (from 0) on are counted from `first`, in lower roman `r` or decimal `D` numbers."""

    index: int
    style: Literal["r", "D"]
    first: int


def label_ranges(parts: Sequence[str]) -> list[LabelRange]:
    """Return the ranges for pages that belong to `parts`, the names of their `@page` rules.

    They follow the stylesheet's roman folios: the front matter is i, ii, iii, and the first chapter begins
    on page 1. The cover and empty pages have no folio and count with what is round them.
    """
    ranges: list[LabelRange] = []
    for index, (style, number) in enumerate(_numbers(parts)):
        last = ranges[-1] if ranges else None
        if last is None or (last.style, last.first + index - last.index) != (style, number):
            ranges.append(LabelRange(index, style, number))
    return ranges


def _numbers(parts: Iterable[str]) -> Iterator[tuple[Literal["r", "D"], int]]:
    number, has_begun = 0, False
    style: Literal["r", "D"] = "r"
    for part in parts:
        is_first = part == _FIRST_PART and not has_begun
        has_begun = has_begun or is_first
        number = 1 if is_first else number + 1
        if part in _ROMAN_PARTS:
            style = "r"
        elif part not in _WITHOUT_FOLIO:
            style = "D"
        yield style, number


def labels_of(parts: Sequence[str], *, has_roman_front: bool) -> list[str]:
    """Return the folio of each page, as it is printed or would be."""
    if not has_roman_front:
        return [str(number) for number in range(1, len(parts) + 1)]
    return [roman(number) if style == "r" else str(number) for style, number in _numbers(parts)]


def roman(number: int) -> str:
    """Write a number in lower roman numerals."""
    written = ""
    for value, letters in _ROMAN_NUMERALS:
        count, number = divmod(number, value)
        written += letters * count
    return written
