"""Numbers of notes, bookmarks of headings, and pictures: what links the parts of a Word document."""

from collections.abc import Mapping

from octavo.model import Heading, Picture
from octavo.ooxml import DOCUMENT, Element, element, found, named
from octavo.write.docx.package import Package

_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_FIRST_BOOKMARK = 100_000  # above all that Pandoc counts


def number_notes(document: Element, footnotes: Element) -> None:
    """Give the notes the identifiers 1, 2, 3 … in the order of their calls."""
    notes = {note.get(named("w:id")): note for note in found(footnotes, "w:footnote[not(@w:type)]")}
    for number, call in enumerate(found(document, ".//w:footnoteReference"), 1):
        note = notes.get(call.get(named("w:id")))
        call.set(named("w:id"), str(number))
        if note is not None:
            note.set(named("w:id"), str(number))


def mark_headings(document: Element, headings: tuple[Heading, ...]) -> dict[str, str]:
    """Put a bookmark into each heading of level 1 and 2; return the names of bookmarks by identifier.

    They have the names that Word gives to bookmarks of its contents, which it hides from its lists.
    """
    wanted = [heading for heading in headings if heading.level <= 2]
    paragraphs = found(document, ".//w:p[w:pPr/w:pStyle[@w:val='Heading1' or @w:val='Heading2']]")
    names = {}
    for number, (heading, paragraph) in enumerate(zip(wanted, paragraphs, strict=True), 1):
        name, identifier = f"_Toc{number:08d}", str(_FIRST_BOOKMARK + number)
        paragraph.insert(1, element("w:bookmarkStart", id=identifier, name=name))
        paragraph.append(element("w:bookmarkEnd", id=identifier))
        names[heading.identifier] = name
    return names


def sharpen_pictures(package: Package, pictures: Mapping[str, Picture]) -> None:
    """Lay the SVG beside the PNG of each picture that has both; Word shows the SVG, older readers the PNG."""
    drawn = {picture.raster_name: picture for picture in pictures.values() if picture.raster_name}
    related: set[str] = set()
    for shape in found(package.tree(DOCUMENT), ".//pic:pic"):
        picture = drawn.get(next((item.get("descr") for item in found(shape, "pic:nvPicPr/pic:cNvPr")), None))
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
