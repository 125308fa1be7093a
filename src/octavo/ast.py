"""Pandoc's document tree in its JSON form: reading it, walking it, making nodes.

A node is a dict `{"t": type, "c": content}`; attributes are `[identifier, classes, [[key, value]]]`
(pandoc-types, module Text.Pandoc.Definition).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Node = dict[str, Any]
Attributes = list[Any]

_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
_LINES = frozenset({"Para", "Plain", "Header", "LineBlock"})
_APART = frozenset({"Para", "Plain", "Header", "LineBlock", "DefinitionList"})
_ATTRIBUTES_FIRST = frozenset({"Div", "Span", "CodeBlock", "Code", "Link", "Image", "Table", "Figure"})
_ATTRIBUTED = _ATTRIBUTES_FIRST | {"Header"}


def attributes_of(node: Node) -> Attributes | None:
    """Return the node's attributes (the list itself, so that it can be changed), or None."""
    if node["t"] in _ATTRIBUTES_FIRST:
        first: Attributes = node["c"][0]
        return first
    return node["c"][1] if node["t"] == "Header" else None


def is_a(item: Any, kind: str) -> bool:
    """Tell whether a part of a tree is a node of that type."""
    return isinstance(item, dict) and item.get("t") == kind


def string(text: str) -> Node:
    """Make a `Str`, whose text has no white space that could break."""
    return {"t": "Str", "c": text}


def classes_of(node: Node) -> list[str]:
    """Return the node's classes, [] for nodes that have none."""
    attributes = attributes_of(node)
    classes: list[str] = attributes[1] if attributes else []
    return classes


class Walked(list[Node]):
    """All nodes of a tree that many look through, walked once: `iter_nodes` gives them as they lie here."""


def iter_nodes(tree: Any) -> Iterator[Node]:
    """Yield every node below and including `tree`, parents first, in the order of the text.

    A node that is changed while it is out is gone on with as it is then.
    """
    if isinstance(tree, Walked):
        yield from tree
        return
    waiting = [tree]  # a stack of our own: nested generators would pass each node up through all its parents
    while waiting:
        value = waiting.pop()
        kind = type(
            value
        )  # most values are words: this is the quickest way to tell them from lists and nodes
        if kind is list:
            waiting += value[::-1]
        elif kind is dict:
            if "t" in value:
                yield value
                value = value.get("c")
                if type(value) is list:
                    waiting += value[::-1]
                    continue
                waiting.append(value)
            else:
                waiting.extend(reversed(value.values()))


def iter_attributed(tree: Any) -> Iterator[Node]:
    """Yield the nodes below and including `tree` that can have an identifier, classes and the like."""
    return (node for node in iter_nodes(tree) if node["t"] in _ATTRIBUTED)


def iter_blocks(tree: Any) -> Iterator[Node]:
    """Yield the blocks below and including `tree` that stand in no line of text, parents first."""
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if type(value) is dict:
            if "t" in value:
                yield value
            if value.get("t") not in _LINES:
                waiting.extend(reversed(value.values()))
        elif type(value) is list:
            waiting += value[::-1]


def holds(tree: Any, *kinds: str) -> bool:
    """Tell whether there is a node of one of these types: what changes only such need not copy the rest."""
    return any(node["t"] in kinds for node in iter_nodes(tree))


def map_nodes(tree: Any, change: Callable[[Node], Node | list[Node]]) -> Any:
    """Return a copy of `tree` in which each node is what `change` makes of it, children first.

    `change` may return a list, which takes the node's place among its siblings.
    """
    kind = type(tree)
    if kind is list:
        items: list[Any] = []
        for value in tree:
            if type(value) is str:
                items.append(value)
                continue
            new = map_nodes(value, change)
            if type(new) is list and type(value) is dict:
                items += new
            else:
                items.append(new)
        return items
    if kind is dict:
        if type(tree.get("c")) is str:
            copy = tree.copy()
        else:
            copy = {
                key: value if type(value) is str else map_nodes(value, change) for key, value in tree.items()
            }
        return change(copy) if "t" in copy else copy
    return tree


def plain_text(tree: Any, *, without: frozenset[str] = frozenset({"Note"})) -> str:
    """Return the text of `tree` with white space folded; types in `without` are left out."""
    return " ".join("".join(_texts(tree, without)).split())


def _texts(tree: Any, without: frozenset[str]) -> Iterator[str]:
    if isinstance(tree, list):
        for value in tree:
            yield from _texts(value, without)
    elif isinstance(tree, dict) and "t" in tree:
        yield from _node_texts(tree, without)


def _node_texts(node: Node, without: frozenset[str]) -> Iterator[str]:
    kind: str = node["t"]
    content: Any = node.get("c")
    if kind in without:
        return
    if kind == "Str":
        yield content
    elif kind in _SPACES:
        yield _SPACES[kind]
    elif kind in {"Code", "CodeBlock", "Math"}:
        yield content[1]
        yield " " if kind == "CodeBlock" else ""
    elif kind == "Quoted":
        marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
        yield marks[0]
        yield from _texts(content[1], without)
        yield marks[1]
    elif kind not in {"RawInline", "RawBlock"}:
        for part in _parts(kind, content):
            yield from _texts(part, without)
            yield " " if kind in _APART else ""


def _parts(kind: str, content: Any) -> list[Any]:
    """Cut a node's content where its text has a gap: at each line, at each term and its definitions."""
    if kind == "DefinitionList":
        return [part for item in content for part in item]
    return content if kind == "LineBlock" else [content]


def words(text: str) -> list[Node]:
    """Make inlines of plain text: `Str` nodes with `Space` between them."""
    inlines: list[Node] = []
    for word in text.split():
        inlines += [{"t": "Space"}] if inlines else []
        inlines.append({"t": "Str", "c": word})
    return inlines


def attributes(identifier: str = "", classes: Iterable[str] = (), **values: str) -> Attributes:
    """Make an attribute list."""
    return [identifier, list(classes), [[key, value] for key, value in values.items()]]


def div(blocks: list[Node], identifier: str = "", classes: Iterable[str] = (), **values: str) -> Node:
    """Make a Div."""
    return {"t": "Div", "c": [attributes(identifier, classes, **values), blocks]}


def span(inlines: list[Node], identifier: str = "", classes: Iterable[str] = (), **values: str) -> Node:
    """Make a Span."""
    return {"t": "Span", "c": [attributes(identifier, classes, **values), inlines]}


def para(inlines: list[Node]) -> Node:
    """Make a Para."""
    return {"t": "Para", "c": inlines}


def header(level: int, inlines: list[Node], identifier: str = "", classes: Iterable[str] = ()) -> Node:
    """Make a Header."""
    return {"t": "Header", "c": [level, attributes(identifier, classes), inlines]}


def with_blocks(ast: Mapping[str, Any], blocks: list[Node]) -> dict[str, Any]:
    """Return the document with other blocks and no metadata."""
    return {"pandoc-api-version": ast["pandoc-api-version"], "meta": {}, "blocks": blocks}
