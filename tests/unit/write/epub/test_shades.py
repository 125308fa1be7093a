"""The brand's colours at night."""

from dataclasses import replace

import pytest

from octavo.colors import contrast, nearest_passing
from octavo.write.epub.shades import DARK_GROUND, RULE_CONTRAST, TEXT_CONTRAST, dark_shades
from tests.support.models import make_brand

PALETTES = {
    "grey": {},
    "deep": {"headings": "#1d1033", "links": "#00408a", "primary": "#14505c", "secondary": "#14505c"},
    "loud": {"headings": "#a5125d", "links": "#00635d", "primary": "#ff0000", "tertiary": "#ffc629"},
    "black": {"headings": "#000000", "links": "#000000", "muted": "#101010", "rule": "#000000"},
}


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("ground", [DARK_GROUND, "#1e1e1e", "#000000"])
def test_text_and_rules_can_be_read_on_every_dark_page(name: str, ground: str) -> None:
    """Headings, links and small print have the contrast of text, rules that of signs."""
    brand = make_brand()
    brand = replace(brand, colors={**brand.colors, **PALETTES[name]})
    for role, shade in dark_shades(brand).items():
        least = RULE_CONTRAST if role in {"secondary", "tertiary", "rule"} else TEXT_CONTRAST
        assert contrast(shade, ground) >= least, role


def test_a_colour_that_passes_stays_as_it_is() -> None:
    """Nobody repaints a brand that can be read."""
    brand = make_brand()
    brand = replace(brand, colors={**brand.colors, "headings": "#ffc629"})
    assert dark_shades(brand)["headings"] == "#ffc629"


def test_a_colour_keeps_its_hue() -> None:
    """A deep petrol becomes a light one, not a grey."""
    red, green, blue = bytes.fromhex(nearest_passing("#14505c", DARK_GROUND, TEXT_CONTRAST)[1:])
    assert red < green < blue
