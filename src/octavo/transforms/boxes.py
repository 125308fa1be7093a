"""Boxes: each begins with a title that says what it is, so that its colour alone need not."""

from collections.abc import Mapping

from octavo.ast import Node, attributes_of, classes_of, div, holds, map_nodes, para, words
from octavo.elements import BOXES

TITLE_CLASS = "box-title"
_WORD_OF = {"note": "note_box"}


def title_boxes(blocks: list[Node], language: Mapping[str, str]) -> list[Node]:
    """Begin each box with its title: that of its attribute `title`, else the word for its class.

    A box has none when the attribute is empty or when it begins with a heading of its own.
    """

    def change(node: Node) -> Node:
        kind = next((name for name in classes_of(node) if name in BOXES), None)
        attributes = attributes_of(node)
        if node["t"] != "Div" or kind is None or attributes is None:
            return node
        given = dict(attributes[2])
        title = given.pop("title", language[_WORD_OF.get(kind, kind.replace("-", "_"))])
        inner = node["c"][1]
        begins_with_heading = bool(inner) and inner[0]["t"] == "Header"
        heading = [div([para(words(title))], classes=[TITLE_CLASS])] if title.strip() else []
        kept = [attributes[0], attributes[1], [[key, value] for key, value in given.items()]]
        return {"t": "Div", "c": [kept, inner if begins_with_heading else [*heading, *inner]]}

    titled: list[Node] = map_nodes(blocks, change) if holds(blocks, "Div") else blocks
    return titled
