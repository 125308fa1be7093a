"""What in a text would take Pandoc, or octavo's scanner, time without end; found in one go through it.

Nobody writes so; but a stranger may, and a template may print so. The numbers are far above what people
write, and far below where time begins to grow with the square of the text.
"""

import re
from collections.abc import Iterator

MOST_BOXES = 50
MOST_QUOTES = 50
MOST_LISTS = 60
MOST_CELLS = 1_000
MOST_BRACKETS = 500
MOST_OPEN = 200
LONGEST_LINE = 200_000

_FENCE = re.compile(r"[ >\t]*:{3,}[ \t]*([^\n:]*)")
_ITEM = re.compile(r"[ >\t]*((?:(?:[-+*]|[0-9A-Za-z#]{1,9}[.)])[ \t]+)+)\S")
_LEAST_INDENT = 2
_QUOTES = re.compile(r"[ >\t]*")
_OPENING = re.compile(r"<!--|<\?|\\begin\{|<(?:script|style|pre|textarea)\b|\{%|\{\{|\{##", re.IGNORECASE)
_CLOSING = re.compile(r"-->|\?>|\\end\{|</(?:script|style|pre|textarea)\b|%\}|\}\}|##\}", re.IGNORECASE)
_BRACKET = re.compile(r"\\.|[\[\]]")
_TICKS = re.compile(r"`+|~{3,}")


def first_excess(text: str) -> tuple[int, str] | None:
    """Return where the text has too much of something, and of what; None when it is as people write."""
    return next(_excesses(text), None)


def _excesses(text: str) -> Iterator[tuple[int, str]]:
    offset = boxes = brackets = left_open = 0
    ticks: set[int] = set()
    for line in text.split("\n"):
        place = offset
        offset += len(line) + 1
        if not line.strip():
            brackets = 0  # they end with their paragraph
            continue
        if fence := _FENCE.match(line):
            boxes = boxes + 1 if fence[1].strip() else max(boxes - 1, 0)
        brackets = max(brackets + _net_brackets(line), 0)
        left_open = max(left_open + len(_OPENING.findall(line)) - len(_CLOSING.findall(line)), 0)
        ticks |= {len(run) for run in _TICKS.findall(line)}
        for message in _told(line, boxes, max(brackets, _deepest(line)), left_open, len(ticks)):
            yield place, message


def _net_brackets(line: str) -> int:
    marks = _BRACKET.findall(line)
    return marks.count("[") - marks.count("]") if len(marks) < LONGEST_LINE else len(marks)


def _told(line: str, boxes: int, brackets: int, left_open: int, ticks: int) -> Iterator[str]:
    start = _QUOTES.match(line)
    quotes = start[0].count(">") if start else 0
    counts = (
        (boxes, MOST_BOXES, "boxes (`:::`) lie within each other"),
        (quotes, MOST_QUOTES, "quotations (`>`) lie within each other"),
        (_levels(line), MOST_LISTS, "lists lie within each other"),
        (line.count("|"), MOST_CELLS, "cells stand in a row"),
        (brackets, MOST_BRACKETS, "brackets (`[`) stand open"),
        (left_open, MOST_OPEN, "comments, raw blocks or templates stand open"),
        (ticks, MOST_OPEN, "lengths of fences and of marks for code are in use"),
    )
    for count, most, what in counts:
        if count > most:
            yield f"more than {most} {what} here"
    if len(line) > LONGEST_LINE:
        yield f"this line has more than {LONGEST_LINE:,} characters"


def _levels(line: str) -> int:
    """Return how many lists a line can be in: by its indent, and by the marks that it begins with."""
    found = _ITEM.match(line)
    if not found:
        return 0
    indent = len(line[: found.start(1)].expandtabs(4))
    return indent // _LEAST_INDENT + len(found[1].split())


def _deepest(line: str) -> int:
    """Return how many brackets of one line stand open at once."""
    depth = deepest = 0
    for mark in _BRACKET.findall(line) if line.count("[") > MOST_BRACKETS else ():
        depth = max(depth + {"[": 1, "]": -1}.get(mark, 0), 0)
        deepest = max(deepest, depth)
    return deepest
