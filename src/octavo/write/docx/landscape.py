"""Passages on pages that lie on their side: sections of their own (ECMA-376-1, 17.6.13).

On the way through Pandoc a paragraph stands before such a passage and one behind it; they become the
ends of sections.
"""

from copy import deepcopy

from octavo.ast import Node, div, para
from octavo.ooxml import Element, element, found, named, style_of, text_of

_BEGIN, _END = "octavo-landscape", "octavo-portrait"
_MARKS = "w:p[w:pPr/w:pStyle[@w:val='SectionEnd']]"


def marked_landscape(blocks: list[Node]) -> Node:
    """Return the blocks of a turned passage between their marks."""
    begin, end = (
        div([para([{"t": "Str", "c": mark}])], **{"custom-style": "Section End"}) for mark in (_BEGIN, _END)
    )
    return div([begin, *blocks, end])


def is_turned(block: Element) -> bool:
    """Tell whether a block stands on a turned page; the marks are still there."""
    marks = [
        text for mark in found(block, f"preceding::{_MARKS}") if (text := text_of(mark)) in {_BEGIN, _END}
    ]
    return marks[-1:] == [_BEGIN]


def ends_turned(body: Element) -> Element | None:
    """Return the mark with which the body ends when its last passage is turned."""
    last = body[-1] if len(body) else None
    is_mark = last is not None and style_of(last) == "SectionEnd" and text_of(last) == _END
    return last if is_mark else None


def turn_pages(body: Element) -> None:
    """Make sections of the turned passages; what follows one goes on as before, and counts on."""
    marks = [mark for mark in found(body, f".//{_MARKS}") if text_of(mark) in {_BEGIN, _END}]
    for begin, end in zip(marks[::2], marks[1::2], strict=True):
        _turn(begin, end)
        for mark in (begin, end):
            for run in found(mark, "w:r"):
                mark.remove(run)


def _turn(begin: Element, end: Element) -> None:
    (whole, *_) = found(begin, "following::w:sectPr")
    found(begin, "w:pPr")[0].append(deepcopy(whole))
    _go_on(whole)
    turned = whole
    if not found(end, "w:pPr/w:sectPr"):
        turned = deepcopy(whole)
        found(end, "w:pPr")[0].append(turned)
    for size in found(turned, "w:pgSz"):
        width, height = size.get(named("w:w"), ""), size.get(named("w:h"), "")
        sides = {"w:w": height, "w:h": width, "w:orient": "landscape"}
        for name, length in sides.items():
            size.set(named(name), length)


def _go_on(section: Element) -> None:
    """Let a section go on where the one before it ends: with its notes, its folios and its header."""
    for way in found(section, "w:footnotePr/w:numRestart"):
        way.set(named("w:val"), "continuous")
    for kind in found(section, "w:type"):
        kind.set(named("w:val"), "nextPage")
    for first in found(section, "w:titlePg"):
        section.remove(first)
    for count in found(section, "w:pgNumType[@w:start]"):
        del count.attrib[named("w:start")]


def section_end() -> Element:
    """Make the paragraph that ends a section."""
    return element("w:p", [element("w:pPr", [element("w:pStyle", val="SectionEnd")])])
