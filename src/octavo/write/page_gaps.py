"""What lies where on laid-out pages: the blocks of each chapter, and the white that is left before them.

This reads the boxes of WeasyPrint's pages, which are private to it. All measures are in CSS pixels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_AROUND_CHAPTERS = frozenset({"html", "body", "main"})


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a chapter as it was laid out: its element in the HTML tree, and the page that it begins on.

    `size` is what it takes up, its notes included. `gap` is the white at the foot of the page before, when
    it, or a heading right before it, begins a page. `room` is what it had there, or, without a gap, has from
    its top to the foot of its page. `page_height` is that of the area for text.
    """

    element: Any
    page: int
    size: float
    gap: float
    room: float
    page_height: float


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The area for text of a page: its shape, its top, the end of its text, and the height of each note."""

    shape: tuple[float, float]
    top: float
    height: float
    foot: float
    notes: dict[Any, float]


@dataclass(frozen=True, slots=True)
class _Part:
    """What lies of a block on one page."""

    element: Any
    page: int
    top: float
    bottom: float
    margin: float


def laid_out_chapters(pages: Sequence[Any]) -> tuple[tuple[Block, ...], ...]:
    """Return the blocks of each chapter on WeasyPrint's pages, in their order."""
    sheets = [_sheet(page._page_box) for page in pages]  # noqa: SLF001  # nothing public has the places
    chapters: dict[Any, list[_Part]] = {}
    for index, page in enumerate(pages):
        for chapter in _chapter_boxes(page._page_box.children[0]):  # noqa: SLF001
            parts = [_part(box, index) for box in chapter.children if box.element is not chapter.element]
            chapters.setdefault(chapter.element, []).extend(parts)
    return tuple(tuple(_blocks(parts, sheets)) for parts in chapters.values())


def classes_of(element: Any) -> list[str]:
    """Return an element's classes."""
    classes: str = element.get("class") or ""
    return classes.split()


def is_note(element: Any) -> bool:
    """Tell whether an element floats to the foot of the page."""
    return "footnote" in classes_of(element)


def notes_in(element: Any) -> list[Any]:
    """Return the notes that are called in an element."""
    return [inner for inner in element.iter("span") if is_note(inner)]


def _chapter_boxes(box: Any) -> Iterator[Any]:
    if box.element is not None and "chapter" in classes_of(box.element):
        yield box
    elif box.element_tag in _AROUND_CHAPTERS:
        for child in box.children:
            yield from _chapter_boxes(child)


def _sheet(box: Any) -> _Sheet:
    top = box.content_box_y()
    areas = [child for child in box.children if type(child).__name__ == "FootnoteAreaBox" and child.children]
    notes = {note.element: note.margin_height() for area in areas for note in area.children}
    foot = top + box.height - sum(area.margin_height() for area in areas)
    return _Sheet((box.width, box.height), top, box.height, foot, notes)


def _part(box: Any, page: int) -> _Part:
    top = box.border_box_y()
    return _Part(box.element, page, top, top + box.border_height(), max(box.margin_top, box.margin_bottom))


def _blocks(parts: Sequence[_Part], sheets: Sequence[_Sheet]) -> Iterator[Block]:
    """Yield the blocks of a chapter, whose parts are given in order."""
    before: Block | None = None
    above: list[_Part] = []
    for of_block in _grouped(parts):
        block = _block(of_block, above, sheets)
        if before and before.gap and before.element.tag in HEADINGS and before.page == block.page:
            block = replace(block, gap=before.gap, room=before.room - before.size)
        yield block
        before = block
        above = [part for part in (*above, *of_block) if part.page == of_block[-1].page]


def _block(parts: Sequence[_Part], above: Sequence[_Part], sheets: Sequence[_Sheet]) -> Block:
    """Measure a block; `above` are the parts on the page on which the block before it ends."""
    first = parts[0]
    sheet = sheets[first.page]
    notes = {note: height for part in parts for note, height in sheets[part.page].notes.items()}
    size = sum(part.bottom - part.top for part in parts) + first.margin
    size += sum(notes.get(note, 0.0) for note in notes_in(first.element))
    last = above[-1] if above else first
    gap = 0.0
    if last.page + 1 == first.page and sheets[last.page].shape == sheet.shape:
        gap = max(sheets[last.page].foot - last.bottom, 0.0)
    called = {note for part in above if part.page == first.page for note in notes_in(part.element)}
    taken = sum(height for note, height in sheet.notes.items() if note in called)
    room = gap or sheet.height - (first.top - sheet.top) - taken
    return Block(first.element, first.page, size, gap, room, sheet.height)


def _grouped(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Yield the parts of each block: those that follow each other with the same element."""
    group: list[_Part] = []
    for part in parts:
        if group and group[-1].element is not part.element:
            yield group
            group = []
        group.append(part)
    if group:
        yield group
