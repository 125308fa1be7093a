"""The brand's colours as a book may use them: readers choose the ground, by day and by night."""

from collections.abc import Mapping

from octavo.colors import nearest_passing
from octavo.model import Brand

DARK_GROUND = "#2b2b2b"
"""The lightest ground that reading systems give a page at night: what passes here passes on black."""

TEXT_CONTRAST = 4.5
RULE_CONTRAST = 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""

_DAY_WASHES = {"wash": "12", "band": "24"}
_NIGHT_WASHES = {"wash": "1f", "band": "38"}
_OPAQUE = 255


def day_shades(brand: Brand) -> Mapping[str, str]:
    """Return the brand's colours by name, and what the stylesheet needs beside them.

    `label` is the colour of headings as it can be read on a band; `wash` and `band` are the two
    opacities, as two hexadecimal digits, in which the primary colour lies under boxes and table heads.
    """
    ground = mixed(brand.colors["background"], brand.colors["primary"], _DAY_WASHES["band"])
    label = nearest_passing(brand.colors["headings"], ground, TEXT_CONTRAST)
    return {**brand.colors, "label": label, **_DAY_WASHES}


def night_shades(brand: Brand) -> Mapping[str, str]:
    """Return the same for a dark page: colours of text and rules are lightened as far as it asks."""
    colors = brand.colors
    primary = nearest_passing(colors["primary"], DARK_GROUND, RULE_CONTRAST)
    band = mixed(DARK_GROUND, primary, _NIGHT_WASHES["band"])
    texts = {
        name: nearest_passing(colors[name], band, TEXT_CONTRAST) for name in ("headings", "links", "muted")
    }
    return {
        **texts,
        "label": texts["headings"],
        "primary": primary,
        "secondary": nearest_passing(colors["secondary"], DARK_GROUND, RULE_CONTRAST),
        # A rule that is pale on paper would glare at night: the grey of small print makes it.
        "rule": nearest_passing(colors["muted"], DARK_GROUND, RULE_CONTRAST),
        **_NIGHT_WASHES,
    }


def mixed(ground: str, color: str, opacity: str) -> str:
    """Return what is seen of a colour that lies on a ground; the opacity is two hexadecimal digits."""
    share = int(opacity, 16) / _OPAQUE
    pairs = zip(bytes.fromhex(ground[1:]), bytes.fromhex(color[1:]), strict=True)
    return "#" + bytes(round(below + (above - below) * share) for below, above in pairs).hex()
