"""What stands on the pages of a PDF: runs of text with their places, as a reader of PDFs sees them."""

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_HYPHEN_AT_LINE_END = "\x02"  # what PDFium makes of "-" there; the "‐" of hyphenation it leaves


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line, in points from the page's lower left corner; `baseline` is where it stands."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float


@dataclass(frozen=True)
class PageText:
    """One page: its size in points, and its runs by the number of their marked content."""

    width: float
    height: float
    runs: Mapping[int, tuple[Run, ...]]


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


def _read_page(page: Any) -> PageText:
    runs: dict[int, list[Run]] = {}
    textpage = page.get_textpage()
    texts = _texts(textpage)
    for item in _text_items(page):
        run = _run(item, texts.get(_address(item), ""))
        runs.setdefault(pdfium.FPDFPageObj_GetMarkedContentID(item), []).append(run)
    width, height = page.get_size()
    textpage.close()
    page.close()
    return PageText(width, height, {mark: tuple(marked) for mark, marked in runs.items()})


def _text_items(page: Any) -> Iterator[Any]:
    """Yield the page's text objects in the order in which they are painted."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            yield item


def _texts(textpage: Any) -> dict[int | None, str]:
    """Return the text of each text object, by its address in memory.

    The characters are read one by one: a whole object's text has spaces in it that PDFium guesses.
    """
    is_generated, unicode_of, object_of = (
        pdfium.FPDFText_IsGenerated,
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetTextObject,
    )
    handle = textpage.raw  # not the wrapper: it would be unwrapped for every character
    texts: dict[int | None, str] = {}
    for index in range(textpage.count_chars()):
        if not is_generated(handle, index):
            address = _address(object_of(handle, index))
            texts[address] = texts.get(address, "") + chr(unicode_of(handle, index))
    return texts


def _address(item: Any) -> int | None:
    return ctypes.addressof(item.contents) if item else None


def _run(item: Any, text: str) -> Run:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    text = text.replace(_HYPHEN_AT_LINE_END, "-")
    return Run(text, left.value, bottom.value, right.value, top.value, matrix.f)
