"""The values of the stylesheet that come from the brand."""

from collections.abc import Sequence
from typing import Any

from octavo.model import Brand, Typeface
from octavo.write.epub.fonts import EmbeddedFont
from octavo.write.epub.shades import day_shades, night_shades


def style_values(brand: Brand, fonts: Sequence[EmbeddedFont]) -> dict[str, Any]:
    """Return the variables of the stylesheet's template, beside those of all templates.

    `fonts` are the fonts to declare; `stacks` the families of each role with what may stand in for them,
    `day` and `night` the brand's colours for light and for dark pages.
    """
    return {
        "day": day_shades(brand),
        "night": night_shades(brand),
        "fonts": [
            {
                "family": font.family,
                "href": font.name,
                "weight": " ".join(map(str, dict.fromkeys(font.weights))),
                "style": "italic" if font.is_italic else "normal",
            }
            for font in fonts
        ],
        "stacks": {
            "body": family_stack(brand.body, "serif"),
            "headings": family_stack(brand.headings, "serif"),
            "monospace": family_stack(brand.monospace, "monospace"),
        },
    }


def family_stack(face: Typeface, generic: str) -> list[str]:
    """Return a typeface's family and the generic family that is most like it."""
    is_sans = "sans" in face.family.lower() and generic == "serif"
    return [face.family, "sans-serif" if is_sans else generic]
