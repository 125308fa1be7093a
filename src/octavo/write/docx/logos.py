"""The brand's logos in the Word edition: drawings beside their PNG, on the cover and in the header."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octavo.charts import ChartFault, draw_png
from octavo.drawings import DrawingFault, measure_drawing
from octavo.model import Brand
from octavo.write.cover import cover_logo
from octavo.write.docx.look import cover_unit
from octavo.write.docx.package import Package

_EMU_PER_MM = 36000
_HEAD_HEIGHT_MM = 4.5
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo: the bytes of its PNG and of its drawing if it is one, and its size in EMU."""

    role: str
    png: bytes
    svg: bytes | None
    width: int
    height: int
    alt: str

    def values(self) -> dict[str, Any]:
        """Return what templates print of it: size, words, and the names of its relationships."""
        return {
            "width": self.width,
            "height": self.height,
            "alt": self.alt,
            "name": f"{self.role}-png",
            "drawing": f"{self.role}-svg" if self.svg else None,
        }


def brand_logos(brand: Brand) -> dict[str, Logo]:
    """Return the logos by the names that templates give them: `cover_logo` and `head_logo`.

    Those that Word cannot show are left out.
    """
    unit = cover_unit(brand.page)
    wishes = {
        "cover_logo": (cover_logo(brand), 6 * unit, 30 * unit),
        "head_logo": (brand.logo_small or brand.logo, _HEAD_HEIGHT_MM, 40.0),
    }
    logos = {}
    for role, (path, height, width) in wishes.items():
        drawn = _drawn(path) if path else None
        if drawn:
            png, svg, proportion = drawn
            fitted = min(height, width / proportion)
            sides = (round(fitted * proportion * _EMU_PER_MM), round(fitted * _EMU_PER_MM))
            logos[role] = Logo(role.replace("_", "-"), png, svg, *sides, brand.logo_alt or brand.name)
    return logos


def _drawn(path: Path) -> tuple[bytes, bytes | None, float] | None:
    """Return PNG, SVG and the width by the height of a logo; None when it can be neither."""
    content = path.read_bytes()
    if content.startswith(_PNG):
        width, height = (int.from_bytes(content[start : start + 4]) for start in (16, 20))
        return content, None, width / height
    try:
        size = measure_drawing(content)
        png = draw_png(content.decode())
    except (DrawingFault, ChartFault, UnicodeDecodeError):
        return None
    return (png, content, size.width / size.height) if size.width and size.height else None


def add_logos(package: Package, logos: Mapping[str, Logo], parts: Mapping[str, str]) -> None:
    """Add the pictures of logos, and relationships to them; `parts` says which part shows which."""
    for part, role in parts.items():
        logo = logos.get(role)
        for suffix, content in (("png", logo.png), ("svg", logo.svg)) if logo else ():
            if logo and content:
                kind = "image/svg+xml" if suffix == "svg" else "image/png"
                package.put(f"word/media/{logo.role}.{suffix}", content)
                package.declare_suffix(suffix, kind)
                package.relate(f"{logo.role}-{suffix}", "image", f"media/{logo.role}.{suffix}", part)
