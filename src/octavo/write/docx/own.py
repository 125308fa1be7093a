"""Parts of the Word edition that owe nothing to Pandoc: settings, properties, fonts, edges, cover."""

from collections.abc import Mapping

from octavo.charts import ChartFault, draw_png
from octavo.templating import TemplateFault
from octavo.write.docx.fonts import EmbeddedFont
from octavo.write.docx.logos import Logo, add_logos
from octavo.write.docx.package import Package
from octavo.write.docx.templates import Render

_PARTS = {
    "docProps/core.xml": "core.xml",
    "docProps/app.xml": "app.xml",
    "docProps/custom.xml": "custom.xml",
    "word/settings.xml": "settings.xml",
    "word/fontTable.xml": "fontTable.xml",
}
_EDGES = {
    "header": ("header-cover", "header-first", "header-front", "header-text"),
    "footer": ("footer-cover", "footer"),
}
_EVEN_EDGES = {"header": ("header-front-even", "header-text-even"), "footer": ("footer-even",)}
_LOGOS = {"header-cover": "cover_logo"} | dict.fromkeys(
    ("header-front", "header-text", "header-front-even", "header-text-even"), "head_logo"
)
_UNUSED = ("word/comments.xml", "word/webSettings.xml")


def add_own_parts(
    package: Package,
    render: Render,
    fonts: tuple[EmbeddedFont, ...],
    logos: Mapping[str, Logo],
    *,
    is_two_sided: bool,
) -> None:
    """Add them; pages for print on both sides have edges of their own at the left. Raises TemplateFault."""
    for name, template in _PARTS.items():
        package.put(name, render.part(template))
    for name in _UNUSED:
        package.drop(name)
    _add_edges(package, render, _EDGES)
    if is_two_sided:
        _add_edges(package, render, _EVEN_EDGES)
    shown = {f"word/{name}.xml": role for name, role in _LOGOS.items() if package.has(f"word/{name}.xml")}
    add_logos(package, logos, shown)
    for font in fonts:
        package.put(f"word/fonts/{font.name}.odttf", font.content)
        package.declare_suffix("odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont")
        package.relate(font.name, "font", f"fonts/{font.name}.odttf", "word/fontTable.xml")
    _add_cover(package, render.part("cover.svg"))


def _add_edges(package: Package, render: Render, edges: Mapping[str, tuple[str, ...]]) -> None:
    for kind, names in edges.items():
        for name in names:
            package.put(f"word/{name}.xml", render.part(f"{name}.xml"))
            package.declare(f"word/{name}.xml", kind)
            package.relate(name, kind, f"{name}.xml")


def _add_cover(package: Package, drawing: bytes) -> None:
    """Add the picture behind the cover twice: as drawing for Word, as PNG for what cannot show drawings."""
    try:
        picture = draw_png(drawing.decode())
    except ChartFault as fault:
        raise TemplateFault(fault.message, "docx/cover.svg.j2", None) from fault
    for suffix, content, kind in (("svg", drawing, "image/svg+xml"), ("png", picture, "image/png")):
        package.put(f"word/media/cover.{suffix}", content)
        package.declare_suffix(suffix, kind)
        package.relate(f"cover-{suffix}", "image", f"media/cover.{suffix}", "word/header-cover.xml")
