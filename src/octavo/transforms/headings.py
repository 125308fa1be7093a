"""Headings, as outlines and contents list them."""

from collections.abc import Iterator

from octavo.ast import Node, iter_blocks, plain_text
from octavo.model import Heading


def list_headings(tree: Node, chapter: int) -> Iterator[Heading]:
    """Yield the headings of a chapter; texts are without notes."""
    for node in iter_blocks(tree):
        if node["t"] == "Header":
            level, attributes, inlines = node["c"]
            yield Heading(level, attributes[0], plain_text(inlines), chapter)
