"""Parts of the Word edition that owe nothing to Pandoc: settings, properties, fonts, edges, cover."""

from octavo.charts import ChartFault, draw_png
from octavo.templating import TemplateFault
from octavo.write.docx.fonts import EmbeddedFont
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
    "header": ("header-cover", "header-front", "header-text"),
    "footer": ("footer-cover", "footer"),
}
_UNUSED = ("word/comments.xml", "word/webSettings.xml")


def add_own_parts(package: Package, render: Render, fonts: tuple[EmbeddedFont, ...]) -> None:
    """Add them. Raises TemplateFault."""
    for name, template in _PARTS.items():
        package.put(name, render.part(template))
    for name in _UNUSED:
        package.drop(name)
    for kind, names in _EDGES.items():
        for name in names:
            package.put(f"word/{name}.xml", render.part(f"{name}.xml"))
            package.declare(f"word/{name}.xml", kind)
            package.relate(name, kind, f"{name}.xml")
    for font in fonts:
        package.put(f"word/fonts/{font.name}.odttf", font.content)
        package.declare_suffix("odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont")
        package.relate(font.name, "font", f"fonts/{font.name}.odttf", "word/fontTable.xml")
    _add_cover(package, render.part("cover.svg"))


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
