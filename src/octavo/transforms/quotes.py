"""Straight quotation marks become those of the language, as curly ones are in English.

Pandoc reads `"word"` as quoted and writes “word” in whatever language.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from octavo.ast import Node, attributes_of
from octavo.languages import primary

_SLAVIC = ("«»", "„“")
_MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "be": _SLAVIC,
        "de": ("„“", "‚‘"),
        "fr": ("«\u00a0 \u00a0»", "“”"),
        "pl": ("„”", "«»"),
        "ru": _SLAVIC,
        "uk": _SLAVIC,
    }
)
"""The marks of quotations and of those within them, by language; in others they are the English ones."""


def with_own_quotes(tree: Any, lang: str) -> Any:
    """Return a tree with the quotation marks of its language (a BCP 47 tag) as text.

    Words that are marked as another language's have that one's.
    """
    if isinstance(tree, list):
        return [part for item in tree for part in _parts(item, lang)]
    if not isinstance(tree, dict):
        return tree
    attributes = attributes_of(tree) if "t" in tree else None
    lang = dict(attributes[2]).get("lang", lang) if attributes else lang
    return {key: with_own_quotes(value, lang) for key, value in tree.items()}


def _parts(item: Any, lang: str) -> list[Any]:
    marks = _MARKS.get(primary(lang))
    if marks and isinstance(item, dict) and item.get("t") == "Quoted":
        first, last = _pair(marks[item["c"][0]["t"] == "SingleQuote"])
        return [_text(first), *with_own_quotes(item["c"][1], lang), _text(last)]
    return [with_own_quotes(item, lang)]


def _pair(marks: str) -> tuple[str, str]:
    first, _, last = marks.partition(" ")
    return (first, last) if last else (marks[0], marks[1])


def _text(mark: str) -> Node:
    return {"t": "Str", "c": mark}
