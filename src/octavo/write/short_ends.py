"""A list of sources whose last lines spill over onto a page of their own: its entries move a little closer.

The space between entries is the only one in a book that may give way without a reader's noticing. A tenth
of an em from each is a line for every dozen entries, and so the page is saved if the list is long enough.

This reads the boxes of WeasyPrint's pages, which are private to it. All measures are in CSS pixels.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from octavo.write.page_gaps import classes_of

TIGHT = "tight"
"""The class of a list whose entries stand closer; the stylesheet says how much closer that is."""
_GIVES = 0.1
"""How many ems each entry gives."""
_SPILLED = 1 / 6
"""What fills no more than this part of a page is not worth one."""
_AROUND = frozenset({"html", "body", "main"})


@dataclass(frozen=True, slots=True)
class ShortEnd:
    """The element of a list that ends with a nearly empty page, and the white on that page."""

    element: Any
    white: float
    can_be_saved: bool


def short_ends(pages: Sequence[Any]) -> tuple[ShortEnd, ...]:
    """Return the lists of sources on WeasyPrint's pages that end with a nearly empty page."""
    lists: dict[Any, list[tuple[Any, Any]]] = {}
    for page in (page._page_box for page in pages):  # noqa: SLF001  # nothing public has the places
        for box in _lists(page.children[0]):
            lists.setdefault(box.element, []).append((page, box))
    ends = (_short_end(element, parts) for element, parts in lists.items())
    return tuple(end for end in ends if end)


def tighten(end: ShortEnd) -> None:
    """Let the entries of a list stand closer from the next layout on."""
    end.element.set("class", " ".join((*classes_of(end.element), TIGHT)))


def _short_end(element: Any, parts: Sequence[tuple[Any, Any]]) -> ShortEnd | None:
    page, last = parts[-1]
    entries = [entry for _, box in parts[:-1] for entry in _entries(box)]
    spilled = max((_bottom(entry) for entry in _entries(last)), default=0.0) - page.content_box_y()
    if not entries or spilled > page.height * _SPILLED:
        return None
    given = sum(entry.style["font_size"] * _GIVES for entry in entries)
    may_do = given > spilled / 2 and TIGHT not in classes_of(element)  # pages end with some white, too
    return ShortEnd(element, page.height - spilled, can_be_saved=may_do)


def _lists(box: Any) -> Iterator[Any]:
    if box.element is not None and "bibliography" in classes_of(box.element):
        yield box
    elif box.element_tag in _AROUND:
        for child in box.children:
            yield from _lists(child)


def _entries(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if child.element is not None and "csl-entry" in classes_of(child.element):
            yield child
        elif child.element is not box.element:
            yield from _entries(child)


def _bottom(box: Any) -> float:
    bottom: float = box.border_box_y() + box.border_height()
    return bottom
