"""The language of what stands in the bibliography, so that Word checks its spelling by the right rules."""

from collections.abc import Mapping

from octavo.ast import Node, classes_of, map_nodes, plain_text, span
from octavo.languages import language_of, primary
from octavo.model import Entry

_ENTRY, _PREFIX = "csl-entry", "ref-"
_WRAPPING = frozenset({"Emph", "Quoted", "Span", "Strong"})
_QUOTES = " .,“”‘’«»„\"'"


def with_languages(blocks: list[Node], entries: Mapping[str, Entry], lang: str) -> list[Node]:
    """Say of entries of the bibliography, and of titles in notes, when they are not in `lang`."""
    foreign = {
        key: tag
        for key, entry in entries.items()
        if (tag := language_of(entry)) and primary(tag) != primary(lang)
    }
    titles = {_bare(entries[key].fields.get("title", "")): tag for key, tag in foreign.items()} | {"": ""}

    def changed(node: Node) -> Node:
        if node["t"] == "Div" and _ENTRY in classes_of(node):
            tag = foreign.get(node["c"][0][0].removeprefix(_PREFIX))
            return _with_tag(node, tag) if tag else node
        if node["t"] in _WRAPPING and (tag := titles.get(_bare(plain_text(node)))):
            return span([node], lang=tag)
        return node

    named: list[Node] = map_nodes(blocks, changed)
    return named


def _with_tag(node: Node, tag: str) -> Node:
    identifier, classes, pairs = node["c"][0]
    return {"t": "Div", "c": [[identifier, classes, [*pairs, ["lang", tag]]], node["c"][1]]}


def _bare(text: str) -> str:
    return " ".join(text.replace("{", "").replace("}", "").split()).strip(_QUOTES).casefold()
