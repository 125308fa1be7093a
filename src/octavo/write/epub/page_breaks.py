"""Marks where the pages of the PDF begin, so that readers of both can find each other's places.

A mark has no text of its own, only a name (EPUB Structural Semantics Vocabulary 1.1, `pagebreak`; Digital
Publishing WAI-ARIA Module 1.1, `doc-pagebreak`). The navigation document lists all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from octavo.write.epub.files import Page
from octavo.write.epub.xhtml import EPUB_TYPE, MATHML, XHTML, classes_of, make
from octavo.write.page_starts import PLACE, PageStart, count_letters

_PARTS: Mapping[str, str] = {
    "cover": "cover.xhtml",
    "title-page": "title-page.xhtml",
    "imprint-page": "imprint.xhtml",
    "contents": "nav.xhtml",
    "colophon": "colophon.xhtml",
}
"""The page of the EPUB for each part of the PDF that the house style adds."""

_OUTSIDE = frozenset({f"{{{XHTML}}}{tag}" for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "figure")})
_LINK = f"{{{XHTML}}}a"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place between two characters: in the text of an element, or in its tail."""

    element: _Element
    is_tail: bool
    index: int


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a block: whose it is, and whether it is the element's own or its tail."""

    element: _Element
    is_tail: bool
    text: str


def place_page_breaks(pages: Sequence[Page], starts: Sequence[PageStart]) -> None:
    """Mark in the pages of the book where those of the PDF begin.

    What the book lacks, or shows as one page, has no marks: of the contents, the first page alone.
    """
    blocks = {int(block.attrib[PLACE]): block for block in _iter_blocks(pages)}
    marked: set[str] = set()
    for start in starts:
        if start.place in blocks:
            _insert(blocks[start.place], start.letters, _mark(start.label))
        elif start.place is None and start.part not in marked:
            marked.add(start.part)
            _open_page(pages, _PARTS.get(start.part), _mark(start.label))


def forget_places(pages: Sequence[Page]) -> None:
    """Take the numbers of the blocks away: nobody asks for them any more."""
    for block in _iter_blocks(pages):
        del block.attrib[PLACE]


def page_list(pages: Sequence[Page]) -> list[dict[str, str]]:
    """Return the list of pages, in the order of the text: `label` and `href`."""
    marks = (
        (page, mark)
        for page in pages
        for mark in page.find_all("span")
        if mark.get("role") == "doc-pagebreak"
    )
    return [
        {"label": str(mark.get("aria-label")), "href": f"{page.name}#{mark.get('id')}"}
        for page, mark in marks
    ]


def _mark(label: str) -> _Element:
    """Make a mark; its identifier has dots, which no heading's has that could be like it."""
    attributes = {
        EPUB_TYPE: "pagebreak",
        "role": "doc-pagebreak",
        "id": f"pdf.page.{label}",
        "aria-label": label,
    }
    return make("span", attributes)


def _iter_blocks(pages: Sequence[Page]) -> Iterator[_Element]:
    for page in pages:
        for root in page.elements:
            yield from (element for element in root.iter() if element.get(PLACE))


def _open_page(pages: Sequence[Page], name: str | None, mark: _Element) -> None:
    """Put a mark at the beginning of a page of the house style."""
    for page in pages:
        if page.name == name and page.elements:
            _put(_Spot(page.elements[0], is_tail=False, index=0), mark)


def _insert(block: _Element, letters: int, mark: _Element) -> None:
    """Put a mark into a block, behind so many of its letters; before it where it cannot be inside."""
    outer = _outside(block)
    if not letters and outer is not None:
        outer.addprevious(mark)
    else:
        _put(_hoisted(_spot(block, letters)), mark)


def _outside(block: _Element) -> _Element | None:
    """Return what a mark at the beginning of a block is put before; None when it may be inside."""
    if block.tag in _OUTSIDE:
        return block
    table = next(block.iterancestors(f"{{{XHTML}}}table"), None)
    if table is None or next((cell for cell in table.iter() if cell.get(PLACE)), None) is not block:
        return None
    box = table.getparent()
    return box if box is not None and "scroll" in classes_of(box) else table


def _spot(block: _Element, letters: int) -> _Spot:
    """Return the place before the word that follows on so many letters, or behind the word that goes on."""
    texts = list(_texts(block))
    for text in texts:
        count = count_letters(text.text)
        if letters < count:
            return _Spot(text.element, text.is_tail, _word_start(text.text, letters))
        letters -= count
    last = texts[-1] if texts else _Text(block, is_tail=False, text="")
    return _Spot(last.element, last.is_tail, len(last.text))


def _word_start(text: str, letters: int) -> int:
    """Return where the word begins that has the next letter; a word that is broken there is left whole."""
    places = [index for index, char in enumerate(text) if char.isalnum()]
    next_letter, last = places[letters], places[letters - 1] if letters else -1
    between = text[last + 1 : next_letter]
    spaces = [index for index, char in enumerate(between) if char.isspace()]
    if spaces or last < 0:
        return last + 1 + spaces[-1] + 1 if spaces else 0
    rest = text[next_letter:].split(None, 1)[1:]
    return len(text) - len(rest[0]) if rest else len(text)


def _texts(element: _Element) -> Iterator[_Text]:
    """Yield a block's own texts in order: those of blocks in it, of notes and of formulas are theirs."""
    if element.text:
        yield _Text(element, is_tail=False, text=element.text)
    for child in element:
        if not (child.get(PLACE) or _is_apart(child)):
            yield from _texts(child)
        if child.tail:
            yield _Text(child, is_tail=True, text=child.tail)


def _is_apart(element: _Element) -> bool:
    return element.get("role") in {"doc-noteref", "doc-pagebreak"} or element.tag == f"{{{MATHML}}}math"


def _hoisted(spot: _Spot) -> _Spot:
    """Leave what a mark would give its name to: links, and whatever begins with the mark."""
    while True:
        link = next(_around(spot), None)
        if link is None:
            return spot
        spot = _before(link)


def _around(spot: _Spot) -> Iterator[_Element]:
    """Yield what a place must leave: a link around it, or an element that it opens, the innermost first."""
    element = spot.element.getparent() if spot.is_tail else spot.element
    while element is not None and not element.get(PLACE):
        opens = not spot.is_tail and spot.index == 0 and element is spot.element
        if element.tag == _LINK or (opens and element.tag.startswith(f"{{{XHTML}}}")):
            yield element
        element = element.getparent()


def _before(element: _Element) -> _Spot:
    """Return the place right before an element."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        return _Spot(before, is_tail=True, index=len(before.tail or ""))
    outer = element if parent is None else parent
    return _Spot(outer, is_tail=False, index=len(outer.text or ""))


def _put(spot: _Spot, mark: _Element) -> None:
    """Put a mark at a place."""
    element, index = spot.element, spot.index
    if spot.is_tail:
        text = element.tail or ""
        element.tail, mark.tail = text[:index], text[index:]
        parent = element.getparent()
        if parent is not None:
            parent.insert(parent.index(element) + 1, mark)
    else:
        text = element.text or ""
        element.text, mark.tail = text[:index], text[index:]
        element.insert(0, mark)
