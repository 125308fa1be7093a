"""Drawings in a Word document: Word shows SVG, older readers the PNG beside it."""

from collections.abc import Mapping

from octavo.model import Picture
from octavo.ooxml import DOCUMENT, Element, element, found, named
from octavo.write.docx.package import Package

DECORATIVE = "octavo:decorative"
"""Stands, on the way through Pandoc, in the place of the words for a picture that only adorns the page."""

_DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def seat_pictures(document: Element) -> None:
    """Give pictures no distance to the text; LibreOffice gives them some where nothing is said."""
    for picture in found(document, ".//wp:inline"):
        for side in ("distT", "distB", "distL", "distR"):
            picture.set(side, "0")


def word_pictures(document: Element) -> None:
    """Give pictures their words wherever programs look for them; mark those that only adorn the page.

    Pandoc gives the words to the frame and the name of the file to what is in it ([MS-ODRAWXML], 2.5.1, for
    `decorative`).
    """
    for picture in found(document, ".//wp:inline"):
        for frame in found(picture, "wp:docPr"):
            words = frame.get("descr", "")
            if words == DECORATIVE:
                words = ""
                frame.append(_decoration())
            for shape in (frame, *found(picture, ".//pic:cNvPr")):
                shape.set("descr", words)


def _decoration() -> Element:
    mark = element("adec:decorative")
    mark.set("val", "1")
    extension = element("a:ext", [mark])
    extension.set("uri", _DECORATIVE_EXTENSION)
    return element("a:extLst", [extension])


def sharpen_pictures(package: Package, pictures: Mapping[str, Picture]) -> None:
    """Lay the SVG beside the PNG of each picture that has both."""
    drawn = {picture.raster_name: picture for picture in pictures.values() if picture.raster_name}
    related: set[str] = set()
    for shape in found(package.tree(DOCUMENT), ".//pic:pic"):
        picture = drawn.get(
            next((item.get("descr", "") for item in found(shape, "pic:nvPicPr/pic:cNvPr")), "")
        )
        if picture is None:
            continue
        identifier = f"svg-{picture.file_name}"
        if identifier not in related:
            related.add(identifier)
            package.put(f"word/media/{picture.file_name}", picture.content)
            package.declare_suffix("svg", "image/svg+xml")
            package.relate(identifier, "image", f"media/{picture.file_name}")
        for blip in found(shape, "pic:blipFill/a:blip"):
            blip.append(_svg_extension(identifier))


def _svg_extension(relationship: str) -> Element:
    drawing = element("asvg:svgBlip")
    drawing.set(named("r:embed"), relationship)
    extension = element("a:ext", [drawing])
    extension.set("uri", _SVG_EXTENSION)
    return element("a:extLst", [extension])
