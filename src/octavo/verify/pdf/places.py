"""Where on the pages of any PDF is something that a validator names by the number of its object?"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from octavo.verify.pdf.runs import PageText, UnreadablePdf, read_page

_MOST_STEPS = 2000
_MOST_LETTERS = 300
_DRAWN = ("/Figure", "/Formula")
"""What is best known by the words beside it: those within are labels of a drawing."""

_CONTENT = re.compile(r"(?:page|mark):(\d+)(?::(\d+))?")


def places_of(path: Path, *names: str) -> list[tuple[int | None, list[str]]]:
    """Find what is named: the page from 0 (None when it is on none), and words there, the best first.

    A name is the number of a structure element's object, or `page:3`, or `mark:3:12` for marked content on
    a page. Gives nothing for what cannot be found.
    """
    try:
        with pikepdf.open(path) as pdf:
            finder = _Finder(path, pdf)
            return [finder.place(name) for name in names]
    except (pikepdf.PdfError, pypdfium2.PdfiumError, UnreadablePdf):
        return [(None, []) for _ in names]


class _Finder:
    """A PDF that is open, and the texts of the pages that were asked for."""

    def __init__(self, path: Path, pdf: pikepdf.Pdf) -> None:
        self._path, self._pdf = path, pdf
        self._numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self._texts: dict[int, PageText] = {}

    def place(self, name: str) -> tuple[int | None, list[str]]:
        content = _CONTENT.fullmatch(name)
        if content:
            page, mark = int(content[1]), content[2]
            return page, [self._text([(page, int(mark))])] if mark is not None else []
        element = self._pdf.get_object((int(name), 0))
        if not isinstance(element, pikepdf.Dictionary):
            return None, []
        marks = self._marks(element)
        words = [str(element.get(key, "")) for key in ("/Alt", "/ActualText", "/E")]
        texts = [self._text(marks), self._text(self._marks_around(element, marks))]
        words += reversed(texts) if element.get("/S") in _DRAWN else texts
        page_of_own = self._page_of(element)
        pages = [page for page, _ in marks] + ([] if page_of_own is None else [page_of_own])
        return (pages[0] if pages else None), [text[:_MOST_LETTERS] for text in words if text.strip()]

    def _marks_around(self, element: Any, own: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return what stands beside an element in the one around it, such as a picture's caption."""
        around = element.get("/P")
        marks = self._marks(around) if isinstance(around, pikepdf.Dictionary) else []
        return [mark for mark in marks if mark not in own]

    def _page_of(self, element: Any) -> int | None:
        """Return the page that an element or one of those around it names."""
        for _ in range(_MOST_STEPS):
            if not isinstance(element, pikepdf.Dictionary):
                return None
            if "/Pg" in element:
                return self._numbers.get(element["/Pg"].objgen)
            element = element.get("/P")
        return None

    def _marks(self, element: Any) -> list[tuple[int, int]]:
        """Return page and number of all marked content below an element, in order, up to a limit."""
        return list(self._walk(element, self._page_of(element)))

    def _walk(self, element: Any, page: int | None) -> Iterator[tuple[int, int]]:
        waiting: list[tuple[Any, int | None]] = [(element, page)]
        for _ in range(_MOST_STEPS):
            if not waiting:
                return
            item, page = waiting.pop()
            if isinstance(item, int):
                if page is not None:
                    yield page, item
            elif isinstance(item, pikepdf.Array):
                waiting += [(child, page) for child in reversed(list(item))]
            elif isinstance(item, pikepdf.Dictionary):
                own = self._numbers.get(item["/Pg"].objgen, page) if "/Pg" in item else page
                inner = item.get("/MCID") if item.get("/Type") == "/MCR" else item.get("/K")
                waiting.append((inner, own))

    def _text(self, marks: Sequence[tuple[int, int]]) -> str:
        pieces = []
        for page, mark in marks:
            runs = self._page(page).runs.get(mark, ())
            pieces.append("".join(run.text for run in runs))
        return " ".join(" ".join(pieces).split())

    def _page(self, index: int) -> PageText:
        if index not in self._texts:
            self._texts[index] = read_page(self._path, index)
        return self._texts[index]
