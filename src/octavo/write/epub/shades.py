"""The brand's colours as a book may use them: readers choose the ground, by day and by night."""

import math
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
    opacities, as two hexadecimal digits, in which the primary colour lies under rows and heads of tables.
    `box` is the ground of boxes and code, as thin a colour as makes the brand's `light` on its paper.
    """
    ground = mixed(brand.colors["background"], brand.colors["primary"], _DAY_WASHES["band"])
    label = nearest_passing(brand.colors["headings"], ground, TEXT_CONTRAST)
    box = veil(brand.colors["light"], brand.colors["background"])
    return {**brand.colors, "label": label, "box": box, **_DAY_WASHES}


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
        "box": primary + _NIGHT_WASHES["wash"],
        **_NIGHT_WASHES,
    }


def mixed(ground: str, color: str, opacity: str) -> str:
    """Return what is seen of a colour that lies on a ground; the opacity is two hexadecimal digits."""
    share = int(opacity, 16) / _OPAQUE
    pairs = zip(bytes.fromhex(ground[1:]), bytes.fromhex(color[1:]), strict=True)
    return "#" + bytes(round(below + (above - below) * share) for below, above in pairs).hex()


def veil(color: str, ground: str) -> str:
    """Return the thinnest colour, `#rrggbbaa`, that makes `color` of a ground that it lies on."""
    pairs = tuple(zip(bytes.fromhex(ground[1:]), bytes.fromhex(color[1:]), strict=True))
    shares = [
        (seen - below) / ((_OPAQUE if seen > below else 0) - below) for below, seen in pairs if seen != below
    ]
    opacity = math.ceil(max(shares, default=0.0) * _OPAQUE)
    share = opacity / _OPAQUE or 1.0
    own = bytes(min(max(round(below + (seen - below) / share), 0), _OPAQUE) for below, seen in pairs)
    return f"#{own.hex()}{opacity:02x}"
