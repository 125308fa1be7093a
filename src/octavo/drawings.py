"""What an SVG drawing says of itself: its size, and whether it stands alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

_NUMBER = r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
_LENGTH = re.compile(rf"\s*({_NUMBER})\s*(px|pt|pc|mm|cm|in|)\s*")
_NUMBERS = re.compile(f"-?{_NUMBER}")
_PIXELS = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
_OWN = (
    "#",
    "data:image/png",
    "data:image/jpeg",
    "data:image/jpg",
    "data:image/gif",
    "data:image/webp",
    "data:font/",
)
_PROGRAMS = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler", "listener"})
_LINK = re.compile(r"\s*(?:#|https?:|mailto:)", re.IGNORECASE)
_OWN_PART = re.compile(r"""url\(\s*["']?#([^"')\s]+)""")
_MOST_BYTES = 20_000_000
_MOST_PARTS = 200_000
_MOST_FILTERS = 100
_LARGEST_PX = 20_000
MOST_SHOWN = 1_000_000
"""The longest drawing whose lines a diagnostic shows."""

_CSS_ADDRESS = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""")


@dataclass(unsafe_hash=True)  # Python sets traces on exceptions: they cannot be frozen
class DrawingFault(Exception):
    """An SVG that cannot be shown in all editions; the message says why, `line` (from 1) where.

    `is_dangerous` says that it would run something, or take more than a drawing may.
    """

    message: str
    line: int | None = None
    is_dangerous: bool = False


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a drawing in CSS pixels, None where it does not say."""

    width: float | None
    height: float | None


def measure_drawing(content: bytes) -> Size:
    """Return the size of an SVG drawing, which must be whole in itself, run nothing and cost little.

    Width and height are absolute lengths (SVG 2, section 8.2) or else those of the view box.
    Raises DrawingFault when it is no SVG, or when it would read something from outside itself.
    """
    if len(content) > _MOST_BYTES:
        told = f"the drawing has {len(content) / 1e6:,.0f} MB, more than {_MOST_BYTES / 1e6:.0f}"
        raise DrawingFault(told, is_dangerous=True)
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise DrawingFault(f"the drawing is not SVG: {error.msg}", error.lineno or None) from error
    if _local(str(root.tag)) != "svg":
        raise DrawingFault(f"the drawing is not SVG but `{_local(str(root.tag))}`")
    _refuse_entities(root)
    for node in root.iter(etree.Element):
        _refuse_programs(node)
    address = next(_foreign_addresses(root), None)
    if address is not None:
        raise DrawingFault(f"the drawing reads `{address}` from outside itself")
    _refuse_bombs(root)
    size = _size(root)
    if max(size.width or 0, size.height or 0) > _LARGEST_PX:
        told = f"the drawing is larger than {_LARGEST_PX:,} pixels"
        raise DrawingFault(told, _line(root), is_dangerous=True)
    return size


def _local(name: str) -> str:
    """Return a name without its namespace; lxml refuses to part names with several colons, which it reads."""
    return name.rpartition("}")[2]


def _line(node: etree._Element) -> int | None:
    line: Any = node.sourceline
    return int(line) if line else None


def _refuse_entities(root: etree._Element) -> None:
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise DrawingFault("the drawing declares entities", 1, is_dangerous=True)


def _refuse_programs(node: etree._Element) -> None:
    """Refuse what runs, or shows something else, where a drawing is opened: in readers of EPUBs, browsers."""
    name = _local(str(node.tag))
    if name.lower() in _PROGRAMS:
        raise DrawingFault(f"the drawing holds a `{name}`", _line(node), is_dangerous=True)
    for attribute, value in node.attrib.items():
        key = _local(str(attribute)).lower()
        if key.startswith("on"):
            raise DrawingFault(f"the drawing runs a script: `{key}`", _line(node), is_dangerous=True)
        if key == "href" and name == "a" and not _LINK.match(str(value)):
            told = f"the drawing has a link to `{str(value)[:60]}`"
            raise DrawingFault(told, _line(node), is_dangerous=True)


def _refuse_bombs(root: etree._Element) -> None:
    """Refuse a drawing whose parts show each other again and again, or that blurs without measure."""
    named = {str(node.get("id")): node for node in root.iter(etree.Element) if node.get("id")}
    counts: dict[etree._Element, int] = {}
    opened: set[etree._Element] = set()
    waiting = [(root, False)]
    while waiting:
        node, is_left = waiting.pop()
        below = list(node.iterchildren(etree.Element))
        below += [named[name] for name in _shown_names(node) if name in named]
        if is_left:
            opened.discard(node)
            counts[node] = 1 + sum(counts.get(child, 0) for child in below)
            if counts[node] > _MOST_PARTS:
                told = f"the drawing shows more than {_MOST_PARTS:,} parts, many of them again and again"
                raise DrawingFault(told, _line(node), is_dangerous=True)
            continue
        if node in counts:
            continue
        opened.add(node)
        waiting.append((node, True))
        for child in below:
            if child in opened:
                raise DrawingFault("a part of the drawing shows itself", _line(node), is_dangerous=True)
            waiting.append((child, False))
    if sum(1 for node in root.iter(etree.Element) if node.get("filter")) > _MOST_FILTERS:
        told = f"the drawing filters more than {_MOST_FILTERS} parts"
        raise DrawingFault(told, is_dangerous=True)


def _shown_names(node: etree._Element) -> Iterator[str]:
    """Yield what else of the drawing an element shows: by `href`, and as pattern, mask, marker and so on."""
    if _local(str(node.tag)) == "a":
        return
    for attribute, value in node.attrib.items():
        if _local(str(attribute)) == "href" and str(value).strip().startswith("#"):
            yield str(value).strip()[1:]
        yield from _OWN_PART.findall(str(value))


def _size(root: etree._Element) -> Size:
    width, height = (_pixels(root.get(name, "")) for name in ("width", "height"))
    box = [float(number) for number in _NUMBERS.findall(root.get("viewBox", ""))]
    if (width is None or height is None) and len(box) == 4:
        return Size(box[2], box[3])
    return Size(width, height)


def _pixels(length: str) -> float | None:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _PIXELS[found[2]] if found else None


def _foreign_addresses(root: etree._Element) -> Iterator[str]:
    """Yield what a drawing would fetch: pictures, parts of other drawings, style sheets; no mere links."""
    for node in root.iter(etree.Element):
        name = _local(str(node.tag))
        styles = [node.text or ""] if name == "style" else []
        for attribute, value in node.attrib.items():
            if _local(str(attribute)) != "href":
                styles.append(str(value))
            elif name != "a" and not str(value).strip().startswith(_OWN):
                yield str(value)
        for style in styles:
            yield from (found for found in _CSS_ADDRESS.findall(style) if not found.startswith(_OWN))
