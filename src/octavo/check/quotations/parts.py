"""The parts of a paragraph that have their own quotations and sources: rows of a table, notes within it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from octavo.markdown.attributes import ATTRIBUTES
from octavo.model import BracketedSpan, CitedPlace, Paragraph, Place

_INLINE = "^["
_CODE_OR_MARK = re.compile(r"(`+)[^`]*\1|\\[\[\]]|[\[\]]")


def parts_of(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph, or the rows of a table, and behind each of them the notes that stand in it."""
    for part in _rows(paragraph) if paragraph.is_table else [paragraph]:
        yield part
        for begin, end in part.notes:
            if part.raw.startswith(_INLINE, begin):
                inner = (begin + len(_INLINE), end - 1)
                yield _cut(part, inner, _plain_note(part, inner))


def _rows(table: Paragraph) -> Iterator[Paragraph]:
    start = 0
    for line in table.raw.split("\n"):
        place = (start, start + len(line))
        yield _cut(table, place, table.plain[slice(*place)])
        start = place[1] + 1


def _plain_note(paragraph: Paragraph, place: Place) -> str:
    """Return what a note says, its citations, attributes, code and brackets blotted out."""
    begin, end = place
    note = paragraph.raw[begin:end]
    silent = [cited.group for cited in paragraph.citations if begin <= cited.group[0] < end]
    silent += [found.span() for found in ATTRIBUTES.finditer(paragraph.raw, begin, end)]
    silent += [found.span() for found in _CODE_OR_MARK.finditer(paragraph.raw, begin, end)]
    for first, last in silent:
        note = note[: first - begin] + " " * (last - first) + note[last - begin :]
    return note


def _cut(paragraph: Paragraph, place: Place, plain: str) -> Paragraph:
    begin, end = place

    def is_within(inner: Place) -> bool:
        return begin <= inner[0] and inner[1] <= end

    def moved(inner: Place) -> Place:
        return inner[0] - begin, inner[1] - begin

    return replace(
        paragraph,
        raw=paragraph.raw[begin:end],
        plain=plain,
        citations=tuple(
            CitedPlace(cited.citekey, moved(cited.place), moved(cited.group), moved(cited.suffix))
            for cited in paragraph.citations
            if is_within(cited.group)
        ),
        notes=tuple(moved(note) for note in paragraph.notes if is_within(note)),
        spans=tuple(
            BracketedSpan(moved(span.place), moved(span.whole), span.classes, span.attributes)
            for span in paragraph.spans
            if is_within(span.whole)
        ),
        boxes=(),
        offset_at=lambda index: paragraph.offset_at(begin + index),
    )
