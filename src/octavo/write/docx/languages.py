"""The language of what stands in the bibliography, so that Word checks its spelling by the right rules."""

from collections.abc import Mapping

from octavo.ast import Node, classes_of, map_nodes, plain_text, span
from octavo.languages import language_of, primary
from octavo.model import Entry
from octavo.ooxml import Element, found, named

_ENTRY, _PREFIX = "csl-entry", "ref-"
_WRAPPING = frozenset({"Emph", "Quoted", "Span", "Strong"})
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_FROM_THE_RIGHT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
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


def name_scripts(tree: Element) -> None:
    """Say where a language has a script for which Word asks another attribute (ECMA-376-1, 17.3.2.20)."""
    for language in found(tree, ".//w:lang[@w:val]"):
        for name, tag in script_languages(language.get(named("w:val"), "")).items():
            language.set(named(f"w:{name}"), tag)


def script_languages(tag: str) -> dict[str, str]:
    """Return the attributes of `w:lang` beside `val` that a language has, by name."""
    own = {"eastAsia": _EAST_ASIAN, "bidi": _FROM_THE_RIGHT}
    return {name: tag for name, tags in own.items() if primary(tag) in tags}


def _with_tag(node: Node, tag: str) -> Node:
    identifier, classes, pairs = node["c"][0]
    return {"t": "Div", "c": [[identifier, classes, [*pairs, ["lang", tag]]], node["c"][1]]}


def _bare(text: str) -> str:
    return " ".join(text.replace("{", "").replace("}", "").split()).strip(_QUOTES).casefold()
