"""Contrast: whatever the brand prints can be read on its ground (WCAG 2.2, 1.4.3 and 1.4.11, level AA)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from octavo.colors import contrast, difference, nearest_passing
from octavo.diagnostics import Diagnostic
from octavo.model import Brand, Publication

_TEXT, _GRAPHIC = 4.5, 3.0
_APART = 1.2
"""The least contrast between two series of a chart: less cannot be told apart in grey, as on a copy."""

_ALIKE = 10.0
"""The difference below which two colours pass for one, neighbours or not (CIEDE2000)."""

_FILE = "templates/_brand.yml"


class Shade(NamedTuple):
    """A colour and what the brand file calls it."""

    name: str
    value: str

    def __str__(self) -> str:
        return f"`{self.name}` (`{self.value}`)"


@dataclass(frozen=True, slots=True)
class Pair:
    """What is printed in one colour on another, and the contrast that it needs."""

    what: str
    color: Shade
    ground: Shade
    needed: float


def check_contrast(publication: Publication) -> Iterator[Diagnostic]:
    """C016: two colours of the brand are too close for what they are used for."""
    brand = publication.brand
    for pair in [*_text_pairs(brand), *_cover_pairs(brand), *_chart_pairs(brand)]:
        measured = contrast(pair.color.value, pair.ground.value)
        if measured < pair.needed:
            yield _finding(brand, pair, measured)
    yield from _series_findings(publication)


def _finding(brand: Brand, pair: Pair, measured: float) -> Diagnostic:
    """Report a pair at the colour that the publication chose; where it chose both, at what is printed.

    Where paper shows through as type, its ground is at fault: other paper would spoil all the rest.
    """
    is_paper = pair.color.name == "background"
    is_ground = pair.ground.name in brand.spans and (is_paper or pair.color.name not in brand.spans)
    at_fault, other = (pair.ground, pair.color) if is_ground else (pair.color, pair.ground)
    near = nearest_passing(at_fault.value, other.value, pair.needed)
    return Diagnostic(
        "C016",
        f"{pair.what}, {pair.color} on {pair.ground}: contrast {measured:.2f}, less than {pair.needed:g}",
        brand.spans.get(at_fault.name),
        hint=f"the nearest colour that passes is `{near}` for `{at_fault.name}`",
        file=None if at_fault.name in brand.spans else _FILE,
    )


def _text_pairs(brand: Brand) -> list[Pair]:
    """Return what is printed on the page, on boxes and in heads of tables."""
    shades = {name: Shade(name, value) for name, value in brand.colors.items()}
    paper, box, ink = shades["background"], shades["light"], shades["foreground"]
    pairs = [
        Pair("the text", ink, paper, _TEXT),
        Pair("the text of boxes and code", ink, box, _TEXT),
        Pair("headings", shades["headings"], paper, _TEXT),
        Pair("titles of boxes", shades["headings"], box, _TEXT),
        Pair("links and numbers of notes", shades["links"], paper, _TEXT),
        Pair("links in boxes", shades["links"], box, _TEXT),
        Pair("labels of figures and tables", shades["primary"], paper, _TEXT),
        Pair("labels of figures and tables in boxes", shades["primary"], box, _TEXT),
        Pair("sources of figures in boxes", shades["muted"], box, _TEXT),
        Pair("the sign of cautions", paper, shades["secondary"], _TEXT),
        Pair("running heads, sources of figures and axes of charts", shades["muted"], paper, _TEXT),
    ]
    if brand.tables == "banded":
        pairs.append(Pair("the heads of tables", paper, shades["primary"], _TEXT))
    return pairs


def _cover_pairs(brand: Brand) -> list[Pair]:
    """Return what is printed on the cover, whose accent only adorns but is to be seen."""
    ground = Shade("cover.background", brand.cover.background)
    return [
        Pair("the type of the cover", Shade("cover.color", brand.cover.foreground), ground, _TEXT),
        Pair("the accent of the cover", Shade("cover.accent", brand.cover.accent), ground, _GRAPHIC),
    ]


def _chart_pairs(brand: Brand) -> list[Pair]:
    """Return the colours of charts on paper."""
    paper = Shade("background", brand.colors["background"])
    return [
        Pair(f"colour {number} of charts", Shade("chart_colors", color), paper, _GRAPHIC)
        for number, color in enumerate(brand.chart_colors, start=1)
    ]


def _series_findings(publication: Publication) -> Iterator[Diagnostic]:
    """Report neighbouring colours of charts that are equally light, and any two that are one colour."""
    brand = publication.brand
    for (one, first), (two, second) in combinations(enumerate(brand.chart_colors, start=1), 2):
        measured = contrast(first, second)
        is_next = two == one + 1
        if measured < _APART and (is_next or difference(first, second) < _ALIKE):
            near = nearest_passing(second, first, _APART)
            yield Diagnostic(
                "C016",
                f"colours {one} and {two} of charts, `{first}` and `{second}`: contrast "
                f"{measured:.2f}, less than {_APART:g}",
                brand.spans.get("chart_colors"),
                hint=f"the nearest colour that passes is `{near}` for `{second}`",
                file=None if "chart_colors" in brand.spans else _FILE,
            )
