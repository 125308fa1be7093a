"""What blocks are: code and figures, titles that are headings, and text that stands in no paragraph."""

from collections.abc import Iterator

from octavo.write.mend.tree import Annotation, Mark, Node

_GROUPS = frozenset({"Document", "Part", "Sect", "Div", "BlockQuote", "Caption"})
"""What groups other elements and holds no text itself (ISO 32000-1, 14.8.4.2)."""

_IN_LINE = frozenset({"Span", "NonStruct", "Link", "Reference", "Code", "Quote", "Figure", "Formula"})
_DRAWN = frozenset({"Figure", "Formula"})
_TITLES = {
    "contents-title": ("SectionTitle", "H1"),
    "colophon-title": ("SectionTitle", "H1"),
    "title": ("Title", "P"),
}
"""Titles by their class: what they are called, and the standard type that this stands for.

They are headings for programs, but no headings of the text, which verify compares: it knows these by `H1`.
"""


def tag_blocks(tree: Node) -> None:
    """Tag figures with their captions, blocks of code, titles around the text, and what has a heading."""
    for node in tree.walk():
        if node.origin is None:
            continue
        if node.tag == "NonStruct" and node.origin.name == "figure":
            node.tag = "Div"
        elif node.tag == "NonStruct" and node.origin.name == "pre":
            node.tag = "P"
        elif node.tag == "P":
            for name in sorted(node.origin.classes & set(_TITLES)):
                node.tag, node.role = _TITLES[name]
        elif node.tag == "Div" and node.nodes and node.nodes[0].tag == "H1":
            node.tag = "Sect"


def seat_text(tree: Node) -> None:
    """Put text that stands in a group of elements into a paragraph."""
    for node in tree.nodes:
        seat_text(node)
    if tree.tag in _GROUPS:
        tree.kids = list(_seated(tree.kids))


def _seated(kids: list[Node | Mark | Annotation]) -> Iterator[Node | Mark | Annotation]:
    waiting: list[Node | Mark | Annotation] = []
    for kid in [*kids, None]:
        if kid is not None and _is_in_line(kid):
            waiting.append(kid)
            continue
        if any(not isinstance(piece, Node) or piece.tag not in _DRAWN for piece in waiting):
            yield Node("P", waiting, page=waiting[0].page, end=_end(waiting[-1]))
        else:
            yield from waiting
        waiting = []
        if kid is not None:
            yield kid


def _is_in_line(kid: Node | Mark | Annotation) -> bool:
    return not isinstance(kid, Node) or all(inner.tag in _IN_LINE | {"Lbl"} for inner in kid.walk())


def _end(kid: Node | Mark | Annotation) -> int:
    return kid.end if isinstance(kid, Node) else kid.page
