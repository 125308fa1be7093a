"""The brand's colours by day and at night."""

from dataclasses import replace

import pytest

from octavo.colors import contrast, nearest_passing
from octavo.model import Brand
from octavo.write.epub.shades import (
    DARK_GROUND,
    RULE_CONTRAST,
    TEXT_CONTRAST,
    day_shades,
    mixed,
    night_shades,
    veil,
)
from tests.support.models import make_brand

PALETTES = {
    "grey": {},
    "deep": {"headings": "#1d1033", "links": "#00408a", "primary": "#14505c", "secondary": "#14505c"},
    "loud": {"headings": "#a5125d", "links": "#00635d", "primary": "#ff0000", "tertiary": "#ffc629"},
    "black": {"headings": "#000000", "links": "#000000", "muted": "#101010", "primary": "#000000"},
}
DARK = (DARK_GROUND, "#1e1e1e", "#000000")


def _brand(palette: str, **colors: str) -> Brand:
    brand = make_brand()
    return replace(brand, colors={**brand.colors, **PALETTES[palette], **colors})


@pytest.mark.parametrize("ground", DARK)
@pytest.mark.parametrize("palette", PALETTES)
def test_text_can_be_read_on_every_dark_page(palette: str, ground: str) -> None:
    """Headings, links and small print pass on the page, in boxes and on the heads of tables."""
    shades = night_shades(_brand(palette))
    for name in ("headings", "links", "muted", "label"):
        for opacity in ("00", shades["wash"], shades["band"]):
            assert contrast(shades[name], mixed(ground, shades["primary"], opacity)) >= TEXT_CONTRAST, name


@pytest.mark.parametrize("ground", DARK)
@pytest.mark.parametrize("palette", PALETTES)
def test_rules_can_be_seen_on_every_dark_page(palette: str, ground: str) -> None:
    """Rules have the contrast of signs."""
    shades = night_shades(_brand(palette))
    for name in ("primary", "secondary", "rule"):
        assert contrast(shades[name], ground) >= RULE_CONTRAST, name


def test_a_colour_that_passes_stays_as_it_is() -> None:
    """Nobody repaints a brand that can be read."""
    assert night_shades(_brand("grey", headings="#ffc629"))["headings"] == "#ffc629"
    colors = _brand("deep").colors
    assert {name: day_shades(_brand("deep"))[name] for name in colors} == colors


@pytest.mark.parametrize("palette", PALETTES)
def test_labels_can_be_read_on_bands_by_day(palette: str) -> None:
    """A heading's colour that barely passes on paper is darkened on a table's head."""
    brand = _brand(palette, headings="#767676")
    shades = day_shades(brand)
    assert (
        contrast(shades["label"], mixed("#ffffff", brand.colors["primary"], shades["band"])) >= TEXT_CONTRAST
    )


def test_a_colour_keeps_its_hue() -> None:
    """A deep petrol becomes a light one, not a grey."""
    red, green, blue = bytes.fromhex(nearest_passing("#14505c", DARK_GROUND, TEXT_CONTRAST)[1:])
    assert red < green < blue


def test_a_colour_of_no_opacity_is_not_seen() -> None:
    """Mixing goes from the ground to the colour."""
    assert [mixed("#000000", "#ff8040", opacity) for opacity in ("00", "80", "ff")] == [
        "#000000",
        "#804020",
        "#ff8040",
    ]


@pytest.mark.parametrize(
    ("color", "ground"),
    [("#f3f0ea", "#ffffff"), ("#faf0f4", "#fffdf5"), ("#2a3340", "#101418"), ("#ffffff", "#ffffff")],
)
def test_boxes_have_the_ground_that_the_brand_gives_them(color: str, ground: str) -> None:
    """Through a veil the brand's paper looks as its boxes do, and a page of another colour is tinted."""
    made = veil(color, ground)
    seen = mixed(ground, made[:7], made[7:])

    assert all(
        abs(one - other) <= 1
        for one, other in zip(bytes.fromhex(seen[1:]), bytes.fromhex(color[1:]), strict=True)
    )
    assert int(made[7:], 16) < 0x40
    brand = _brand("grey", light=color, background=ground)
    assert day_shades(brand)["box"] == made


def test_no_veil_lies_where_boxes_have_the_ground_of_the_page() -> None:
    """A brand whose boxes have no ground of their own gets none on the screen."""
    assert veil("#ffffff", "#ffffff").endswith("00")
