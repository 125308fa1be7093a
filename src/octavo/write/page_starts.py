"""Where each page of the PDF begins in the text, so that the EPUB can say so at the same place.

The HTML that both editions are made of numbers its blocks (`html.py`). A page begins in one of them, behind
so many of its letters: white space, hyphens and marks are not counted, since layout adds and removes them.
This reads the boxes of WeasyPrint's pages, which are private to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

PLACE = "data-place"
"""The attribute with the number of a block."""

_AROUND_PARTS = frozenset({"html", "body"})


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where the page with the folio `label` begins: in the block `place`, behind `letters` of its letters.

    `place` is None on pages of the house style, whose `part` is the first class of its section, "title-page".
    """

    label: str
    place: int | None
    letters: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text or a picture on a page: its block, or the part of the book that has none, and its letters."""

    place: int | None
    part: str
    letters: int


@dataclass
class _Reader:
    """Goes through pages in order; `counted` are the letters of each block so far."""

    places: Mapping[Any, int | None]
    counted: dict[int | None, int] = field(default_factory=dict)
    heads: set[Any] = field(default_factory=set)

    def start(self, page: Any, label: str) -> PageStart | None:
        """Return the start of the next page, None of one without a text."""
        found: PageStart | None = None
        for piece in self._pieces(page.children[0], ""):
            before = self.counted.get(piece.place, 0)
            found = found or PageStart(label, piece.place, before if piece.place else 0, piece.part)
            self.counted[piece.place] = before + piece.letters
        return found

    def _pieces(self, box: Any, part: str) -> Iterator[_Piece]:
        if "::" in (box.element_tag or "") or _is_call(box):
            return
        if getattr(box, "is_header", False):
            if box.element in self.heads:  # repeated on the pages over which its table goes on
                return
            self.heads.add(box.element)
        part = part or _part_of(box)
        letters = count_letters(getattr(box, "text", None) or "")
        if letters or hasattr(box, "replacement"):
            yield _Piece(self.places.get(box.element), part, letters)
        for child in getattr(box, "children", ()):
            yield from self._pieces(child, part)


def page_starts(pages: Sequence[Any], root: Any, labels: Sequence[str]) -> tuple[PageStart, ...]:
    """Return where WeasyPrint's pages begin; `root` is the tree of the HTML, `labels` are the pages' folios.

    Pages without text, such as those that only let a chapter begin on the right, are left out.
    """
    reader = _Reader(_places(root))
    starts = (reader.start(page._page_box, label) for page, label in zip(pages, labels, strict=True))  # noqa: SLF001
    return tuple(start for start in starts if start)


def count_letters(text: str) -> int:
    """Count the letters and digits of a text."""
    return sum(map(str.isalnum, text))


def _places(root: Any) -> dict[Any, int | None]:
    """Return the block in which each element stands, by element."""
    found: dict[Any, int | None] = {}

    def walk(element: Any, place: int | None) -> None:
        own = element.get(PLACE)
        place = int(own) if own else place
        found[element] = place
        for child in element:
            walk(child, place)

    walk(root, None)
    return found


def _is_call(box: Any) -> bool:
    """Tell whether a box is the number of a note, which is the book's matter and not the text's."""
    return box.element is not None and box.element.get("role") == "doc-noteref"


def _part_of(box: Any) -> str:
    """Name the part of the book that a box is: the first class of what stands in the body."""
    if box.element is None or box.element_tag in _AROUND_PARTS:
        return ""
    return str(box.element.get("class") or box.element_tag).split()[0]
