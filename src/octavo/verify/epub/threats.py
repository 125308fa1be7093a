"""What a browser would run or fetch in a stranger's EPUB: scripts, frames, addresses outside of the book."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree
from lxml.etree import _Element

from octavo.verify.epub.book import BookFault
from octavo.verify.epub.rules import CSS_ADDRESS

_MOST_BYTES = 512 * 1024 * 1024
_MOST_FILES = 20_000
_TREES = (".xhtml", ".html", ".htm", ".svg", ".xml", ".opf", ".ncx", ".smil")
_STYLES = (".css",)
_MARKS = ("<html", "<svg", "<?xml", "<!doctype")
_ACTIVE = frozenset({"script", "iframe", "frame", "object", "embed", "applet", "portal", "fencedframe"})
_ACTIVE |= {"base", "foreignobject", "animate", "set", "handler"}
_SHOWN = ("src", "srcset", "data", "poster", "background", "action", "formaction")
_LINKED = frozenset({"a", "area"})
_LINK_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
_INNER_SCHEMES = frozenset({"", "data"})
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_CODES = 0x110000


def find_threat(path: Path) -> str | None:
    """Return the first thing in an EPUB that a browser would run or fetch, in words, or None.

    Only what is known to be harmless passes: a file that is no XML where XML is meant is a threat too.
    Raises BookFault when the file is no archive or is too big when it is unpacked.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > _MOST_FILES or sum(member.file_size for member in members) > _MOST_BYTES:
                raise BookFault("it is too big when it is unpacked")
            found = (
                f"`{member.filename}` {threat}" for member in members for threat in _threats(archive, member)
            )
            return next(found, None)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise BookFault(f"it is not a zip archive that can be read ({error})") from error


def _threats(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[str]:
    name = member.filename.lower()
    if member.filename.startswith("/") or ".." in Path(member.filename).parts or "\\" in member.filename:
        yield "lies outside of the book"
    if name.endswith(_STYLES):
        yield from _threats_of_style(archive.read(member).decode("utf-8", "replace"))
    elif name.endswith(_TREES) or _looks_like_page(archive, member):
        yield from _threats_of_tree(archive.read(member))
    elif name.endswith((".js", ".mjs", ".wasm")):
        yield "is a script"


def _looks_like_page(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Tell whether a file begins as pages do, whatever its name says: the manifest may call it one."""
    with archive.open(member) as file:
        start = file.read(200).decode("utf-8", "replace").lstrip("\ufeff \t\r\n").lower()
    return start.startswith(_MARKS)


def _threats_of_tree(content: bytes) -> Iterator[str]:
    if b"<!ENTITY" in content or b"<\x00!\x00E\x00N\x00T" in content:
        yield "defines entities"
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        yield "is not well-formed"
        return
    if b"<?xml-stylesheet" in content:
        yield "names a stylesheet in an instruction"
    for element in root.iter(etree.Element):
        yield from _threats_of_element(element)


def _threats_of_element(element: _Element) -> Iterator[str]:
    tag = str(element.tag).rpartition("}")[2].lower()
    if tag in _ACTIVE or ":" in tag:
        yield f"has the element `{tag}`"
    if tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
        yield "leads its readers elsewhere"
    if tag == "style":
        yield from _threats_of_style("".join(str(text) for text in element.itertext()))
    for key, value in element.attrib.items():
        name = str(key).rpartition("}")[2].lower()
        yield from _threats_of_attribute(tag, name, str(value))


def _threats_of_attribute(tag: str, name: str, value: str) -> Iterator[str]:
    if name.startswith("on"):
        yield f"has a script in `{name}`"
    elif name == "style":
        yield from _threats_of_style(value)
    elif name == "properties" and {"scripted", "remote-resources"} & set(value.split()):
        yield f"says that a page is `{value}`"
    elif name == "href" or name in _SHOWN:
        allowed = _LINK_SCHEMES if tag in _LINKED else _INNER_SCHEMES
        for address in value.split(",") if name == "srcset" else [value]:
            if _leads_out(address, allowed):
                yield f"names `{address.strip()[:80]}`"


def _threats_of_style(text: str) -> Iterator[str]:
    plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if int(match[1], 16) < _CODES else "", text)
    for address in CSS_ADDRESS.findall(plain):
        if _leads_out(address, _INNER_SCHEMES):
            yield f"names `{address[:80]}` in a stylesheet"


def _leads_out(address: str, allowed: frozenset[str]) -> bool:
    try:
        parts = urlsplit("".join(address.split()))
    except ValueError:
        return True
    return parts.scheme not in allowed or bool(parts.netloc and not parts.scheme)
