"""Boxes and passages that are not what their author meant, as diagnostics on what the author wrote."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from octavo.ast import Node, classes_of, iter_nodes, plain_text
from octavo.diagnostics import Diagnostic, nearest
from octavo.elements import CLASSES
from octavo.model import Chapter
from octavo.source import Span

_NEARNESS = 0.75
_OTHER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("warning", "danger", "attention", "callout-warning", "callout-caution"), "caution"),
        **dict.fromkeys(("tip", "hint", "info", "remark", "callout", "callout-note", "callout-tip"), "note"),
        **dict.fromkeys(("highlights", "takeaways", "callout-important"), "key-findings"),
        **dict.fromkeys(("methodology", "methods"), "method"),
        **dict.fromkeys(("quote", "blockquote"), "pull-quote"),
        **dict.fromkeys(("claims", "claim-register", "register"), "claims-register"),
    }
)
"""What other tools, and people, call the boxes of octavo."""
_FENCE = re.compile(r"^[ >\t]*(:{3,})[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_LETTERS = re.compile(r"[\w:]+")
_CODE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1[`~]*[ \t\r]*$", re.MULTILINE | re.DOTALL)


def passage_findings(chapter: Chapter, blocks: list[Node]) -> list[Diagnostic]:
    """Report classes that nearly are octavo's, fences that stay in the text, and figures in notes."""
    return [*_near_classes(chapter, blocks), *_stray_fences(chapter, blocks), *_in_notes(chapter, blocks)]


def _near_classes(chapter: Chapter, blocks: list[Node]) -> Iterator[Diagnostic]:
    """P011: a class that no edition knows, though it knows one like it."""
    divs = [node for node in iter_nodes(blocks) if node["t"] == "Div"]
    found = dict.fromkeys(name for node in divs for name in classes_of(node) if name not in CLASSES)
    for name in found:
        known = _OTHER_WORDS.get(name) or nearest(name, CLASSES, cutoff=_NEARNESS)
        if known:
            span = _class_span(chapter, name)
            yield Diagnostic(
                "P011",
                f"no edition knows the class `{name}`",
                span,
                hint=f"did you mean `{known}`?",
                file=None if span else chapter.source.path,
            )


def _class_span(chapter: Chapter, name: str) -> Span | None:
    """Find a class on the first fence that has it."""
    wanted = re.compile(rf"^[ >\t]*:::.*?(?<![\w-])({re.escape(name)})(?![\w-])", re.MULTILINE)
    found = wanted.search(chapter.source.text, chapter.body_start)
    return chapter.source.span(*found.span(1)) if found else None


def _stray_fences(chapter: Chapter, blocks: list[Node]) -> Iterator[Diagnostic]:
    """P012: a line of colons that Pandoc takes for text."""
    for line in _fences_in_text(blocks):
        is_lone = not line.strip(":")
        span = _fence_span(chapter, line)
        written = span.text if span else line
        yield Diagnostic(
            "P012",
            f"the line `{written}` ends nothing" if is_lone else f"the line `{written}` begins no box",
            span,
            hint="remove it, or write the line that begins the box above its text"
            if is_lone
            else "leave an empty line before it, and write one class, as in `::: note`, or several in braces",
            file=None if span else chapter.source.path,
        )


def _fences_in_text(blocks: list[Node]) -> Iterator[str]:
    """Yield the first line of each paragraph that begins with three colons or more."""
    for node in iter_nodes(blocks):
        if node["t"] in {"Para", "Plain"}:
            lines: list[list[Node]] = [[]]
            for inline in node["c"]:
                if inline["t"] in {"SoftBreak", "LineBreak"}:
                    lines.append([])
                else:
                    lines[-1].append(inline)
            fences = (plain_text(line) for line in lines if line and _is_colons(line[0]))
            yield from list(fences)[:1]


def _is_colons(inline: Node) -> bool:
    return bool(inline["t"] == "Str" and inline["c"].startswith(":::"))


def _fence_span(chapter: Chapter, line: str) -> Span | None:
    """Find the line that Pandoc took for text, among others that look like it."""
    text = chapter.source.text
    code = [found.span() for found in _CODE.finditer(text, chapter.body_start)]
    depth = 0
    for found in _FENCE.finditer(text, chapter.body_start):
        if any(start <= found.start() < end for start, end in code):
            continue
        begins = bool(found[2].strip(":"))
        is_sound = _is_free(text, found.start(), found[2]) if begins else depth > 0
        if not is_sound and _letters(found[0]) == _letters(line):
            return chapter.source.span(found.start(1), max(found.end(1), found.end(2)))
        depth += (1 if begins else -1) if is_sound else 0
    return None


def _letters(line: str) -> str:
    """Leave of a line what Pandoc does not change: its quotation marks and dashes are others in the tree."""
    return "".join(_LETTERS.findall(line))


def _is_free(text: str, start: int, words: str) -> bool:
    """Tell whether a fence stands after an empty line, or another fence, and has words that Pandoc takes."""
    before = text[:start].rsplit("\n", 2)[-2].strip("> \t\r") if start else ""
    return (not before or before.startswith(":::")) and (words.startswith("{") or len(words.split()) == 1)


def _in_notes(chapter: Chapter, blocks: list[Node]) -> Iterator[Diagnostic]:
    """P013: a figure or table in a note."""
    for note in iter_nodes(blocks):
        inner = iter_nodes(note["c"]) if note["t"] == "Note" else ()
        for node in (item for item in inner if item["t"] in {"Figure", "Table"}):
            span = _first_span(chapter, _marks_of(node))
            label = {"Figure": "@fig:map", "Table": "@tbl:cars"}[node["t"]]
            yield Diagnostic(
                "P013",
                f"a {node['t'].lower()} stands in a note",
                span,
                hint=f"put it into the text with a label, and write the label in the note, as in `{label}`",
                file=None if span else chapter.source.path,
            )


def _marks_of(node: Node) -> Iterator[str]:
    """Yield what may be found in the source of a figure or table: its files, its label, its words."""
    yield from (item["c"][2][0] for item in iter_nodes(node) if item["t"] == "Image")
    yield node["c"][0][0]
    yield plain_text(node["c"][1])
    yield from (item["c"] for item in iter_nodes(node) if item["t"] == "Str")


def _first_span(chapter: Chapter, marks: Iterable[str]) -> Span | None:
    for mark in marks:
        place = chapter.source.text.find(mark, chapter.body_start) if mark else -1
        if place >= 0:
            return chapter.source.span(place, place + len(mark))
    return None
