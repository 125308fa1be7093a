"""What an SVG drawing says of itself: its size, and whether it stands alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_LENGTH = re.compile(r"\s*([\d.]+)\s*(px|pt|pc|mm|cm|in|)\s*")
_PIXELS = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_OWN = ("#", "data:")
_CSS_ADDRESS = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""")


@dataclass(frozen=True, slots=True)
class DrawingFault(Exception):
    """An SVG that cannot be shown in all editions; the message says why."""

    message: str


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a drawing in CSS pixels, None where it does not say."""

    width: float | None
    height: float | None


def measure_drawing(content: bytes) -> Size:
    """Return the size of an SVG drawing, which must be whole in itself.

    Width and height are absolute lengths (SVG 2, section 8.2) or else those of the view box.
    Raises DrawingFault when it is no SVG, or when it would read something from outside itself.
    """
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise DrawingFault(f"the drawing is not SVG: {error.msg}") from error
    if etree.QName(root).localname != "svg":
        raise DrawingFault(f"the drawing is not SVG but `{etree.QName(root).localname}`")
    address = next(_foreign_addresses(root), None)
    if address is not None:
        raise DrawingFault(f"the drawing reads `{address}` from outside itself")
    return _size(root)


def _size(root: etree._Element) -> Size:
    width, height = (_pixels(root.get(name, "")) for name in ("width", "height"))
    box = [float(number) for number in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
    if (width is None or height is None) and len(box) == 4:
        return Size(box[2], box[3])
    return Size(width, height)


def _pixels(length: str) -> float | None:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _PIXELS[found[2]] if found else None


def _foreign_addresses(root: etree._Element) -> Iterator[str]:
    """Yield what a drawing would fetch: pictures, parts of other drawings, style sheets; no mere links."""
    for node in root.iter(etree.Element):
        name = etree.QName(node).localname
        styles = [node.text or ""] if name == "style" else []
        for attribute, value in node.attrib.items():
            if etree.QName(attribute).localname != "href":
                styles.append(str(value))
            elif name != "a" and not str(value).strip().startswith(_OWN):
                yield str(value)
        for style in styles:
            yield from (found for found in _CSS_ADDRESS.findall(style) if not found.startswith(_OWN))
