"""Attributes in braces: `{#id .class key="value"}` (Pandoc manual, "Extension: header_attributes")."""

import re
from collections.abc import Iterator

ATTRIBUTES = re.compile(
    r"""\{\s*(?:=[\w-]+
        |(?>(?:[#.][^\s{}"'=]+|-|[\w:.-]+=(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\s}"']*))\s*)++
        )\}""",
    re.VERBOSE,
)
"""No part is tried again in another way: parts that could be parted anywhere would take time without end."""

_PART = re.compile(
    r"""(?P<id>\#[^\s{}"'=]+)|(?P<class>\.[^\s{}"'=]+)|(?<![\w:.-])(?P<key>[\w:.-]+)=(?:"(?P<double>(?:\\.|[^"\\])*)"|'(?P<single>(?:\\.|[^'\\])*)'|(?P<bare>[^\s}"']*))"""
)


def iter_identifiers(attributes: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield where the identifiers stand in the text that ATTRIBUTES matched."""
    for part in _PART.finditer(attributes.string, attributes.start(), attributes.end()):
        if part["id"]:
            yield part.start() + 1, part.end()


def find_value(attributes: re.Match[str], key: str) -> str | None:
    """Return the value of a key, without quotes."""
    return read_attributes(attributes)[1].get(key)


def read_attributes(attributes: re.Match[str]) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the classes, and the values by key, without quotes; of two values for a key the first."""
    classes: list[str] = []
    values: dict[str, str] = {}
    for part in _PART.finditer(attributes.string, attributes.start(), attributes.end()):
        if part["class"]:
            classes.append(part["class"].removeprefix("."))
        elif part["key"]:
            value = next(v for v in (part["double"], part["single"], part["bare"]) if v is not None)
            values.setdefault(part["key"], re.sub(r"\\(.)", r"\1", value))
    return tuple(classes), values
