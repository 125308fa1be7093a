"""The chapters of a book as they lie on its pages: blocks, and the lines of each.

The stylesheet's `main` is a `Part` of the structure tree, with the notes in it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from octavo.verify.pdf.runs import Box, PageText, Run
from octavo.verify.pdf.text import HYPHEN, is_call
from octavo.verify.pdf.tree import Element, Piece
from octavo.verify.pdf.view import Book

Kind = Literal["text", "heading", "caption", "table", "figure", "code"]

_INLINE = frozenset({"Span", "Link", "Em", "Strong", "Code", "Quote", "Reference", "NonStruct"})
_CONTAINERS = frozenset({"Part", "Div", "Sect", "Art", "LI", "BlockQuote"})
"""What is in these is a block, even without a meaning of its own."""
_KINDS: dict[str, Kind] = {"P": "text", "LBody": "text", "LI": "text", "Caption": "caption"}
_ASIDE = frozenset({"Lbl", "Note"})
"""What stands beside the lines of a block: its number, and notes at the foot of the page."""

_HEADING = re.compile(r"H\d")
_DRAWN = frozenset({"Figure", "Formula"})
_RAISED_POINTS = 5.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its runs from left to right."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """What it says; PDFium leaves some spaces out."""
        return "".join(run.text for run in self.runs).strip()

    @property
    def box(self) -> Box:
        """Where it is."""
        return around(Box(run.left, run.bottom, run.right, run.top) for run in self.runs)

    @property
    def is_hyphenated(self) -> bool:
        """Whether it ends in the middle of a word."""
        return self.text.endswith(HYPHEN)

    @property
    def looseness(self) -> float:
        """The white between its words, as a part of the type's size; 0 when it cannot be told."""
        gaps = [run.gap / run.size for run in self.runs if run.gap and run.size]
        return min(gaps, default=0.0)


@dataclass(frozen=True, slots=True)
class Block:
    """What lies on one page of a paragraph, heading, caption, table, figure or piece of code."""

    kind: Kind
    lines: tuple[Line, ...]
    pictures: tuple[Box, ...] = ()

    @property
    def bottom(self) -> float:
        """Where its lowest part ends."""
        return min(box.bottom for box in (*(line.box for line in self.lines), *self.pictures))

    @property
    def text(self) -> str:
        """All that it says."""
        return text_of_lines(self.lines)


@dataclass(frozen=True, slots=True)
class ChapterPage:
    """A page of a chapter: indices from 0, size in points, its blocks in the order of reading, its notes."""

    page: int
    chapter: int
    width: float
    height: float
    blocks: tuple[Block, ...]
    notes: tuple[Line, ...] = ()


def chapter_pages(book: Book) -> tuple[ChapterPage, ...]:
    """Return the pages of the chapters, and of the bibliography as if it were one, in order."""
    notes: dict[int, list[Piece]] = {}
    for piece in (
        piece
        for element in book.tree.root.iter_elements()
        if element.tag == "Note"
        for piece in element.pieces
    ):
        notes.setdefault(piece.page, []).append(piece)
    found: list[ChapterPage] = []
    chapter = -1
    for index, element in _main_pages(book.tree.root):
        page = book.pages[index]
        chapter += sum(1 for inner in element.iter_elements() if inner.tag == "H1")
        blocks = tuple(block for block in _blocks(element, page) if block.lines or block.pictures)
        if blocks and chapter >= 0:
            found.append(
                ChapterPage(
                    index, chapter, page.width, page.height, blocks, _lines(page, notes.get(index, ()))
                )
            )
    return tuple(found)


def _main_pages(root: Element) -> Iterator[tuple[int, Element]]:
    """Yield each page of the main part, and what stands of it there."""
    for element in root.children:
        if isinstance(element, Element) and element.tag == "Part":
            for page in sorted(element.pages):
                yield page, element.on_page(page)


def text_of_lines(lines: Iterable[Line]) -> str:
    """Return what lines say, their hyphens taken away; at their ends, spaces are missing."""
    return "".join(line.text.removesuffix(HYPHEN) for line in lines)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest rectangle around at least one."""
    known = tuple(boxes)
    return Box(
        min(box.left for box in known),
        min(box.bottom for box in known),
        max(box.right for box in known),
        max(box.top for box in known),
    )


def _blocks(element: Element, page: PageText) -> Iterator[Block]:
    """Yield an element's own text as one block, then the blocks that are in it."""
    if element.tag == "Table" or element.tag in _DRAWN:
        pieces = element.pieces
        kind: Kind = "table" if element.tag == "Table" else "figure"
        yield Block(kind, _lines(page, pieces), _pictures(page, pieces))
        return
    own, inner = _content(element)
    drawn = [child for child in inner if element.tag in _KINDS and child.tag in _DRAWN]
    pictures = _pictures(page, [piece for child in drawn for piece in child.pieces])
    yield Block(_kind(element), _lines(page, own), pictures)
    for child in inner:
        if child not in drawn:
            yield from _blocks(child, page)


def _kind(element: Element) -> Kind:
    """Return what an element's own text is; a paragraph of nothing but code is code."""
    if element.children and all(
        isinstance(child, Element) and child.tag == "Code" for child in element.children
    ):
        return "code"
    return _KINDS.get(element.tag, "heading" if _HEADING.match(element.tag) else "code")


def _content(element: Element) -> tuple[list[Piece], list[Element]]:
    """Return the text that belongs to an element itself, without calls of notes, and the blocks in it."""
    pieces: list[Piece] = []
    inner: list[Element] = []
    for child in element.children:
        if isinstance(child, Piece):
            pieces.append(child)
        elif _is_in_line(child, element):
            if not is_call(child) and not child.alternative:
                of_child, below = _content(child)
                pieces += of_child
                inner += below
        elif child.tag not in _ASIDE:
            inner.append(child)
    return pieces, inner


def _is_in_line(child: Element, element: Element) -> bool:
    """Tell whether the text of an element belongs to what it stands in, as a caption's paragraph does."""
    if element.tag == "Caption" and child.tag == "P":
        return True
    return child.tag in _INLINE and not (child.tag == "NonStruct" and element.tag in _CONTAINERS)


def _lines(page: PageText, pieces: Sequence[Piece]) -> tuple[Line, ...]:
    lines: list[list[Run]] = []
    for run in (run for piece in pieces for run in page.runs.get(piece.mark, ())):
        if lines and _same_line(lines[-1][-1], run):
            lines[-1].append(run)
        elif run.text.strip():
            lines.append([run])
    return tuple(Line(tuple(runs)) for runs in lines)


def _same_line(last: Run, following: Run) -> bool:
    return abs(last.baseline - following.baseline) < _RAISED_POINTS and following.left >= last.left


def _pictures(page: PageText, pieces: Sequence[Piece]) -> tuple[Box, ...]:
    return tuple(box for piece in pieces for box in page.pictures.get(piece.mark, ()))
