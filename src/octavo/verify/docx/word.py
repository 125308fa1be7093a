"""A Word document as it is read back: its parts, its text, and how it counts its notes."""

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
    Element,
    found,
    named,
    parse,
    read_parts,
    style_of,
    text_of,
    value,
)


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
    """Read a Word document. Raises WordFault."""
    try:
        parts = read_parts(path)
        trees = {name: parse(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError) as error:
        raise WordFault(str(error)) from error
    missing = [name for name in (DOCUMENT, FOOTNOTES, STYLES, SETTINGS) if name not in trees]
    if missing:
        raise WordFault(f"there is no `{missing[0]}` in it")
    return Word(parts, trees)


def paragraphs(word: Word, *styles: str) -> list[tuple[str, str]]:
    """Return the style and the text of the text's paragraphs of these styles, in order."""
    return [
        (str(style_of(paragraph)), text_of(paragraph))
        for paragraph in found(word.document, ".//w:p")
        if style_of(paragraph) in styles
    ]
