"""Code and formulas that begin and do not end, which Pandoc reads as text, as diagnostics."""

import re
from collections.abc import Iterator

from octavo.ast import Node, iter_nodes
from octavo.diagnostics import Diagnostic
from octavo.model import Chapter
from octavo.source import Span

_SIGNS = {"`": "code", "~": "code", "$": "formula"}
_OPENING = re.compile(r"^[ >\t]*(`{3,}|~{3,}|\$\$)(?![^\n]*\1)[^\n]*$", re.MULTILINE)
_WHOLE = re.compile(
    r"^[ >\t]*(`{3,}|~{3,})[^\n]*\n.*?^[ >\t]*\1[`~]*[ \t\r]*$|^[ >\t]*\$\$(?:(?!\n[ \t]*\n).)*?\$\$",
    re.MULTILINE | re.DOTALL,
)


def opening_findings(chapter: Chapter, blocks: list[Node]) -> Iterator[Diagnostic]:
    """P019: the first line of code or of a formula that stands in the text because nothing ends it."""
    for sign in dict.fromkeys(_signs_in_text(blocks)):
        for span in _open_lines(chapter, sign):
            yield Diagnostic(
                "P019",
                f"nothing ends the {_SIGNS[sign]} that begins here",
                span,
                hint="end it with `$$`"
                if sign == "$"
                else "end it with the same signs on a line of their own",
            )


def _signs_in_text(blocks: list[Node]) -> Iterator[str]:
    """Yield the sign of each line of a paragraph that begins as code or a formula does."""
    for node in iter_nodes(blocks):
        inlines = node["c"] if node["t"] in {"Para", "Plain"} else []
        for before, inline, after in zip([None, *inlines], inlines, [*inlines[1:], None], strict=False):
            if before is not None and before["t"] not in {"SoftBreak", "LineBreak"}:
                continue
            if inline["t"] == "Str" and inline["c"].startswith(("```", "~~~", "$$")):
                yield inline["c"][0]
            elif inline == {"t": "Subscript", "c": []} and after and after.get("c") == "~":
                yield "~"  # what Pandoc makes of three tildes


def _open_lines(chapter: Chapter, sign: str) -> Iterator[Span]:
    """Yield the lines of the source that begin something with this sign and are in nothing that is whole."""
    text = chapter.source.text
    whole = [found.span() for found in _WHOLE.finditer(text, chapter.body_start)]
    for found in _OPENING.finditer(text, chapter.body_start):
        inside = any(start <= found.start() < end for start, end in whole)
        if found[1].startswith(sign) and not inside:
            yield chapter.source.span(found.start(1), found.end())
