"""Find the quotations of a chapter, and the sources that each is said to come from."""

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from octavo.check.quotations.comparison import INSERTION
from octavo.check.quotations.parts import parts_of
from octavo.markdown.mask import PRINTED
from octavo.markdown.sentences import split_sentences
from octavo.model import Chapter, CitedPlace, Paragraph, Place

LEAST_WORDS = 4
"""Shorter quotations are words that are spoken of, or names."""

_QUOTED = re.compile(
    r"“(?P<a>[^“”]*)”|«(?P<b>[^«»]*)»|„(?P<c>[^„“”]*)[“”]|\"(?P<d>[^\"]*)\""
    r"|(?<!\w)‘(?P<e>[^‘’]*(?:’\w[^‘’]*)*)’(?!\w)"
)
_BRACKETED = re.compile(r"(?<![\^!])\[([^\[\]]*)\](?![({])")
_PRINTED = re.compile(f"{PRINTED}+")
_ATTRIBUTION = re.compile(r"\n[ \t>]*(?:—|–|---?)[ \t]")
_SENTENCE_END = re.compile(r"[.!?…][\"”»’“]*\s*\Z")
_LONGEST_END = 20
_ABOUT = 120
_NEVER = 1 << 40
_NOTE_LABEL = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True)
class Unit:
    """Sources that stand together: one bracket, one note, or the bare `@key` of a sentence.

    `text` is what is written there; `is_textual` tells of the bare key, whose sentence is about it, and
    `opens` of one with which a sentence begins.
    """

    place: Place
    citekeys: tuple[str, ...]
    text: str
    is_textual: bool = False
    opens: bool = False


@dataclass(frozen=True)
class Quotation:
    """Words between quotation marks, or of a block quotation, with the sources they are said to be from.

    `text` has the length of `place`; editor's words in brackets are `INSERTION` in it, and what is not
    read is blotted out. `about` is what stands round it: the text before, and what its note says.
    """

    paragraph: Paragraph
    place: Place
    text: str
    citekeys: tuple[str, ...]
    about: str


def iter_quotations(chapter: Chapter, lang: str) -> Iterator[Quotation]:
    """Yield the quotations of some words that have a source, in the order of the text."""
    notes = _notes_by_label(chapter)
    of_blocks = _units_of_blocks(chapter.paragraphs, notes)
    for whole, of_block in zip(chapter.paragraphs, of_blocks, strict=True):
        for paragraph in parts_of(whole):
            for place, unit in _iter_quoted(paragraph, of_block if paragraph is whole else None, notes, lang):
                about = paragraph.raw[max(0, place[0] - _ABOUT) : place[0]] + unit.text
                yield Quotation(paragraph, place, _readable(paragraph, place), unit.citekeys, about)


def _iter_quoted(
    paragraph: Paragraph, of_block: Unit | None, notes: Mapping[str, Paragraph], lang: str
) -> Iterator[tuple[Place, Unit]]:
    """Yield the places of quotations in a paragraph with the sources that they are said to be from."""
    units = _units(paragraph, notes)
    quoted = [place for place in _marked(paragraph) if _is_long(paragraph, place)]
    block = _block_place(paragraph, units)
    if block and sum(end - start for start, end in quoted) * 2 < block[1] - block[0]:
        if of_block and _is_long(paragraph, block):
            yield block, of_block
        return
    sentences = split_sentences(paragraph.plain, lang) if quoted else []
    for place in quoted:
        unit = _unit_of(place, units, sentences)
        if unit:
            yield place, unit


def _marked(paragraph: Paragraph) -> Iterator[Place]:
    """Yield what stands between quotation marks."""
    for found in _QUOTED.finditer(paragraph.plain):
        yield found.span(found.lastgroup or 0)


def _is_long(paragraph: Paragraph, place: Place) -> bool:
    return len(paragraph.plain[slice(*place)].split()) >= LEAST_WORDS


def _readable(paragraph: Paragraph, place: Place) -> str:
    """Return the words of a quotation as they are compared with the source."""
    begin, end = place
    text = paragraph.plain[begin:end]
    for found in _PRINTED.finditer(paragraph.raw, begin, end):
        text = text[: found.start() - begin] + "…".ljust(len(found[0])) + text[found.end() - begin :]
    whole = {span.whole for span in paragraph.spans}
    cited = {cited.group for cited in paragraph.citations}
    for found in _BRACKETED.finditer(paragraph.raw, begin, end):
        if found.span() not in whole | cited:
            inside = found[1].strip()
            mark = "…" if inside in {"…", "..."} else INSERTION
            text = text[: found.start() - begin] + mark.ljust(len(found[0])) + text[found.end() - begin :]
    return text


def _units(paragraph: Paragraph, notes: Mapping[str, Paragraph]) -> list[Unit]:
    """Put together the sources of a paragraph that belong together, in the order of the text."""
    units = []
    for begin, end in paragraph.notes:
        text = paragraph.raw[begin:end]
        label = _NOTE_LABEL.fullmatch(text)
        note = notes.get(label[1]) if label else None
        keys = [cited.citekey for cited in (note.citations if note else _within(paragraph, (begin, end)))]
        if keys:
            units.append(Unit((begin, end), tuple(keys), note.raw if note else text))
    groups: dict[Place, list[str]] = {}
    for cited in paragraph.citations:
        if not any(begin <= cited.place[0] < end for begin, end in paragraph.notes):
            groups.setdefault(cited.group, []).append(cited.citekey)
    for (begin, end), keys in groups.items():
        text = paragraph.raw[begin:end]
        is_textual = not text.startswith("[")
        opens = is_textual and bool(
            _SENTENCE_END.search(paragraph.plain[max(0, begin - _LONGEST_END) : begin])
        )
        units.append(Unit((begin, end), tuple(keys), text, is_textual, opens))
    return _joined(sorted(units, key=lambda unit: unit.place), paragraph)


def _within(paragraph: Paragraph, place: Place) -> list[CitedPlace]:
    return [cited for cited in paragraph.citations if place[0] <= cited.place[0] < place[1]]


def _joined(units: list[Unit], paragraph: Paragraph) -> list[Unit]:
    """Join the brackets and notes between which nothing stands."""
    joined: list[Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        between = paragraph.raw[last.place[1] : unit.place[0]] if last else "-"
        if last and not between.strip(" ,") and not unit.is_textual and not last.is_textual:
            place = (last.place[0], unit.place[1])
            joined[-1] = Unit(place, last.citekeys + unit.citekeys, f"{last.text} {unit.text}")
        else:
            joined.append(unit)
    return joined


def _unit_of(place: Place, units: Sequence[Unit], sentences: Sequence[Place]) -> Unit | None:
    """Choose the source of a quotation: behind it in its sentence, named before it there, or later on."""
    here = bisect.bisect_right(sentences, place[1], key=_begin) - 1
    begin = sentences[here - 1][1] if here > 0 else 0
    stop = sentences[here][1] if here >= 0 else _NEVER
    after = bisect.bisect_left(sentences, stop, key=_begin)
    next_begin = sentences[after][0] if after < len(sentences) else _NEVER
    first = bisect.bisect_left(units, place[1], key=_place_begin)
    if first < len(units):
        unit = units[first]
        if not (unit.opens or unit.place[0] >= (stop if unit.is_textual else next_begin)):
            return unit
    for unit in reversed(units[:first]):
        if unit.place[0] < begin:
            break
        if unit.is_textual and unit.place[1] <= place[0]:
            return unit
    return next((unit for unit in islice(units, first, None) if not unit.is_textual), None)


def _begin(place: Place) -> int:
    return place[0]


def _place_begin(unit: Unit) -> int:
    return unit.place[0]


def _block_place(paragraph: Paragraph, units: Sequence[Unit]) -> Place | None:
    """Return the words of a block quotation or epigraph, up to its source or to who said it."""
    if not _is_block(paragraph):
        return None
    end = min([unit.place[0] for unit in units if not unit.is_textual] + [len(paragraph.plain)])
    attribution = _ATTRIBUTION.search(paragraph.raw)
    return 0, min(end, attribution.start()) if attribution else end


def _is_block(paragraph: Paragraph) -> bool:
    source = paragraph.source
    line = source.line_text(source.position_at(paragraph.offset_at(0)).line)
    return line.lstrip().startswith(">") or "epigraph" in paragraph.boxes


def _units_of_blocks(paragraphs: Sequence[Paragraph], notes: Mapping[str, Paragraph]) -> list[Unit | None]:
    """Find the source of each block quotation: in it, at its end further on, or in what leads to it."""
    blocks = [_is_block(paragraph) for paragraph in paragraphs]
    found: list[Unit | None] = [None] * len(paragraphs)
    for index in reversed(range(len(paragraphs))):
        units = _units(paragraphs[index], notes) if blocks[index] else []
        if units:
            found[index] = units[-1]
        elif blocks[index] and index + 1 < len(paragraphs):
            found[index] = found[index + 1]
    leading: Unit | None = None
    for index, paragraph in enumerate(paragraphs):
        if not blocks[index]:
            units = _units(paragraph, notes) if paragraph.plain.rstrip().endswith(":") else []
            leading = units[-1] if units else None
        elif found[index] is None:
            found[index] = leading
    return found


def _notes_by_label(chapter: Chapter) -> dict[str, Paragraph]:
    notes = {}
    for paragraph in chapter.paragraphs:
        if paragraph.is_note:
            source = paragraph.source
            start = paragraph.offset_at(0)
            line = source.line_text(source.position_at(start).line)
            if label := _NOTE_LABEL.match(line.lstrip()):
                notes[label[1]] = paragraph
    return notes
