"""The names in an entry: persons and bodies as BibTeX parts them."""

import re
from collections.abc import Iterator

from octavo.source import Span

_NAME_OR_BRACE = re.compile(r"\\.|[{}]|\s+and\s+", re.DOTALL | re.IGNORECASE)


def names_in(span: Span) -> Iterator[Span]:
    """Yield each name of a list of names: `and` parts them, unless it stands in braces."""
    text = span.text
    start, depth = 0, 0
    for found in _NAME_OR_BRACE.finditer(text):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0 and found[0][0].isspace():
            yield span.source.span(span.start + start, span.start + found.start())
            start = found.end()
    if text[start:].strip():
        yield span.source.span(span.start + start, span.end)


def is_whole(name: str) -> bool:
    """Tell whether a name is wrapped in braces, so that nothing parts it."""
    return name.startswith("{") and name.endswith("}")


def family_of(name: str) -> str:
    """Return what BibTeX takes for the family name: what stands before a comma, else the last word."""
    if is_whole(name):
        return name
    before_comma, comma, _ = name.partition(",")
    return before_comma if comma else "".join(name.split()[-1:])
