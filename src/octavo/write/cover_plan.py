"""How names and drawing share the cover: names of many authors stand in columns, and the drawing gives way.

All measures are in units, hundredths of the cover's width; x from its left edge, y from its top. Type is
not measured but estimated from the number of its letters, a little too wide rather than too narrow.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from types import MappingProxyType

from octavo.model import Metadata
from octavo.write.cover_title import title_units

LEFT, TOP, FOOT = 10.0, 24.0, 9.0
"""Where all type begins, where the title does, and how far above the lower edge the date ends."""
_COLUMN = 58.0
"""The widest line of names that are not in columns."""
_WHOLE = 80.0
_LETTER_EM = 0.46
_IN_A_ROW = 5
"""So many names read well one after the other; more are a list."""
_IN_TWO_COLUMNS = 16
_AT_MOST = 36
"""More names than fit in three columns follow each other in small type."""
_AIR = 1.2
_LARGEST, _LEAST, _STEP = 100, 44, 4
_SAMPLES = 16

_Line = tuple[float, float]
"""A line of type: where it ends at the right, and its edge towards the drawing."""

_Outline = Sequence[tuple[float, float]]
_UPPER: Mapping[str, _Outline] = MappingProxyType(
    {
        "fan": ((35, 78), (37, 64), (41, 51), (47, 39), (55, 28), (65, 19), (76, 12), (88, 7), (101, 4)),
        "band": ((-1, 59), (101, 15)),
    }
)
_LOWER: Mapping[str, _Outline] = MappingProxyType(
    {
        "fan": ((35, 78), (41, 82.5), (50, 86.8), (59, 90), (68, 92.5), (80, 95.8), (101, 101)),
        "band": ((-1, 84.5), (101, 40.5)),
    }
)
"""The upper and the lower edge of what `cover.svg.j2` draws on its 100 by 100."""


@dataclass(frozen=True, slots=True)
class CoverPlan:
    """The number of columns for the names (0: one after the other), their size, and the drawing's place.

    The drawing is `art_height` high and `art_lift` above the lower edge; 0 means that it has no room.
    """

    columns: int
    names_size: float
    art_height: float
    art_lift: float


def cover_plan(metadata: Metadata, layout: str, date_line: str, width: float, height: float) -> CoverPlan:
    """Plan a cover of a size in units, so that no type stands on its drawing."""
    columns, size = _names(metadata)
    above = tuple(_above(metadata, layout))
    below = tuple((right, height - up) for right, up in _below(metadata, date_line, columns, size))
    for art_height in range(_LARGEST, _LEAST, -_STEP) if layout in _UPPER else ():
        place = _Place(layout, art_height, width, height)
        lift = max([0.0, *(place.lowest(right) - top + _AIR for right, top in below)])
        if all(place.highest(right) - lift >= bottom + _AIR for right, bottom in above):
            return CoverPlan(columns, size, art_height, round(lift, 2))
    return CoverPlan(columns, size, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Place:
    """A drawing of a height at the foot of the cover: a fan at its right, a band from edge to edge."""

    layout: str
    art_height: float
    width: float
    height: float

    def lowest(self, right: float) -> float:
        """Return how far down the drawing reaches over a line that ends there, or 0."""
        return max(self._edge(_LOWER[self.layout], right), default=0.0)

    def highest(self, right: float) -> float:
        """Return how far up it reaches under a line that ends there, or the cover's height."""
        return min(self._edge(_UPPER[self.layout], right), default=self.height)

    def _edge(self, outline: _Outline, right: float) -> Iterator[float]:
        scale = self.art_height / 100
        wide = self.width / 100 if self.layout == "band" else scale
        for index in range(_SAMPLES + 1):
            x = LEFT + (right - LEFT) * index / _SAMPLES
            y = _at(outline, (x - self.width) / wide + 100)
            if y is not None:
                yield self.height - self.art_height + y * scale


def _names(metadata: Metadata) -> tuple[int, float]:
    """Return the number of columns for the names, and their size."""
    count, letters = len(metadata.authors), len(", ".join(author.name for author in metadata.authors))
    if _IN_A_ROW < count <= _IN_TWO_COLUMNS:
        return 2, 2.1
    if _IN_TWO_COLUMNS < count <= _AT_MOST:
        return 3, 1.8
    return 0, 2.7 if letters <= 90 else 2.2 if letters <= 150 else 1.8


def _above(metadata: Metadata, layout: str) -> Iterator[_Line]:
    """Yield where the title and the subtitle end."""
    size = title_units(metadata.title, layout)
    lines, right = _set([metadata.title], size, _WHOLE)
    bottom = TOP + lines * size * 1.1
    yield right, bottom
    if metadata.subtitle:
        lines, right = _set([metadata.subtitle], 2.9, 64.0)
        yield right, bottom + 7 + lines * 2.9 * 1.4


def _below(metadata: Metadata, date_line: str, columns: int, size: float) -> Iterator[_Line]:
    """Yield how far above the lower edge the date and the names begin."""
    names = [author.name for author in metadata.authors]
    _, right = _set([date_line], 2.1, _WHOLE)
    up = FOOT + 2.1 * 1.4
    yield right, up
    if columns:
        column = _WHOLE / columns
        of_all = ceil(sum(_set([name], size, column)[0] for name in names) / columns)
        yield LEFT + _WHOLE, up + 0.8 + of_all * size * 1.3
    else:
        lines, right = _set([", ".join(names)], size, _COLUMN)
        yield right, up + 0.8 + lines * size * 1.3


def _set(texts: Iterable[str], size: float, width: float) -> tuple[int, float]:
    """Return how many lines texts fill, and where the longest of them ends."""
    lengths = [len(text) * _LETTER_EM * size for text in texts]
    return sum(ceil(length / width) or 1 for length in lengths), LEFT + min(max(lengths), width)


def _at(outline: _Outline, x: float) -> float | None:
    """Return the height of an outline at a place; None beside it."""
    for (left, first), (right, second) in pairwise(outline):
        if left <= x <= right:
            return first + (second - first) * (x - left) / (right - left)
    return None
