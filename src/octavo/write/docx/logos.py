"""The brand's logos in the Word edition: on the cover and in the header, drawings beside their PNG."""

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
_JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_KINDS = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo: the bytes of its PNG or JPEG and of its drawing if it is one, and its size in EMU."""

    role: str
    raster: bytes
    svg: bytes | None
    width: int
    height: int
    alt: str

    @property
    def suffix(self) -> str:
        """What the name of the raster picture ends in."""
        return "jpeg" if self.raster.startswith(_JPEG) else "png"

    def values(self) -> dict[str, Any]:
        """Return what templates print of it: size, words, and the names of its relationships."""
        return {
            "width": self.width,
            "height": self.height,
            "alt": self.alt,
            "name": f"{self.role}-{self.suffix}",
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
            raster, svg, proportion = drawn
            fitted = min(height, width / proportion)
            sides = (round(fitted * proportion * _EMU_PER_MM), round(fitted * _EMU_PER_MM))
            logos[role] = Logo(role.replace("_", "-"), raster, svg, *sides, brand.logo_alt or brand.name)
    return logos


def _drawn(path: Path) -> tuple[bytes, bytes | None, float] | None:
    """Return PNG or JPEG, SVG if it is one, and the width by the height of a logo; None for others."""
    content = path.read_bytes()
    if content.startswith(_PNG):
        width, height = (int.from_bytes(content[start : start + 4]) for start in (16, 20))
        return content, None, width / height
    if content.startswith(_JPEG):
        sides = jpeg_size(content)
        return (content, None, sides[0] / sides[1]) if sides else None
    try:
        size = measure_drawing(content)
        png = draw_png(content.decode())
    except (DrawingFault, ChartFault, UnicodeDecodeError):
        return None
    return (png, content, size.width / size.height) if size.width and size.height else None


def jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a JPEG, from the first frame (ITU-T T.81, B.2.2); None when it has none."""
    place = len(_JPEG) - 1
    while place + 9 < len(content) and content[place] == _JPEG[0]:
        if content[place + 1] in _FRAMES:
            height, width = (int.from_bytes(content[place + at : place + at + 2]) for at in (5, 7))
            return (width, height) if width and height else None
        place += 2 + int.from_bytes(content[place + 2 : place + 4])
    return None


def add_logos(package: Package, logos: Mapping[str, Logo], parts: Mapping[str, str]) -> None:
    """Add the pictures of logos, and relationships to them; `parts` says which part shows which."""
    for part, role in parts.items():
        logo = logos.get(role)
        for suffix, content in ((logo.suffix, logo.raster), ("svg", logo.svg)) if logo else ():
            if logo and content:
                package.put(f"word/media/{logo.role}.{suffix}", content)
                package.declare_suffix(suffix, _KINDS[suffix])
                package.relate(f"{logo.role}-{suffix}", "image", f"media/{logo.role}.{suffix}", part)
