"""A Word document as it is read back: its parts, its text, and how it counts its notes."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from octavo.ooxml import (
    DOCUMENT,
    FOOTNOTES,
    SETTINGS,
    STYLES,
    UNREADABLE,
    Element,
    found,
    named,
    parse,
    read_parts,
    style_of,
    text_of,
    value,
)

_MOST_BYTES = 512 * 1024 * 1024
_MOST_PARTS = 20_000
_RELATIONSHIPS = re.compile(r"(?:(?P<folder>.*)/)?_rels/(?P<name>[^/]*)\.rels", re.IGNORECASE)
_TREES = (".xml", ".rels", ".vml")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe<|\xfe\xff\x00<")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)


class WordFault(Exception):
    """The file is no Word document that can be read; the message says why."""


@dataclass(frozen=True)
class Word:
    """A Word document: `parts` are the bytes of all files in it, `trees` those that are XML, parsed."""

    parts: Mapping[str, bytes]
    trees: Mapping[str, Element]

    @property
    def document(self) -> Element:
        """The text."""
        return self.trees[DOCUMENT]

    @cached_property
    def notes(self) -> Mapping[str, Element]:
        """The notes by identifier, without the lines that part notes from text."""
        return {
            note.get(named("w:id"), ""): note
            for note in found(self.trees[FOOTNOTES], "w:footnote[not(@w:type)]")
        }

    @property
    def kinds(self) -> Iterator[str]:
        """What the parts are said to be (ECMA-376-2, 10.1.2.2)."""
        if (tree := self.trees.get("[Content_Types].xml")) is not None:
            yield from (item.get("ContentType", "") for item in tree.iter("{*}Default", "{*}Override"))

    @cached_property
    def styles(self) -> Mapping[str, Element]:
        """The styles by identifier."""
        return {style.get(named("w:styleId"), ""): style for style in found(self.trees[STYLES], "w:style")}

    def iter_calls(self) -> Iterator[tuple[str, str]]:
        """Yield each call's label, as Word will count it, and the identifier of its note."""
        number = 0
        for calls, restart in self._iter_sections():
            if restart == "eachSect":
                number = 0
            for call in calls:
                number += 1
                yield str(number), call.get(named("w:id"), "")

    def _iter_sections(self) -> Iterator[tuple[list[Element], str | None]]:
        """Yield the calls of each section and how it counts (ECMA-376-1, 17.11.19)."""
        usual = value(self.trees[SETTINGS], "w:footnotePr/w:numRestart")
        calls: list[Element] = []
        for block in found(self.document, "w:body/*"):
            calls += found(block, ".//w:footnoteReference")
            ends = [block] if block.tag == named("w:sectPr") else found(block, ".//w:sectPr")
            for end in ends:
                yield calls, value(end, "w:footnotePr/w:numRestart") or usual
                calls = []
        yield calls, usual


def open_word(path: Path) -> Word:
    """Read a Word document as octavo writes it. Raises WordFault."""
    word = open_package(path)
    missing = [name for name in (DOCUMENT, FOOTNOTES, STYLES, SETTINGS) if name not in word.trees]
    if missing:
        raise WordFault(f"there is no `{missing[0]}` in it")
    return word


def open_package(path: Path) -> Word:
    """Read whatever is packed as a Word document, be it a stranger's. Raises WordFault."""
    try:
        with zipfile.ZipFile(path) as package:
            _refuse_bombs(package.infolist())
        parts = read_parts(path)
        return Word(
            parts, {name: _parsed(name, part) for name, part in parts.items() if _is_tree(name, part)}
        )
    except (*UNREADABLE, etree.XMLSyntaxError) as error:
        raise WordFault(str(error)) from error


def _refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename.lower() for member in members]
    if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > _MOST_BYTES:
        raise WordFault("it is too big when it is unpacked")
    if len(set(names)) < len(names):
        raise WordFault("two of its parts have one name, so that programs may read the one or the other")
    if any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in names):
        raise WordFault("one of its parts lies outside of it")


def _is_tree(name: str, content: bytes) -> bool:
    """Tell whether a part is XML: by its name, or because it looks so, whatever it is called."""
    return name.lower().endswith(_TREES) or bool(_MARKUP.match(content))


def _parsed(name: str, content: bytes) -> Element:
    """Parse a part; what would be replaced as it is read, or read in another script, is refused."""
    start = content[:4]
    plain = (
        content.decode("utf-16", "replace").encode() if start[:2] in {b"\xff\xfe", b"\xfe\xff"} else content
    )
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise WordFault(f"`{name}` declares a kind of document of its own, as attacks do")
    if plain is content and (b"\x00" in start or _ENCODING.match(content)):
        raise WordFault(f"`{name}` is not in UTF-8")
    return parse(content)


def relationships_of(word: Word) -> dict[str, dict[str, Element]]:
    """Return the relationships of each part by identifier; those of the whole package stand under ""."""
    found_of: dict[str, dict[str, Element]] = {}
    for name, tree in word.trees.items():
        match = _RELATIONSHIPS.fullmatch(name)
        if match:
            part = "/".join(filter(None, (match["folder"], match["name"])))
            found_of[part] = {item.get("Id", ""): item for item in tree.iter("{*}Relationship")}
    return found_of


def paragraphs(word: Word, *styles: str) -> list[tuple[str, str]]:
    """Return the style and the text of the text's paragraphs of these styles, in order."""
    return [
        (str(style_of(paragraph)), text_of(paragraph))
        for paragraph in found(word.document, ".//w:p")
        if style_of(paragraph) in styles
    ]
