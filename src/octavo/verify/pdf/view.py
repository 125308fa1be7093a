"""What a PDF says, read from its pages, in the terms of the document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from octavo.model import EditionView
from octavo.verify.pdf.runs import PageText, UnreadablePdf, read_pages
from octavo.verify.pdf.text import Fragment, fragments_of, join_fragments, text_of
from octavo.verify.pdf.tree import Element, PdfTree, Place, read_tree

_HEADING = re.compile(r"H([1-6])(?:as[1-6])?")
"""A heading keeps its own level in its tag where the level before it is skipped."""

_BACK = re.compile(r"fnref\d+")
_NUMBER = re.compile(r"\(\d+\)")


@dataclass(frozen=True)
class Book:
    """A PDF that was read: what it says about itself, and its pages."""

    tree: PdfTree
    pages: tuple[PageText, ...]


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note as it stands at the foot of a page: number, label, text, and the runs of both."""

    number: int
    label: str
    text: str
    fragments: tuple[Fragment, ...]


def open_book(path: Path) -> Book:
    """Read a PDF; one that was read last and has not changed since is not read again.

    Its rules and its agreement with the text are asked for one after the other, and reading takes most of
    the time. Raises UnreadablePdf.
    """
    try:
        state = path.stat()
    except OSError as error:
        raise UnreadablePdf(str(error)) from error
    return _read_book(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=1)
def _read_book(path: Path, _changed_ns: int, _size: int) -> Book:
    return Book(read_tree(path), read_pages(path))


def read_pdf(path: Path) -> EditionView:
    """Read a PDF back: what a reader sees on its pages.

    Raises UnreadablePdf.
    """
    return view_of_book(open_book(path))


def view_of_book(book: Book) -> EditionView:
    """Return what the book says."""
    return EditionView(
        headings=tuple(iter_headings(book)),
        notes=tuple((note.label, note.text) for note in iter_notes(book)),
        figures=tuple(_captions(book, in_table=False)),
        tables=tuple(_captions(book, in_table=True)),
        references=tuple(_references(book)),
        equations=tuple(_equations(book)),
    )


def iter_headings(book: Book) -> Iterator[tuple[int, str]]:
    """Yield level and text of each heading; parts of one that stand on two pages are two."""
    for element in book.tree.root.iter_elements():
        found = _HEADING.fullmatch(element.tag)
        if found:
            yield int(found[1]), text_of(element, book.pages)


def iter_notes(book: Book) -> Iterator[PrintedNote]:
    """Yield the notes in the order of the pages: each is tagged as one and has a link back to its call."""
    yield from sorted(_notes(book), key=_in_order_of_pages)


def _notes(book: Book) -> Iterator[PrintedNote]:
    for element in book.tree.root.iter_elements():
        back = _back_link(element) if element.tag == "Note" else None
        if back is None:
            continue
        text = fragments_of(_without_labels(element, back), book.pages)
        label = fragments_of(back, book.pages)
        number = int((back.link or "").removeprefix("fnref"))
        yield PrintedNote(number, join_fragments(label), join_fragments(text), (*label, *text))


def _in_order_of_pages(note: PrintedNote) -> tuple[int, float]:
    """Order notes by the place of their first words."""
    return min(((fragment.page, -fragment.run.top) for fragment in note.fragments), default=(0, 0.0))


def _back_link(note: Element) -> Element | None:
    """Return the link of a note's label to its call."""
    return next((inner for inner in note.iter_elements() if _BACK.fullmatch(inner.link or "")), None)


def _without_labels(element: Element, back: Element) -> Element:
    """Return a note without its own label and those that the stylesheet puts before the items of a list.

    They are told by their tags: a line of a note may hold nothing but `45.`.
    """
    children = tuple(
        _without_labels(child, back) if isinstance(child, Element) else child
        for child in element.children
        if child is not back and not (isinstance(child, Element) and child.tag == "Lbl")
    )
    return replace(element, children=children)


def _captions(book: Book, *, in_table: bool) -> Iterator[str]:
    for element in book.tree.root.iter_elements():
        for child in element.children:
            if isinstance(child, Element) and child.tag == "Caption" and (element.tag == "Table") == in_table:
                yield text_of(child, book.pages)


def _equations(book: Book) -> Iterator[str]:
    """Yield the formulas with a number: paragraphs of a picture, which has its TeX, and a number."""
    for element in book.tree.root.iter_elements():
        first, rest = (element.children or (None,))[0], element.children[1:]
        if element.tag == "P" and isinstance(first, Element) and first.tag == "Formula" and rest:
            number = text_of(replace(element, children=rest), book.pages)
            if _NUMBER.fullmatch(number):
                yield " ".join([*first.alternative.split(), number])


def _references(book: Book) -> Iterator[str]:
    """Yield the entries of the bibliography: each begins where a destination `ref-…` is."""
    starts = sorted(
        (place for name, place in book.tree.places.items() if name.startswith("ref-")), key=_in_reading_order
    )
    if not starts:
        return
    end = book.tree.places.get("sources-by-chapter")
    grouped: list[list[Fragment]] = [[] for _ in starts]
    for fragment in _bibliography(book, starts[0]):
        if end and _begins_before(end, fragment):
            break
        index = sum(1 for start in starts if _begins_before(start, fragment)) - 1
        grouped[max(index, 0)].append(fragment)
    yield from (join_fragments(fragments) for fragments in grouped)


def _bibliography(book: Book, start: Place) -> list[Fragment]:
    """Return the fragments of the innermost division that holds all that begins at `start`.

    Notes are none of it.
    """
    parts = [fragments_of(_without_headings(element), book.pages) for element in _divisions(book.tree.root)]
    return [fragment for part in parts for fragment in part if _begins_before(start, fragment)]


def _without_headings(element: Element) -> Element:
    """Return the element without the titles of sections in it."""
    children = tuple(
        _without_headings(child) if isinstance(child, Element) else child
        for child in element.children
        if not (isinstance(child, Element) and _HEADING.fullmatch(child.tag))
    )
    return replace(element, children=children)


def _divisions(root: Element) -> Iterator[Element]:
    """Yield what is inside the document's main part, page by page."""
    for element in root.iter_elements():
        if element.tag == "Part":
            yield element


def _in_reading_order(place: Place) -> tuple[int, float]:
    return place.page, -place.top


def _begins_before(start: Place, fragment: Fragment) -> bool:
    middle = (fragment.run.top + fragment.run.bottom) / 2
    return (start.page, -start.top) <= (fragment.page, -middle)
