"""Titles: a file is a chapter, and a chapter has one."""

import re
from collections.abc import Iterator

from octavo.ast import Node, iter_nodes, plain_text
from octavo.diagnostics import Diagnostic
from octavo.markdown import scan
from octavo.model import Chapter
from octavo.source import Span

_TITLE = re.compile(r"^#[ \t]+\S.*$|^\S.*(?=\n=+[ \t]*$)", re.MULTILINE)
"""A heading of level 1 in either form (Pandoc manual, "Headings")."""


def title_findings(chapter: Chapter, blocks: list[Node]) -> Iterator[Diagnostic]:
    """P020: a second heading of level 1 in one file."""
    titles = [node for node in iter_nodes(blocks) if node["t"] == "Header" and node["c"][0] == 1]
    spans = _written(chapter)
    for index, title in enumerate(titles[1:], start=1):
        span = spans[index] if len(spans) == len(titles) else None
        text = plain_text(title["c"][2])
        yield Diagnostic(
            "P020",
            f"the chapter has a second title, `{text}`",
            span,
            hint=f"begin a new file with it, or make it a section: `## {text}`",
            file=None if span else chapter.source.path,
        )


def _written(chapter: Chapter) -> list[Span]:
    """Return the headings of level 1 as their author wrote them; code may hold lines that look so."""
    code = scan(chapter.source, chapter.body_start).code
    lines = (found.span() for found in _TITLE.finditer(chapter.source.text, chapter.body_start))
    return [
        chapter.source.span(start, end)
        for start, end in lines
        if not any(span.start <= start < span.end for span in code)
    ]
