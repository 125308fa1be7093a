"""Faults of typesetting: what is all there, and yet no compositor would let pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from octavo.diagnostics import Diagnostic
from octavo.model import Document
from octavo.verify.pdf.area import is_inside, text_area
from octavo.verify.pdf.held import caption_of, gap_hint, is_turned
from octavo.verify.pdf.lines import ChapterPage, chapter_pages, text_of_lines
from octavo.verify.pdf.passages import Passages, passages_of, shown
from octavo.verify.pdf.runs import Box
from octavo.verify.pdf.view import Book

_SHOWN_CHARACTERS = 44
_LINES_AFTER_HEADING = 2
_LINES_ON_LAST_PAGE = 4
_LOOSE = 0.9
"""The white between words of a stretched line, as a part of the type's size: a usual space has 0.29."""
_HYPHENS_IN_A_ROW = 3
_EMPTY_PART = 1 / 3
_PICTURE_ROOM = 6.0
"""Pictures may hang out like type of this size: half of a line along an edge is cut off."""
_OTHER_LENGTH = "shorten the chapter by as many lines, or lengthen it by a few"
_SHORTER_LIST = "shorten some entries, such as those with a long address and a DOI"
_FLOATING = ("figure", "caption", "table")


@dataclass(frozen=True)
class _Told:
    """What a finding is told with."""

    document: Document
    passages: Passages

    def paragraph(self, code: str, text: str, chapter: int, what: str, hint: str) -> Diagnostic:
        """Make a diagnostic about a paragraph; `what` goes on after its first words."""
        return self._of(code, self.passages.beginning(text) or text, chapter, what, hint)

    def heading(self, code: str, text: str, chapter: int, what: str, hint: str) -> Diagnostic:
        """Make a diagnostic about a heading; `what` goes on after its text."""
        span = self.passages.heading(text, chapter)
        file = None if span else self.passages.file(chapter)
        name = span.text if span else text
        return Diagnostic(code, f"`{shown(name, _SHOWN_CHARACTERS)}` {what}", span, hint, file=file)

    def line(self, code: str, text: str, chapter: int, what: str, hint: str) -> Diagnostic:
        """Make a diagnostic about one line; `what` goes on after its words, as they were written."""
        return self._of(code, self.passages.words(text) or text, chapter, what, hint)

    def _of(self, code: str, text: str, chapter: int, what: str, hint: str) -> Diagnostic:
        span = self.passages.span(text, chapter)
        file = None if span else self.passages.file(chapter)
        return Diagnostic(code, f"`{shown(text, _SHOWN_CHARACTERS)}` {what}", span, hint, file=file)


def find_composition_faults(document: Document, book: Book) -> Iterator[Diagnostic]:
    """Yield the faults of typesetting in the chapters, page by page."""
    pages = chapter_pages(book)
    told = _Told(document, passages_of(document))
    brand = document.publication.brand
    for page, following in pairwise(pages):
        if page.page + 1 == following.page and page.chapter == following.chapter:
            yield from _find_parted_lines(told, page, following)
            yield from _find_gap(told, page, following, text_area(brand.page, page))
            yield from _find_low_heading(told, page)
    for page in pages:
        yield from _find_loose_lines(told, page)
        yield from _find_ladders(told, page)
        yield from _find_overflow(told, page, text_area(brand.page, page))
    for _, of_chapter in groupby(pages, key=lambda page: page.chapter):
        yield from _find_runt(told, tuple(of_chapter))


def _find_parted_lines(told: _Told, page: ChapterPage, following: ChapterPage) -> Iterator[Diagnostic]:
    """Report a paragraph that goes on over the page and has one line alone on either side."""
    before = [block for block in page.blocks if block.kind == "text" and block.lines]
    after = [block for block in following.blocks if block.kind == "text" and block.lines]
    if not before or not after:
        return
    first, rest = before[-1], after[0]
    paragraph = told.passages.joined(first.text, rest.text)
    if paragraph is None:
        return
    hint = "lengthen or shorten the paragraph by some words, or move a figure"
    if len(first.lines) == 1:
        what = f"leaves its first line alone at the foot of page {page.page + 1}"
        yield told.paragraph("V041", paragraph, page.chapter, what, hint)
    elif len(rest.lines) == 1:
        what = f"ends with one line alone at the top of page {following.page + 1}"
        yield told.paragraph("V040", paragraph, page.chapter, what, hint)


def _find_low_heading(told: _Told, page: ChapterPage) -> Iterator[Diagnostic]:
    """Report the first heading of a page after which there is too little text on it."""
    for index, block in enumerate(page.blocks):
        after = page.blocks[index + 1 :]
        if block.kind != "heading" or any(other.kind in ("table", "figure") for other in after):
            continue
        lines = sum(len(other.lines) + len(other.pictures) for other in after if other.kind != "heading")
        if lines < _LINES_AFTER_HEADING:
            what = f"is a heading at the foot of page {page.page + 1} with too little text under it"
            hint = "lengthen or shorten the text before it by a line or two, or move a figure"
            yield told.heading("V042", block.text, page.chapter, what, hint)
            return


def _find_loose_lines(told: _Told, page: ChapterPage) -> Iterator[Diagnostic]:
    for block in page.blocks:
        for line in block.lines[:-1] if block.kind == "text" else ():
            if line.looseness > _LOOSE:
                what = f"is a line on page {page.page + 1} whose words stand too far apart"
                hint = "use other words, or say where a long word may break with a soft hyphen: `&shy;`"
                yield told.line("V043", line.text, page.chapter, what, hint)


def _find_ladders(told: _Told, page: ChapterPage) -> Iterator[Diagnostic]:
    for block in page.blocks:
        for is_hyphenated, lines in groupby(block.lines, key=lambda line: line.is_hyphenated):
            row = tuple(lines)
            if is_hyphenated and len(row) > _HYPHENS_IN_A_ROW and block.kind == "text":
                what = f"begins {len(row)} lines on page {page.page + 1} that all end in a hyphen"
                hint = "use other words in one of these lines"
                yield told.line("V048", text_of_lines(row), page.chapter, what, hint)


def _find_overflow(told: _Told, page: ChapterPage, area: Box) -> Iterator[Diagnostic]:
    """Report the first line and the first picture of a page that reach into its margins."""
    hint = "make the table or picture narrower, break the line, or shorten the word"
    lines = (*(line for block in page.blocks for line in block.lines), *page.notes)
    outside = [line for line in lines if not is_inside(line.box, area, line.runs[0].size)]
    if outside:
        what = f"reaches into the margin of page {page.page + 1}"
        yield told.line("V044", outside[0].text, page.chapter, what, hint)
    for before, block in pairwise((*page.blocks[:1], *page.blocks)):
        if any(not is_inside(box, area, _PICTURE_ROOM) for box in block.pictures):
            what = f"is beside a picture that reaches into the margin of page {page.page + 1}"
            yield told.paragraph("V044", block.text or before.text, page.chapter, what, hint)
            return


def _find_runt(told: _Told, pages: tuple[ChapterPage, ...]) -> Iterator[Diagnostic]:
    """Report the last page of a chapter when almost nothing stands on it."""
    last = pages[-1]
    lines = [line for block in last.blocks for line in block.lines]
    has_matter = any(block.pictures or block.kind in ("table", "figure") for block in last.blocks)
    if len(pages) > 1 and len(lines) < _LINES_ON_LAST_PAGE and not has_matter:
        is_written = last.chapter < len(told.document.publication.chapters)
        whole, hint = ("its chapter", _OTHER_LENGTH) if is_written else ("the list of sources", _SHORTER_LIST)
        count = "is only one line" if len(lines) == 1 else f"are only {len(lines)} lines"
        what = f"ends {whole} on page {last.page + 1}, on which there {count}"
        yield told.paragraph("V045", last.blocks[-1].text, last.chapter, what, hint)


def _find_gap(told: _Told, page: ChapterPage, following: ChapterPage, area: Box) -> Iterator[Diagnostic]:
    """Report a page that is left empty because what comes next is a figure or table without room on it."""
    starts = following.blocks[0].kind in _FLOATING and page.blocks[-1].kind != "table"
    foot = max((line.box.top for line in page.notes), default=area.bottom)
    empty = min(block.bottom for block in page.blocks) - foot
    if starts and empty > (area.top - area.bottom) * _EMPTY_PART and not _is_meant(told, page, following):
        text = caption_of(told.document, following.blocks)
        what = f"did not fit on page {page.page + 1}, more than a third of which is empty"
        hint = gap_hint(told.document, text)
        yield told.paragraph("V046", text or following.blocks[0].text, page.chapter, what, hint)


def _is_meant(told: _Told, page: ChapterPage, following: ChapterPage) -> bool:
    """Tell whether one of two pages is turned, so that the other had to be left."""
    is_other_shape = (page.width, page.height) != (following.width, following.height)
    return is_other_shape or any(is_turned(told.document, other.blocks) for other in (page, following))
