"""An EPUB as it is read back: its package document, and its pages as trees."""

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from octavo.ooxml import UNREADABLE
from octavo.pictures import may_move

OPF = "http://www.idpf.org/2007/opf"
OPS = "http://www.idpf.org/2007/ops"
XHTML = "http://www.w3.org/1999/xhtml"
_OCF = "urn:oasis:names:tc:opendocument:xmlns:container"
_MIMETYPE = b"application/epub+zip"
_PAGE_TYPE = "application/xhtml+xml"
_MAY_MOVE = frozenset({"image/gif", "image/png", "image/webp", "image/svg+xml"})


class BookFault(Exception):
    """The file is no EPUB that can be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file that the package document lists; `name` is its path in the archive."""

    identifier: str
    name: str
    media_type: str


@dataclass(frozen=True)
class Book:
    """What an EPUB holds, by path in the archive.

    `members` are all files in their order, `items` those of the manifest, `spine` the names of the
    pages in the order of reading (with None for what the manifest does not list), `pages` the root
    elements of all pages, `styles` the texts of the stylesheets, `package` the package document, `moving`
    the pictures that may move.
    """

    members: tuple[str, ...]
    package_name: str
    items: tuple[Item, ...]
    spine: tuple[str | None, ...]
    pages: Mapping[str, _Element]
    styles: Mapping[str, str]
    package: _Element
    moving: tuple[str, ...] = ()


def open_book(path: Path) -> Book:
    """Read an EPUB. Raises BookFault."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(archive)
    except (zipfile.BadZipFile, OSError) as error:
        raise BookFault(f"it is not a zip archive ({error})") from error
    except KeyError as error:
        raise BookFault(str(error.args[0])) from error
    except UNREADABLE as error:
        raise BookFault(f"a file in it cannot be read: {error}") from error


def resolve(base: str, address: str) -> str:
    """Return the path in the archive that a relative address on page `base` names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(address)))


def _read(archive: zipfile.ZipFile) -> Book:
    members = archive.infolist()
    if [(member.filename, member.compress_type) for member in members[:1]] != [
        ("mimetype", zipfile.ZIP_STORED)
    ] or archive.read("mimetype") != _MIMETYPE:
        raise BookFault("it does not begin with its media type")
    container = _parse(archive, "META-INF/container.xml")
    rootfile = container.find(f".//{{{_OCF}}}rootfile")
    package_name = str(rootfile.get("full-path")) if rootfile is not None else ""
    package = _parse(archive, package_name)
    items = tuple(_items(package, package_name))
    by_id = {item.identifier: item.name for item in items}
    names = {member.filename for member in members}
    present = [item for item in items if item.name in names]
    return Book(
        tuple(member.filename for member in members),
        package_name,
        items,
        tuple(by_id.get(str(entry.get("idref"))) for entry in package.iter(f"{{{OPF}}}itemref")),
        {item.name: _parse(archive, item.name) for item in present if item.media_type == _PAGE_TYPE},
        {item.name: archive.read(item.name).decode() for item in present if item.media_type == "text/css"},
        package,
        tuple(
            item.name
            for item in present
            if item.media_type in _MAY_MOVE and may_move(archive.read(item.name))
        ),
    )


def _items(package: _Element, package_name: str) -> list[Item]:
    return [
        Item(str(item.get("id")), resolve(package_name, str(item.get("href"))), str(item.get("media-type")))
        for item in package.iter(f"{{{OPF}}}item")
    ]


def _parse(archive: zipfile.ZipFile, name: str) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(archive.read(name), parser)
    except etree.XMLSyntaxError as error:
        raise BookFault(f"`{name}` is not well-formed: {error.msg}") from error
