"""Statements want sources: a paragraph with a number, a date or a quotation has a note."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from octavo.check.statements import Mark, find_mark
from octavo.diagnostics import Diagnostic
from octavo.markdown.mask import PRINTED
from octavo.markdown.sentences import split_sentences
from octavo.model import Chapter, Paragraph, Publication
from octavo.source import Span

_SILENT_BOXES = frozenset({"source", "table-note", "method", "epigraph", "pull-quote"})
"""Boxes that name sources, speak of the publication, or repeat and frame what the text says."""

_POINTER = re.compile(rf"@(?:fig|tbl):|@{PRINTED}")
"""A cross-reference to a figure or table, which has its sources, or a citation that a template prints."""

_ITEM = re.compile(r"[ >\t]*(?:[-*+]|\(?(?:\d+|[a-z#])[.)])[ \t]+(?:\[[ x]\][ \t]+)?$|[ \t]{2,}$")
_TABLE_RULE = re.compile(r"^[ >\t]*(?:\+[-=:+]+\+|-{2,}(?:[ \t]+-{2,})*)[ \t\r]*$", re.MULTILINE)
"""A line that rules a table of another form than a pipe table."""

_CAPTION = re.compile(r"\s*!|:[ \t]")
_SHOWN = 40

Kind = Literal["quotation", "list", "prose"]


class _Finding(NamedTuple):
    mark: Mark
    span: Span


def check_statements(publication: Publication) -> Iterator[Diagnostic]:
    """C040: a sentence with a number, a date, a quotation or a statement, and no note in its paragraph."""
    for chapter in publication.chapters:
        if chapter.matter != "front":
            yield from _judge(chapter, publication.metadata.lang)


def has_note(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph names a source: by a citation, a note, or a figure or table that it shows."""
    return bool(paragraph.citations or paragraph.notes or _POINTER.search(paragraph.raw))


def _judge(chapter: Chapter, lang: str) -> Iterator[Diagnostic]:
    """Judge paragraphs by themselves, lists and block quotations as one."""
    units = [None, *_units(_without_notes(chapter.paragraphs)), None]
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if unit is None:
            continue
        open_ones = _without_source(unit, before[-1] if before else None, after[0] if after else None)
        found = [finding for paragraph in open_ones for finding in _findings(paragraph, lang)]
        if found:
            yield _diagnostic(found)


def _without_notes(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Leave out what stands in notes: their first paragraphs, and those that are indented behind them."""
    text: list[Paragraph] = []
    is_in_note = False
    for paragraph in paragraphs:
        goes_on = is_in_note and _line_before(paragraph).startswith(("    ", "\t"))
        is_in_note = paragraph.is_note or goes_on
        if not is_in_note:
            text.append(paragraph)
    return text


def _units(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    for kind, group in itertools.groupby(paragraphs, _kind):
        if kind == "prose":
            yield from ([paragraph] for paragraph in group)
        else:
            yield list(group)


def _kind(paragraph: Paragraph) -> Kind:
    line_before = _line_before(paragraph)
    if line_before.lstrip().startswith(">"):
        return "quotation"
    return "list" if _ITEM.match(line_before) else "prose"


def _without_source(
    unit: Sequence[Paragraph], before: Paragraph | None, after: Paragraph | None
) -> list[Paragraph]:
    """Return the paragraphs that no note belongs to.

    A block quotation's may stand in the paragraph before or behind it, a list's in the one that leads to it.
    """
    open_ones = [paragraph for paragraph in unit if _is_prose(paragraph, after) and not has_note(paragraph)]
    leads = before is not None and has_note(before)
    match _kind(unit[0]):
        case "quotation":
            follows = after is not None and has_note(after)
            return [] if leads or follows or len(open_ones) < len(unit) else open_ones
        case "list":
            return [] if leads and before is not None and before.plain.rstrip().endswith(":") else open_ones
        case _:
            return open_ones


def _is_prose(paragraph: Paragraph, after: Paragraph | None) -> bool:
    """Tell whether a paragraph states things itself; the caption of what has a source line does not."""
    is_table = paragraph.is_table or _TABLE_RULE.search(paragraph.raw)
    if paragraph.is_heading or is_table or _SILENT_BOXES & {*paragraph.boxes}:
        return False
    is_caption = bool(_CAPTION.match(_line_before(paragraph).lstrip() + paragraph.raw))
    return not (is_caption and after and {"source", "table-note"} & {*after.boxes})


def _findings(paragraph: Paragraph, lang: str) -> Iterator[_Finding]:
    for begin, end in split_sentences(paragraph.plain, lang):
        sentence = " ".join(paragraph.plain[begin:end].split("\n"))
        mark = find_mark(sentence, lang)
        if mark is None and _kind(paragraph) == "quotation":
            mark = Mark("quotation", (0, end - begin))
        if mark:
            yield _Finding(mark, paragraph.span((begin + mark.place[0], begin + mark.place[1])))


def _diagnostic(found: Sequence[_Finding]) -> Diagnostic:
    first = found[0]
    words = " ".join(first.span.text.split())
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
    more = len(found) - 1
    others = f"{more} more sentence{'s' * (more > 1)} beside it want{'s' * (more == 1)} a source too"
    return Diagnostic(
        "C040",
        f"the {first.mark.kind} `{shown}` stands in a paragraph without a note",
        first.span,
        hint="cite a source, as in `[@key]`, or say why not: `<!-- allow C040: the reason -->`",
        notes=(others,) if more else (),
    )


def _line_before(paragraph: Paragraph) -> str:
    """Return what stands before a paragraph on its first line."""
    text, start = paragraph.source.text, paragraph.offset_at(0)
    return text[text.rfind("\n", 0, start) + 1 : start]
