"""From the words on a page back to the paragraph, and to the place in the file that its author wrote.

Pages, document and files have the same letters; white space, hyphens and marks differ. What is compared is
letters and digits alone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from octavo.ast import iter_nodes, plain_text
from octavo.model import Document
from octavo.source import SourceFile, Span

_WITHOUT = frozenset({"Note", "Math"})
_HEADING = re.compile(r"^#{1,6}[ \t]+(\S[^{\n]*?)[ \t#]*(?:\{.*)?$", re.MULTILINE)
_JOINT = 24
WINDOWS = (60, 40, 24, 14, 10)
"""How many letters in a row are looked for: what is between two marks or citations is found in the end."""

_UNMISTAKABLE = 14
"""What is no longer than this must stand in the file once."""


@dataclass(frozen=True)
class Letters:
    """The letters of a text in lower case."""

    of: str

    @cached_property
    def text(self) -> str:
        """All letters and digits in a row."""
        return letters(self.of)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Where each of them is in the text."""
        return tuple(index for index, char in enumerate(self.of) for _ in letters(char))


@dataclass(frozen=True)
class Passages:
    """The paragraphs of a document, and the files of its chapters."""

    paragraphs: tuple[Letters, ...]
    sources: tuple[SourceFile, ...]

    def beginning(self, text: str) -> str | None:
        """Return the paragraph that some printed text is a part of, as its author's words read."""
        wanted = letters(text)
        return next((known.of for known in self.paragraphs if wanted and wanted in known.text), None)

    def words(self, text: str) -> str | None:
        """Return some printed text as its author's words read."""
        wanted = letters(text)
        for known in self.paragraphs:
            start = known.text.find(wanted) if wanted else -1
            if start >= 0:
                return known.of[known.places[start] : known.places[start + len(wanted) - 1] + 1]
        return None

    def joined(self, before: str, after: str) -> str | None:
        """Return the paragraph that goes on from one printed text to another, if one does."""
        first, rest = letters(before), letters(after)
        return self.beginning(first + rest) or self.beginning(first[-_JOINT:] + rest[:_JOINT])

    def span(self, text: str, chapter: int) -> Span | None:
        """Find some words of a printed text in the file of its chapter."""
        if chapter >= len(self.sources):
            return None
        source = self.sources[chapter]
        return find_words(text, source, self._written[chapter])

    def heading(self, text: str, chapter: int) -> Span | None:
        """Find a printed heading, with or without its number, in the file of its chapter."""
        source = self.sources[chapter] if chapter < len(self.sources) else SourceFile("", "")
        wanted = letters(text)
        for match in _HEADING.finditer(source.text):
            title = letters(match[1])
            if title and wanted.endswith(title):
                return source.span(*match.span(1))
        return None

    def file(self, chapter: int) -> str | None:
        """Name the file of a chapter."""
        return self.sources[chapter].path if chapter < len(self.sources) else None

    @cached_property
    def _written(self) -> tuple[Letters, ...]:
        return tuple(Letters(source.text) for source in self.sources)


def passages_of(document: Document) -> Passages:
    """Return the running text of a document: its paragraphs and list items, none of a table or a note."""
    texts = [
        plain_text(node, without=_WITHOUT)
        for node in iter_nodes(document.ast["blocks"])
        if node["t"] in ("Para", "Plain")
    ]
    sources = tuple(chapter.source for chapter in document.publication.chapters)
    return Passages(tuple(Letters(text) for text in texts if text), sources)


def find_words(
    text: str, source: SourceFile, written: Letters, windows: Sequence[int] = WINDOWS
) -> Span | None:
    """Return the place of the first long row of letters that both texts have, one of `windows` long."""
    wanted = letters(text)
    for size in windows:
        if len(wanted) < size and size != WINDOWS[-1]:
            continue
        for start in range(0, max(len(wanted) - size, 0) + 1, max(size // 4, 1)):
            window = wanted[start : start + size]
            found = written.text.find(window) if window else -1
            if found >= 0 and (size > _UNMISTAKABLE or written.text.count(window) == 1):
                return _whole_words(
                    source, written.places[found], written.places[found + len(window) - 1] + 1
                )
    return None


def letters(text: str) -> str:
    """Return the letters and digits of a text in lower case."""
    return "".join(char for char in text.casefold() if char.isalnum())


def _whole_words(source: SourceFile, start: int, end: int) -> Span:
    """Return the span with the words in which it begins and ends, as far as they are on its first line."""
    text = source.text
    while start and not text[start - 1].isspace():
        start -= 1
    stop = text.find("\n", start)
    stop = len(text) if stop < 0 else stop
    end = min(end, stop)
    while end < stop and not text[end].isspace():
        end += 1
    return source.span(start, end)


def shown(text: str, length: int) -> str:
    """Return the beginning of a text, at most so many characters, for a message."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
