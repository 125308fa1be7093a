"""Attributes in braces: `{#id .class key="value"}` (Pandoc manual, "Extension: header_attributes")."""

import re
from collections.abc import Iterator

ATTRIBUTES = re.compile(
    r"""\{\s*(?:=[\w-]+
        |(?:(?:[#.][^\s{}"'=]+|-|[\w:.-]+=(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s}"']*))\s*)+
        )\}""",
    re.VERBOSE,
)
_PART = re.compile(
    r"""(?P<id>\#[^\s{}"'=]+)|(?P<key>[\w:.-]+)=(?:"(?P<double>(?:\\.|[^"\\])*)"|'(?P<single>(?:\\.|[^'\\])*)'|(?P<bare>[^\s}"']*))"""
)


def iter_identifiers(attributes: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where the identifiers stand in the text that ATTRIBUTES matched."""
    for part in _PART.finditer(attributes.string, attributes.start(), attributes.end()):
        if part["id"]:
            yield part.start() + 1, part.end()


def find_value(attributes: re.Match[str], key: str) -> str | None:
    """Return the value of a key, without quotes."""
    for part in _PART.finditer(attributes.string, attributes.start(), attributes.end()):
        if part["key"] == key:
            value = next(v for v in (part["double"], part["single"], part["bare"]) if v is not None)
            return re.sub(r"\\(.)", r"\1", value)
    return None
