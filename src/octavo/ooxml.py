"""WordprocessingML in Python's terms: namespaces, names, packages (ECMA-376, parts 1 and 2)."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from lxml import etree

from octavo.model import ZipTime

Element = etree._Element  # noqa: SLF001  # lxml gives the type of its elements no public name
Parts = dict[str, bytes]

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "b": "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "octavo": "urn:octavo:formula",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}

DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
NUMBERING = "word/numbering.xml"
SETTINGS = "word/settings.xml"
STYLES = "word/styles.xml"

TEX = f"{{{NAMESPACES['octavo']}}}tex"
"""The attribute in which a formula carries what its author typed."""

UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, OSError)
"""What reading a broken archive, and its texts, can raise: it is locked, packed in another way, cut off."""

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_EPOCH: ZipTime = (1980, 1, 1, 0, 0, 0)


def named(prefixed: str) -> str:
    """Turn `w:p` into the name that lxml uses."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(prefixed: str, children: Iterable[Element] = (), **attributes: str) -> Element:
    """Make an element; attributes are in the element's own namespace (`val="1"` is `w:val="1"`)."""
    prefix = prefixed.partition(":")[0]
    values = {named(f"{prefix}:{key}"): value for key, value in attributes.items()}
    made = etree.Element(named(prefixed), values, nsmap={prefix: NAMESPACES[prefix]})
    made.extend(children)
    return made


def found(tree: Element, path: str) -> list[Element]:
    """Return the elements at an XPath with the prefixes of `NAMESPACES`."""
    result = tree.xpath(path, namespaces=NAMESPACES)
    return [item for item in result if isinstance(item, Element)] if isinstance(result, list) else []


def value(tree: Element, path: str) -> str | None:
    """Return the `w:val` of the first element at a path, None when there is none."""
    item = tree.find(path, NAMESPACES)
    return None if item is None else item.get(named("w:val"))


def style_of(paragraph: Element) -> str | None:
    """Return the identifier of a paragraph's style, None for the default one."""
    return value(paragraph, "w:pPr/w:pStyle")


def text_of(tree: Element) -> str:
    """Return the text of runs below `tree`, white space folded; field codes are no text.

    A formula's text is the TeX that its author typed, if it carries it.
    """
    return " ".join("".join(_texts(tree)).split())


def _texts(tree: Element) -> Iterator[str]:
    for item in tree.iter(*_TEXTS):
        if item.tag == named("w:t"):
            yield item.text or ""
        else:
            yield _TEXTS[item.tag] or item.get(TEX, "")


_TEXTS = {
    named("w:t"): "",
    named("w:tab"): " ",
    named("w:br"): " ",
    named("w:noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    named("m:oMath"): "",
    named("m:oMathPara"): "",
}


def relationships_path(part: str) -> str:
    """Return the name of the part that holds the relationships of `part`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def parse(content: bytes) -> Element:
    """Parse a part; no entity is resolved and nothing is fetched."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def serialized(tree: Element) -> bytes:
    """Return a part's bytes."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_parts(source: Path | bytes) -> Parts:
    """Read the parts of a package.

    Raises zipfile.BadZipFile when it is none.
    """
    opened = io.BytesIO(source) if isinstance(source, bytes) else source
    with zipfile.ZipFile(opened) as package:
        return {name: package.read(name) for name in package.namelist() if not name.endswith("/")}


def packed(parts: Mapping[str, bytes], time: ZipTime = _EPOCH) -> bytes:
    """Zip parts into a package whose bytes hang on nothing else: order, time and rights are fixed."""
    names = [*(name for name in _FIRST if name in parts), *sorted(set(parts) - set(_FIRST))]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name in names:
            member = zipfile.ZipInfo(name, time)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = 0o100644 << 16
            package.writestr(member, parts[name])
    return stream.getvalue()
