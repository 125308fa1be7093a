"""Figures and tables: numbered, labelled and kept with their source line."""

from collections.abc import Mapping
from typing import Literal

from octavo.ast import Node, attributes_of, classes_of, div, iter_nodes, plain_text, span, words
from octavo.model import Captioned

_KINDS: Mapping[str, Literal["figure", "table"]] = {"Figure": "figure", "Table": "table"}


def number_captions(
    blocks: list[Node], labels: Mapping[str, str]
) -> tuple[list[Node], tuple[Captioned, ...]]:
    """Put a label before each caption, such as "Table 2.", and list what was numbered.

    `labels` has the words for `figure` and `table`. Tables without a caption are not numbered. The
    nodes are changed in place.
    """
    counts = {"figure": 0, "table": 0}
    captions = []
    for node in iter_nodes(blocks):
        kind = _KINDS.get(node["t"])
        inlines = _caption_inlines(node) if kind else None
        if kind and inlines:
            counts[kind] += 1
            captions.append(_label(node, kind, counts[kind], labels[kind], inlines))
    return blocks, tuple(captions)


def _caption_inlines(node: Node) -> list[Node] | None:
    """Return the inlines of the caption's first block, or None when there is no caption."""
    caption_blocks = node["c"][1][1]
    return caption_blocks[0]["c"] if caption_blocks and caption_blocks[0]["t"] in {"Plain", "Para"} else None


def _label(
    node: Node, kind: Literal["figure", "table"], number: int, word: str, inlines: list[Node]
) -> Captioned:
    attributes = attributes_of(node)
    identifier = attributes[0] if attributes else ""
    if attributes and not identifier:
        identifier = attributes[0] = f"{kind}-{number}"
    inlines[:0] = [span(words(f"{word} {number}."), classes=["caption-label"]), {"t": "Space"}]
    return Captioned(kind, number, identifier, plain_text(node["c"][1]))


def group_sources(blocks: list[Node]) -> list[Node]:
    """Wrap each figure and table, with the Div of class `source` that follows it, into one Div."""
    grouped: list[Node] = []
    for block in blocks:
        inner = _with_grouped_content(block)
        previous = classes_of(grouped[-1]) if grouped else []
        if block["t"] in _KINDS:
            grouped.append(div([inner], classes=[f"{_KINDS[block['t']]}-block"]))
        elif _is_source(block) and {"figure-block", "table-block"} & set(previous):
            grouped[-1]["c"][1].append(inner)
        else:
            grouped.append(inner)
    return grouped


def _is_source(block: Node) -> bool:
    return block["t"] == "Div" and "source" in classes_of(block)


def _with_grouped_content(block: Node) -> Node:
    if block["t"] == "Div":
        return {"t": "Div", "c": [block["c"][0], group_sources(block["c"][1])]}
    if block["t"] == "BlockQuote":
        return {"t": "BlockQuote", "c": group_sources(block["c"])}
    return block
