"""Why a figure or table that leaves a gap could not float away from it, or whether it is meant to."""

from collections.abc import Iterator, Sequence

from octavo.ast import Node, classes_of, iter_nodes, plain_text
from octavo.elements import HERE
from octavo.model import Document
from octavo.verify.pdf.lines import Block
from octavo.verify.pdf.passages import letters

_BLOCKS = frozenset({"figure-block", "table-block"})
_ENOUGH = 24
"""So many letters of a caption or of a table's head tell it from the others."""


def caption_of(document: Document, blocks: Sequence[Block]) -> str:
    """Return the caption of the figure or table with which blocks begin, "" when it has none.

    A table's stands in it, before its cells.
    """
    own = next((block.text for block in blocks if block.kind == "caption"), "")
    whole = letters(blocks[0].text)
    texts = (caption.text for caption in document.captions)
    in_table = (text for text in texts if blocks[0].kind == "table" and whole.startswith(letters(text)))
    return max(in_table, key=len, default=own)


def is_turned(document: Document, blocks: Sequence[Block]) -> bool:
    """Tell whether blocks begin with a figure or table that stands on a page of its own, turned.

    A square page looks the same when it is turned.
    """
    wanted = letters(caption_of(document, blocks) or blocks[0].text)[:_ENOUGH]
    divs = (node for node in iter_nodes(document.ast["blocks"]) if node["t"] == "Div")
    texts = (plain_text(node) for node in divs if "landscape" in classes_of(node))
    return bool(wanted) and any(wanted in letters(text) for text in texts)


def gap_hint(document: Document, caption: str) -> str:
    """Return what helps against the gap before the figure or table with this printed caption."""
    nodes = [node for block in _blocks_with(document, caption) for node in iter_nodes(block)]
    if any(HERE in classes_of(node) for node in nodes):
        return f"take the class `{HERE}` from the figure or table, so that it may move, or make it lower"
    if any(node["t"] == "Note" for node in nodes):
        return (
            "its notes keep it before the next paragraph with a note: move it yourself, so that the numbers "
            "follow, or make it lower"
        )
    return "move the figure or table behind one of the next paragraphs, or make it lower"


def _blocks_with(document: Document, caption: str) -> Iterator[Node]:
    """Yield the figure or table with this caption, and all that belongs to it."""
    wanted = letters(caption)
    for node in iter_nodes(document.ast["blocks"]):
        if node["t"] == "Div" and not _BLOCKS.isdisjoint(classes_of(node)):
            captions = (
                plain_text(inner["c"][1]) for inner in node["c"][1] if inner["t"] in ("Figure", "Table")
            )
            if wanted and wanted in (letters(text) for text in captions):
                yield node
