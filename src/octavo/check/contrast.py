"""Contrast: whatever the brand prints can be read on its ground (WCAG 2.2, 1.4.3 and 1.4.11, level AA)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from octavo.colors import contrast, nearest_passing
from octavo.diagnostics import Diagnostic
from octavo.model import Brand, Publication

_TEXT, _LARGE, _GRAPHIC = 4.5, 3.0, 3.0
_APART = 1.2
"""The least contrast between two series of a chart: less cannot be told apart in grey, as on a copy."""

_FILE = "templates/_brand.yml"


@dataclass(frozen=True, slots=True)
class Pair:
    """What is printed in one colour on another: what it is, both colours, and the contrast it needs.

    `key` is the path of the colour in the brand file.
    """

    what: str
    color: str
    ground: str
    needed: float
    key: str


def check_contrast(publication: Publication) -> Iterator[Diagnostic]:
    """C016: two colours of the brand are too close for what they are used for."""
    brand = publication.brand
    for pair in [*_text_pairs(brand), *_cover_pairs(brand), *_chart_pairs(brand)]:
        measured = contrast(pair.color, pair.ground)
        if measured < pair.needed:
            yield _finding(publication, pair, measured)
    yield from _series_findings(publication)


def _finding(publication: Publication, pair: Pair, measured: float) -> Diagnostic:
    near = nearest_passing(pair.color, pair.ground, pair.needed)
    return Diagnostic(
        "C016",
        f"{pair.what}, `{pair.color}` on `{pair.ground}`, has a contrast of {measured:.2f}, "
        f"less than {pair.needed:g}",
        publication.brand.spans.get(pair.key),
        hint=f"the nearest colour that passes is `{near}`",
        file=None if pair.key in publication.brand.spans else _FILE,
    )


def _text_pairs(brand: Brand) -> list[Pair]:
    """Return what is printed on the page, on boxes and in heads of tables."""
    colors, paper, box = brand.colors, brand.colors["background"], brand.colors["light"]
    pairs = [
        Pair("the text", colors["foreground"], paper, _TEXT, "foreground"),
        Pair("the text of boxes and code", colors["foreground"], box, _TEXT, "light"),
        Pair("headings", colors["headings"], paper, _TEXT, "headings"),
        Pair("titles of boxes", colors["headings"], box, _TEXT, "light"),
        Pair("links and numbers of notes", colors["links"], paper, _TEXT, "links"),
        Pair("labels of figures and tables", colors["primary"], paper, _TEXT, "primary"),
        Pair("running heads and sources of figures", colors["muted"], paper, _TEXT, "muted"),
    ]
    if brand.tables == "banded":
        pairs.append(Pair("the heads of tables", paper, colors["primary"], _TEXT, "primary"))
    return pairs


def _cover_pairs(brand: Brand) -> list[Pair]:
    """Return what is printed on the cover, whose accent only adorns but is to be seen."""
    cover = brand.cover
    return [
        Pair("the type of the cover", cover.foreground, cover.background, _TEXT, "cover.color"),
        Pair("the accent of the cover", cover.accent, cover.background, _LARGE, "cover.accent"),
    ]


def _chart_pairs(brand: Brand) -> list[Pair]:
    """Return the colours of charts on paper."""
    paper = brand.colors["background"]
    return [
        Pair(f"colour {number} of charts", color, paper, _GRAPHIC, "chart_colors")
        for number, color in enumerate(brand.chart_colors, start=1)
    ]


def _series_findings(publication: Publication) -> Iterator[Diagnostic]:
    """Report neighbouring colours of charts that look alike, also to those who see no hues."""
    brand = publication.brand
    for (one, first), (two, second) in combinations(enumerate(brand.chart_colors, start=1), 2):
        measured = contrast(first, second)
        if two == one + 1 and measured < _APART:
            yield Diagnostic(
                "C016",
                f"colours {one} and {two} of charts, `{first}` and `{second}`, have a contrast of "
                f"{measured:.2f}, less than {_APART:g}",
                brand.spans.get("chart_colors"),
                hint="put a lighter or a darker colour between them, or change one of the two",
                file=None if "chart_colors" in brand.spans else _FILE,
            )
