"""Tell, of each stretch of text, what is said in it and which sources stand beside it."""

import bisect
import re
from collections.abc import Iterable, Sequence

from octavo.markdown.attributes import ATTRIBUTES, read_attributes
from octavo.markdown.blocks import Block, Layout
from octavo.markdown.inlines import Finds
from octavo.markdown.mask import PRINTED, SILENT
from octavo.markdown.patterns import ANGLE, MATH, NOTE_CALL, TARGET
from octavo.model import BracketedSpan, CitedPlace, Paragraph, Place
from octavo.source import SourceFile

_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_FENCE = re.compile(r"^[ >\t]*:{3,}[ \t]*(?P<classes>[^\n:]*?)[ \t]*:*[ \t\r]*$", re.MULTILINE)
_CLASS = re.compile(r"\.([\w-]+)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t\r]*$")
_AFTER_KEY = re.compile(r"\}?")
_LOCATOR = re.compile(r"\}?\s*\[([^\]\[]*)\]")


def read_paragraphs(source: SourceFile, layout: Layout, finds: Sequence[Finds]) -> tuple[Paragraph, ...]:
    """Give the stretches of a text with what was found in each as paragraphs, in the order of the text."""
    boxes = _boxes(source.text, layout.code)
    return tuple(
        _read(source, block, found, _boxes_at(boxes, block.offset_at(0)))
        for block, found in zip(layout.blocks, finds, strict=True)
    )


def _read(source: SourceFile, block: Block, finds: Finds, boxes: tuple[str, ...]) -> Paragraph:
    raw = block.text
    silent = [*finds.code, *(found.span() for pattern in (MATH, ANGLE) for found in pattern.finditer(raw))]
    pairs = _pairs(_blotted(raw, silent))
    notes = [(start - 1, end) for start, end in pairs if raw[start - 1 : start] == "^"]
    notes += [
        found.span() for found in NOTE_CALL.finditer(raw) if raw[found.start() - 1 : found.start()] != "^"
    ]
    groups = _around(finds.citations, pairs)
    citations = tuple(_cited(raw, *cited) for cited in zip(finds.citations, groups, strict=True))
    spans = tuple(span for pair in pairs if (span := _bracketed(raw, pair)))
    silent += [*notes, *dict.fromkeys(cited.group for cited in citations)]
    silent += [found.span() for found in ATTRIBUTES.finditer(raw)]
    silent += [(end, target.end()) for _, end in pairs if (target := TARGET.match(raw, end))]
    silent += [(index, index + 1) for pair in pairs for index in (pair[0], pair[1] - 1)]
    before = _line_before(source, block)
    return Paragraph(
        raw=raw,
        plain=_blotted(raw, silent).replace(PRINTED, " ").replace(SILENT, " "),
        citations=citations,
        notes=tuple(sorted(notes)),
        spans=spans,
        boxes=boxes,
        is_heading=before.rstrip().endswith("#") or _is_underlined(source, block),
        is_table=raw.lstrip().startswith("|"),
        is_note=before.lstrip().startswith("[^"),
        source=source,
        offset_at=block.offset_at,
    )


def _blotted(text: str, places: Iterable[Place]) -> str:
    characters = list(text)
    for begin, end in places:
        characters[begin:end] = [char if char == "\n" else " " for char in characters[begin:end]]
    return "".join(characters)


def _pairs(text: str) -> list[Place]:
    """Return the brackets that belong together, each from its `[` to behind its `]`."""
    open_at: list[int] = []
    pairs = []
    for mark in _BRACKET.finditer(text):
        if mark[0] == "[":
            open_at.append(mark.start())
        elif mark[0] == "]" and open_at:
            pairs.append((open_at.pop(), mark.end()))
    return sorted(pairs)


def _around(places: Sequence[Place], pairs: Sequence[Place]) -> list[Place | None]:
    """Return the innermost of the brackets round each place; both go from left to right."""
    found: list[Place | None] = []
    inside: list[Place] = []
    coming = 0
    for start, end in places:
        while coming < len(pairs) and pairs[coming][0] < start:
            while inside and inside[-1][1] <= pairs[coming][0]:
                inside.pop()
            inside.append(pairs[coming])
            coming += 1
        while inside and inside[-1][1] <= end:
            inside.pop()
        found.append(inside[-1] if inside else None)
    return found


def _cited(raw: str, key: Place, group: Place | None) -> CitedPlace:
    """Find what a citation stands in; the bracket of a link, a note or a span is none of its own."""
    end = _end_of(_AFTER_KEY, raw, key[1])
    if (
        group
        and raw[group[0] - 1 : group[0]] not in {"^", "!"}
        and raw[group[1] : group[1] + 1] not in {"(", "{"}
    ):
        separator = raw.find(";", end, group[1] - 1)
        return CitedPlace(raw[slice(*key)], key, group, (end, separator if separator >= 0 else group[1] - 1))
    first = key[0] - (2 if raw[key[0] - 1] == "{" else 1)
    locator = _LOCATOR.match(raw, key[1])
    suffix = locator.span(1) if locator else (end, end)
    return CitedPlace(raw[slice(*key)], key, (first, locator.end() if locator else end), suffix)


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start


def _bracketed(raw: str, pair: Place) -> BracketedSpan | None:
    attributes = ATTRIBUTES.match(raw, pair[1])
    if not attributes or raw[pair[0] - 1 : pair[0]] in {"!", "^"}:
        return None
    classes, given = read_attributes(attributes)
    return BracketedSpan((pair[0] + 1, pair[1] - 1), (pair[0], attributes.end()), classes, given)


def _line_before(source: SourceFile, block: Block) -> str:
    """Return what stands before a paragraph on its first line: the marker of a heading or an item."""
    start = block.offset_at(0)
    return source.text[source.text.rfind("\n", 0, start) + 1 : start]


def _is_underlined(source: SourceFile, block: Block) -> bool:
    last = source.position_at(block.offset_at(max(len(block.text) - 1, 0))).line
    return block.lines == 1 and bool(_UNDERLINE.match(source.line_text(last + 1)))


def _boxes(text: str, code: list[Place]) -> list[tuple[int, tuple[str, ...]]]:
    """Return where the classes of the fenced divisions that are open change, and what they are then."""
    stack: list[str] = []
    changes: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for fence in _FENCE.finditer(text):
        if any(begin <= fence.start() < end for begin, end in code):
            continue
        classes = fence["classes"].strip()
        if classes:
            stack.append(" ".join(_CLASS.findall(classes)) if classes.startswith("{") else classes.split()[0])
        elif stack:
            stack.pop()
        changes.append((fence.end(), tuple(name for names in stack for name in names.split())))
    return changes


def _boxes_at(changes: list[tuple[int, tuple[str, ...]]], offset: int) -> tuple[str, ...]:
    return changes[bisect.bisect_right(changes, offset, key=lambda change: change[0]) - 1][1]
