"""Nodes of Pandoc's tree, short to write."""

from octavo.ast import Node, attributes, words


def string(text: str) -> Node:
    """Make a Str."""
    return {"t": "Str", "c": text}


def plain(text: str) -> Node:
    """Make a Plain of words."""
    return {"t": "Plain", "c": words(text)}


def paragraph(*inlines: Node | str) -> Node:
    """Make a Para of nodes and of texts, which become words."""
    content: list[Node] = []
    for inline in inlines:
        content += words(inline) if isinstance(inline, str) else [inline]
    return {"t": "Para", "c": content}


def note(*inlines: Node | str) -> Node:
    """Make a Note of one paragraph."""
    return {"t": "Note", "c": [paragraph(*inlines)]}


def cite(citekey: str, number: int, *inlines: Node) -> Node:
    """Make a Cite of one citekey, in what citeproc takes for note `number`."""
    citation = {
        "citationId": citekey,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": number,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], list(inlines)]}


def image(target: str, text: str = "") -> Node:
    """Make an Image."""
    return {"t": "Image", "c": [attributes(), words(text), [target, ""]]}


def figure(caption: Node | None, *blocks: Node, identifier: str = "") -> Node:
    """Make a Figure; the caption is a block."""
    return {"t": "Figure", "c": [attributes(identifier), [None, [caption] if caption else []], list(blocks)]}


def table(caption: Node | None, *cells: str, identifier: str = "") -> Node:
    """Make a Table of one row."""
    alignment = [{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]
    cell_nodes = [[attributes(), {"t": "AlignDefault"}, 1, 1, [plain(text)]] for text in cells]
    return {
        "t": "Table",
        "c": [
            attributes(identifier),
            [None, [caption] if caption else []],
            [alignment for _ in cells],
            [attributes(), []],
            [[attributes(), 0, [], [[attributes(), cell_nodes]]]],
            [attributes(), []],
        ],
    }


def link(target: str, text: str) -> Node:
    """Make a Link."""
    return {"t": "Link", "c": [attributes(), words(text), [target, ""]]}


def raw(kind: str, text: str, *, is_block: bool = False) -> Node:
    """Make a RawInline or a RawBlock."""
    return {"t": "RawBlock" if is_block else "RawInline", "c": [kind, text]}
