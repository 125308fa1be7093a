"""What an EPUB says: headings, notes, captions and references, as plain text."""

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from octavo.model import EditionView
from octavo.verify.epub.book import OPS, XHTML, Book

_BLOCKS = frozenset({"p", "div", "li", "dt", "dd", "tr", "td", "th", "pre", "blockquote", "br"})
_HEADINGS = {f"{{{XHTML}}}h{level}": level for level in range(1, 7)}
_TYPE = f"{{{OPS}}}type"
_MATH = "{http://www.w3.org/1998/Math/MathML}"


def view_of_book(book: Book) -> EditionView:
    """Read what the chapters and the bibliography say, in the order of the spine."""
    sections = [section for name in book.spine if name for section in _sections(book.pages[name])]
    notes = [note for section in sections for note in _typed(section, "aside", "footnote")]
    return EditionView(
        headings=tuple(
            (_HEADINGS[str(element.tag)], _text(element))
            for section in sections
            for element in section.iter(*_HEADINGS)
        ),
        notes=tuple((_label(note), _text(note)) for note in notes),
        figures=tuple(_text(caption) for section in sections for caption in _all(section, "figcaption")),
        tables=tuple(_text(caption) for section in sections for caption in _all(section, "caption")),
        references=tuple(
            _text(entry)
            for section in sections
            for entry in _all(section, "div")
            if "csl-entry" in _classes(entry)
        ),
        equations=tuple(
            _text(block)
            for section in sections
            for block in _all(section, "div")
            if "equation" in _classes(block)
        ),
    )


def _sections(page: _Element) -> Iterator[_Element]:
    """Yield the sections of the text proper: chapters and the bibliography."""
    for section in _all(page, "section"):
        if {"chapter", "bibliography"} & set(_classes(section)):
            yield section


def _all(element: _Element, tag: str) -> Iterator[_Element]:
    return element.iter(f"{{{XHTML}}}{tag}")


def _typed(element: _Element, tag: str, epub_type: str) -> Iterator[_Element]:
    return (found for found in _all(element, tag) if epub_type in (found.get(_TYPE) or "").split())


def _classes(element: _Element) -> list[str]:
    return (element.get("class") or "").split()


def _label(note: _Element) -> str:
    labels = (element for element in _all(note, "span") if "note-label" in _classes(element))
    return next((label.text or "" for label in labels), "")


def _text(element: _Element) -> str:
    """Return the element's text without calls, note labels and ways back, its white space folded."""
    pieces: list[str] = []
    _gather(element, pieces.append)
    return " ".join("".join(pieces).replace("\u00ad", "").split())


def _gather(element: _Element, add: Callable[[str], None]) -> None:
    if _is_apparatus(element):
        return
    space = " " if str(element.tag).rsplit("}", 1)[-1] in _BLOCKS else ""
    add(space)
    if element.tag == f"{_MATH}math":
        add(_formula(element))
    else:
        add(element.text or element.get("alt") or "")
        for child in element:
            _gather(child, add)
            add(child.tail or "")
    add(space)


def _is_apparatus(element: _Element) -> bool:
    return element.get("role") in {"doc-noteref", "doc-backlink"} or "note-label" in _classes(element)


def _formula(math: _Element) -> str:
    """Return a formula as its author wrote it, which Pandoc keeps beside the MathML."""
    return "".join(note.text or "" for note in math.iter(f"{_MATH}annotation"))
