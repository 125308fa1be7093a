"""Figures and tables: numbered, labelled and kept with their source line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from octavo.ast import Node, attributes_of, classes_of, div, holds, iter_nodes, plain_text, span, words
from octavo.model import Captioned

_SURROUNDS = frozenset({"wide", "landscape"})
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


def retold_captions(blocks: list[Node], captions: Sequence[Captioned]) -> tuple[Captioned, ...]:
    """Return the captions with their texts as they are now that cross-references in them have theirs."""
    texts = {
        (attributes_of(node) or [""])[0]: plain_text(node["c"][1])
        for node in iter_nodes(blocks)
        if node["t"] in _KINDS
    }
    return tuple(replace(caption, text=texts[caption.identifier]) for caption in captions)


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


def group_sources(tree: Any) -> Any:
    """Return the tree with each figure and table, and the Divs after it that belong to it, in one Div.

    These are those of the classes `table-note` and `source`, also when they stand behind the `wide` or
    `landscape` that has the figure or table for its last block.

    It holds for figures and tables wherever blocks can stand: in boxes, quotations, lists and cells.
    """
    return _grouped(tree) if holds(tree, *_KINDS) else tree


def _grouped(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _grouped(value) for key, value in tree.items()}
    if not isinstance(tree, list):
        return tree
    grouped: list[Any] = []
    for item in tree:
        inner = _grouped(item)
        if isinstance(item, dict) and item.get("t") in _KINDS:
            grouped.append(div([inner], classes=[f"{_KINDS[item['t']]}-block"]))
        elif _is_source(item) and grouped and (group := _group_at_end(grouped[-1])):
            group["c"][1].append(inner)
        else:
            grouped.append(inner)
    return grouped


def _is_source(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and item.get("t") == "Div"
        and bool({"source", "table-note"} & set(classes_of(item)))
    )


def _group_at_end(item: Any) -> Any:
    """Return the group that what follows may belong to; None when there is none."""
    classes = set(classes_of(item)) if isinstance(item, dict) and item.get("t") == "Div" else set()
    if {"figure-block", "table-block"} & classes:
        return item
    return _group_at_end(item["c"][1][-1]) if _SURROUNDS & classes and item["c"][1] else None
