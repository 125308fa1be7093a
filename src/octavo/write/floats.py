"""Figures that float: where one leaves a gap at a page's foot, the text that follows moves up and fills it.

A layout is judged, a move is planned from its measures, and the book is laid out once more; only what has
less white is kept. What spills over onto one more page is drawn in on the way. Only paragraphs, lists and
quotations of the same chapter move up, and none whose notes would change places with those of the figure.
So figures, tables, headings and notes stay in order. Readers of the other editions, which have no pages,
find everything where its author put it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from octavo.write.float_places import is_group, passages
from octavo.write.page_gaps import HEADINGS, Block, laid_out_chapters
from octavo.write.short_ends import ShortEnd, short_ends, tighten

_GAP = 1 / 6
"""What is white at a page's foot and no less than this part of it looks like a mistake: seven lines or so.

Less is what a heading leaves that is kept with its text, and a figure far from its words costs more.
"""
_RAGGED = 1 / 20
"""What may stay white under the last paragraph that moves up."""
_WORTH = 16.0
"""By how many pixels less white a layout is better: a line or so."""
_LAYOUTS = 2


@dataclass(frozen=True, slots=True)
class Move:
    """The element of a figure or table, and those after it that move up before it."""

    element: Any
    passed: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """WeasyPrint's document, and what is read from its pages."""

    document: Any
    chapters: tuple[tuple[Block, ...], ...]
    ends: tuple[ShortEnd, ...]

    @property
    def white(self) -> float:
        return white(self.chapters) + sum(end.white for end in self.ends)


def with_floats(lay_out: Callable[[], Any], root: Any) -> Any:
    """Lay a book out, and again with figures moved as long as that leaves less white; at most three times.

    `lay_out` gives WeasyPrint's document for the HTML tree of `root`, which is changed in between.
    """
    best = _judged(lay_out())
    for _ in range(_LAYOUTS):
        if not _improve(root, best):
            break
        improved = _judged(lay_out())
        if improved.white > best.white - _WORTH:
            break
        best = improved
    return best.document


def _judged(document: Any) -> _Layout:
    return _Layout(document, laid_out_chapters(document.pages), short_ends(document.pages))


def _improve(root: Any, layout: _Layout) -> bool:
    """Change the tree where the next layout may be better, and tell whether there is such a place."""
    moves = [move for chapter in layout.chapters for move in planned_moves(chapter)]
    ends = [end for end in layout.ends if end.elements]
    for move in moves:
        _carry_out(root, move)
    for end in ends:
        tighten(end)
    return bool(moves or ends)


def white(chapters: Sequence[Sequence[Block]]) -> float:
    """Return how much white the gaps of a layout have together, those that do not matter left out."""
    gaps = {(block.page, block.gap) for chapter in chapters for block in chapter if _is_gap(block, block.gap)}
    return sum(gap for _, gap in sorted(gaps))


def planned_moves(blocks: Sequence[Block]) -> Iterator[Move]:
    """Yield the moves that fill a chapter's gaps.

    Each gap that is filled draws up what comes after it, which opens and closes others; `shift` is by how
    much the text has been drawn up so far.
    """
    shift = 0.0
    for index, block in enumerate(blocks):
        if not is_group(block.element):
            shift = 0.0 if _is_gap(block, block.gap) and not _leads(blocks, index) else shift
            continue
        if not block.gap and (not shift or _may_break(block.element)):
            continue
        room = (block.room + shift) % block.page_height or block.page_height
        if block.size <= room:
            shift += block.gap
            continue
        filling = _filling(blocks, index, room) if _is_gap(block, room) else ()
        if filling:
            yield Move(block.element, tuple(other.element for other in filling))
        shift += block.gap - (0 if filling else room)


def _filling(blocks: Sequence[Block], index: int, room: float) -> Sequence[Block]:
    """Return the blocks that fill the gap before a figure, so that it comes near the next page's top, if any.

    When there are too few to fill it, they are worth the move if they fill half of it.
    """
    figure = blocks[index]
    enough: Sequence[Block] = ()
    for run in passages([block.element for block in blocks], index):
        left = room - sum(block.size for block in blocks[run])
        if left <= figure.page_height * _RAGGED:
            return blocks[run] if figure.size - left <= figure.page_height else enough
        enough = blocks[run] if left <= room / 2 else ()
    return enough


def _is_gap(block: Block, height: float) -> bool:
    return height > block.page_height * _GAP


def _leads(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a block is a heading right before a figure or table, perhaps with others in between."""
    following = index
    while following < len(blocks) and blocks[following].element.tag in HEADINGS:
        following += 1
    return following > index and following < len(blocks) and is_group(blocks[following].element)


def _may_break(element: Any) -> bool:
    return any(inner.tag == "table" for inner in element.iter())


def _carry_out(root: Any, move: Move) -> None:
    parent = next(element for element in root.iter() if move.element in list(element))
    for element in move.passed:
        parent.remove(element)
        parent.insert(list(parent).index(move.element), element)
