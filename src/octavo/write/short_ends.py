"""What ends with a nearly empty page is drawn in by as much as nobody sees, if that saves the page.

The entries of a list of sources move closer: a tenth of an em from each is a line for every dozen. In a
chapter whose last line or lines stand alone, paragraphs that end with a short line are set with a little
less white between their words, so that each loses this line.

This reads the boxes of WeasyPrint's pages, which are private to it. All measures are in CSS pixels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from octavo.write.float_places import words_of
from octavo.write.page_gaps import classes_of

TIGHT = "tight"
"""The class of lists and of paragraphs that are drawn in; the stylesheet says by how much."""
_ENTRY_GIVES, _WORD_GIVES = 0.1, 0.025
"""How many ems each entry and each space between words give."""
_SPILLED = 1 / 6
"""What fills no more than this part of a page is not worth one in a list."""
_LINES = 3
"""So many lines are not worth a page in a chapter."""
_AROUND = frozenset({"html", "body", "main"})
_LIST = "bibliography"
_ENDING = frozenset({"chapter", _LIST})

_Parts = Sequence[tuple[Any, Any]]
"""The pages on which something lies, and the box that it has on each."""


@dataclass(frozen=True, slots=True)
class ShortEnd:
    """The white on the nearly empty page on which something ends, and what to draw in to save the page."""

    white: float
    elements: tuple[Any, ...]


def short_ends(pages: Sequence[Any]) -> tuple[ShortEnd, ...]:
    """Return the chapters on WeasyPrint's pages that end with a nearly empty page."""
    parts = (parts for element, parts in _parts(pages) if _LIST not in classes_of(element))
    return tuple(end for end in map(_end_of_chapter, parts) if end)


def list_end(pages: Sequence[Any]) -> ShortEnd | None:
    """Return the list of sources on WeasyPrint's pages if it ends with a nearly empty page."""
    lists = ((element, parts) for element, parts in _parts(pages) if _LIST in classes_of(element))
    return next((end for element, parts in lists if (end := _end_of_list(element, parts))), None)


def _parts(pages: Sequence[Any]) -> Iterator[tuple[Any, _Parts]]:
    """Yield chapters and lists with their pages, where they have more than one."""
    all_parts: dict[Any, list[tuple[Any, Any]]] = {}
    for page in (page._page_box for page in pages):  # noqa: SLF001  # nothing public has the places
        for box in _endings(page.children[0]):
            all_parts.setdefault(box.element, []).append((page, box))
    return ((element, parts) for element, parts in all_parts.items() if len(parts) > 1)


def tighten(end: ShortEnd) -> None:
    """Draw in what gives way, from the next layout on."""
    for element in end.elements:
        element.set("class", " ".join((*classes_of(element), TIGHT)))


def _end_of_list(element: Any, parts: _Parts) -> ShortEnd | None:
    page, last = parts[-1]
    entries = [entry for _, box in parts[:-1] for entry in _with(box, "csl-entry")]
    spilled = max((_bottom(entry) for entry in _with(last, "csl-entry")), default=0.0) - page.content_box_y()
    if not entries or spilled > page.height * _SPILLED:
        return None
    given = sum(entry.style["font_size"] * _ENTRY_GIVES for entry in entries)
    may_do = given > spilled / 2 and TIGHT not in classes_of(element)  # pages end with some white, too
    return ShortEnd(page.height - spilled, (element,) if may_do else ())


def _end_of_chapter(parts: _Parts) -> ShortEnd | None:
    page, last = parts[-1]
    lines = list(_lines(last))
    if not lines or len(lines) > _LINES or any(box.element_tag in ("img", "table") for box in _inside(last)):
        return None
    spilled = lines[-1].position_y + lines[-1].height - page.content_box_y()
    paragraphs = [box for _, part in parts for box in part.children if box.element_tag == "p"]
    giving = [box.element for box in paragraphs if _gives_a_line(box)]
    needed = max(len(lines) - 1, 1)  # the last but one is often there only so that the last is not alone
    return ShortEnd(page.height - spilled, tuple(giving) if len(giving) >= needed else ())


def _gives_a_line(box: Any) -> bool:
    """Tell whether a paragraph, which ends on this page, may lose its last line."""
    lines = [line for line in _lines(box) if line.children]
    if len(lines) < _LINES or TIGHT in classes_of(box.element) or lines[-1].resume_at is not None:
        return False
    width = max(child.position_x + child.margin_width() for child in lines[-1].children) - box.position_x
    spaces = len(words_of(box.element).split()) - 1
    return bool(width < spaces * _WORD_GIVES * box.style["font_size"])


def _endings(box: Any) -> Iterator[Any]:
    if box.element is not None and not _ENDING.isdisjoint(classes_of(box.element)):
        yield box
    elif box.element_tag in _AROUND:
        for child in box.children:
            yield from _endings(child)


def _inside(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        yield child
        yield from _inside(child)


def _lines(box: Any) -> Iterator[Any]:
    return (inner for inner in _inside(box) if type(inner).__name__ == "LineBox")


def _with(box: Any, name: str) -> Iterator[Any]:
    """Yield the blocks in a box whose elements have a class."""
    blocks = (
        inner for inner in _inside(box) if type(inner).__name__ == "BlockBox" and inner.element is not None
    )
    return (block for block in blocks if name in classes_of(block.element))


def _bottom(box: Any) -> float:
    bottom: float = box.position_y + box.margin_height() - box.margin_bottom
    return bottom
