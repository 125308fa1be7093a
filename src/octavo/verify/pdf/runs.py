"""What stands on the pages of a PDF: runs of text with their places, as a reader of PDFs sees them."""

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pypdfium2
import pypdfium2.raw as pdfium

T = TypeVar("T")

_HYPHEN_AT_LINE_END = "\x02"  # what PDFium makes of "-" there; the "‐" of hyphenation it leaves


_SPACES = (" ", "\u00a0")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line, in points from the page's lower left corner; `baseline` is where it stands.

    `size` is the type's size, `gap` the white between two words, both in points; 0 when there is none.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    size: float = 0.0
    gap: float = 0.0


@dataclass(frozen=True)
class PageText:
    """One page: its size in points when it has been cut, and its runs by the number of their marked content.

    `pictures` are the places of images and drawings, by the same numbers.
    """

    width: float
    height: float
    runs: Mapping[int, tuple[Run, ...]]
    pictures: Mapping[int, tuple[Box, ...]] = field(default_factory=dict)


class UnreadablePdf(Exception):
    """A file is not a PDF, or a damaged one."""


def read_pages(path: Path) -> tuple[PageText, ...]:
    """Read the text of all pages.

    Raises UnreadablePdf.
    """
    try:
        book = pypdfium2.PdfDocument(path)
        return tuple(_read_page(page) for page in book)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdf(str(error)) from error


def read_page(path: Path, index: int) -> PageText:
    """Read the text of one page, counted from 0.

    Raises UnreadablePdf.
    """
    try:
        with pypdfium2.PdfDocument(path) as book:
            return _read_page(book[index])
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise UnreadablePdf(str(error)) from error


def _read_page(page: Any) -> PageText:
    runs: dict[int, list[Run]] = {}
    pictures: dict[int, list[Box]] = {}
    textpage = page.get_textpage()
    words = _words(textpage)
    for item in _items(page):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(item)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            runs.setdefault(mark, []).append(_run(item, words.get(_address(item), _Words())))
        elif mark >= 0:
            pictures.setdefault(mark, []).append(_box(item))
    left, bottom, right, top = page.get_trimbox()
    textpage.close()
    page.close()
    return PageText(right - left, top - bottom, _fixed(runs), _fixed(pictures))


def _fixed(lists: Mapping[int, list[T]]) -> dict[int, tuple[T, ...]]:
    return {mark: tuple(values) for mark, values in lists.items()}


def _items(page: Any) -> Iterator[Any]:
    """Yield the page's objects in the order in which they are painted."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield pdfium.FPDFPage_GetObject(page, index)


@dataclass(slots=True)
class _Words:
    """The text of one text object, and the white between its words: their sum and number."""

    text: str = ""
    last: int = -1
    white: float = 0.0
    gaps: int = 0


def _words(textpage: Any) -> dict[int | None, _Words]:
    """Return the text of each text object, by its address in memory.

    The characters are read one by one: a whole object's text has spaces in it that PDFium guesses.
    """
    is_generated, unicode_of, object_of = (
        pdfium.FPDFText_IsGenerated,
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetTextObject,
    )
    handle = textpage.raw  # not the wrapper: it would be unwrapped for every character
    found: dict[int | None, _Words] = {}
    is_apart = False
    for index in range(textpage.count_chars()):
        if is_generated(handle, index):
            is_apart = True
            continue
        words = found.setdefault(_address(object_of(handle, index)), _Words())
        char = chr(unicode_of(handle, index))
        words.text += char
        if char in _SPACES:
            is_apart = True
            continue
        if is_apart and words.last >= 0:
            words.white += _white(handle, words.last, index)
            words.gaps += 1
        is_apart, words.last = False, index
    return found


def _white(handle: Any, before: int, after: int) -> float:
    """Measure the white between two characters, in points."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(handle, before, left, right, bottom, top)
    start = right.value
    pdfium.FPDFText_GetCharBox(handle, after, left, right, bottom, top)
    return left.value - start


def _address(item: Any) -> int | None:
    return ctypes.addressof(item.contents) if item else None


def _run(item: Any, words: _Words) -> Run:
    box = _box(item)
    matrix, size = pdfium.FS_MATRIX(), ctypes.c_float()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    pdfium.FPDFTextObj_GetFontSize(item, size)
    text = words.text.replace(_HYPHEN_AT_LINE_END, "-")
    gap = words.white / words.gaps if words.gaps else 0.0
    height = size.value * abs(matrix.d)
    return Run(text, box.left, box.bottom, box.right, box.top, matrix.f, height, gap)


def _box(item: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return Box(left.value, bottom.value, right.value, top.value)
