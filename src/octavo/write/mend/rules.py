"""The rules by which a structure tree is mended, in their order; each changes the tree that it is given."""

import re
from collections.abc import Callable, Iterator

from octavo.write.mend.blocks import seat_text, tag_blocks
from octavo.write.mend.contents import tag_contents
from octavo.write.mend.links import gather_links
from octavo.write.mend.lists import order_lists
from octavo.write.mend.notes import place_notes, tag_notes, take_notes
from octavo.write.mend.parts import join_parts
from octavo.write.mend.sources import list_sources
from octavo.write.mend.tables import drop_covered_rows, scope_heads
from octavo.write.mend.tree import Annotation, Mark, Node

_MEANINGS = {"code": "Code", "q": "Quote"}
_KEPT_EMPTY = frozenset({"Document", "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"})
_SPEAKING = frozenset(
    {"P", "Lbl", "LBody", "TH", "TD", "Span", "Note", "Link", "Reference", "Code", "Quote"}
    | {f"H{level}" for level in range(1, 7)}
)
"""Elements that hold text themselves (ISO 32000-1, 14.8.4); all others only hold elements."""

_HEADING = re.compile(r"H([1-6])")


def mend_tree(tree: Node, language: str) -> None:
    """Mend the tree of a document in a language."""
    for rule in RULES:
        rule(tree)
    name_languages(tree, language)
    dissolve_spans(tree)


def join_pages(tree: Node) -> None:
    """Make one text of what stands on the pages: notes no longer part what goes on overleaf."""
    notes = take_notes(tree)
    drop_empty(tree)
    join_parts(tree)
    place_notes(tree, notes)


def drop_decoration(tree: Node) -> None:
    """Leave out images that their author says are mere decoration: their alternative text is empty."""
    for node in tree.walk():
        node.kids = [kid for kid in node.kids if not (isinstance(kid, Node) and _is_decoration(kid))]


def _is_decoration(node: Node) -> bool:
    origin = node.origin
    return node.tag == "Figure" and origin is not None and origin.attributes.get("alt") == ""


def drop_empty(tree: Node) -> None:
    """Leave out elements without content; cells may be empty."""
    for node in tree.nodes:
        drop_empty(node)
    tree.kids = [kid for kid in tree.kids if not isinstance(kid, Node) or kid.kids or kid.tag in _KEPT_EMPTY]


def give_meanings(tree: Node) -> None:
    """Tag code, quotations in a line and formulas as what they are."""
    for node in tree.walk():
        if node.origin is None:
            continue
        if node.tag == "NonStruct":
            node.tag = _MEANINGS.get(node.origin.name, node.tag)
        elif node.tag == "Figure" and "formula" in node.origin.classes:
            node.tag = "Formula"


def close_headings(tree: Node) -> None:
    """Let no level of headings be skipped: what is set as a third level below a first counts as a second.

    ISO 14289-1, 7.4.2. Its own level stays in its name, so that it can be read back.
    """
    open_levels: list[int] = []
    for node in tree.walk():
        found = _HEADING.fullmatch(node.tag)
        if found:
            level = int(found[1])
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
            if len(open_levels) != level:
                node.role = f"H{len(open_levels)}"
                node.tag = f"{node.tag}as{len(open_levels)}"


def dissolve_spans(tree: Node) -> None:
    """Leave out elements that say nothing about the text in them."""
    if tree.tag in _SPEAKING or tree.role is not None:
        tree.kids = list(_without_spans(tree.kids))
    for node in tree.nodes:
        dissolve_spans(node)


def _without_spans(kids: list[Node | Mark | Annotation]) -> Iterator[Node | Mark | Annotation]:
    for kid in kids:
        if isinstance(kid, Node) and _says_nothing(kid):
            yield from _without_spans(kid.kids)
        else:
            yield kid


def _says_nothing(node: Node) -> bool:
    is_plain = node.tag in {"Span", "NonStruct"}
    return is_plain and not node.entries and node.language is None


def name_languages(node: Node, language: str) -> None:
    """Say where the language changes (ISO 14289-1, 7.2)."""
    own = node.origin_language or language
    if own != language:
        node.language = own
    for kid in node.nodes:
        name_languages(kid, own)


RULES: tuple[Callable[[Node], None], ...] = (
    drop_decoration,
    drop_empty,
    tag_notes,
    join_pages,
    gather_links,
    drop_empty,
    give_meanings,
    tag_blocks,
    tag_contents,
    order_lists,
    list_sources,
    seat_text,
    drop_covered_rows,
    scope_heads,
    close_headings,
)
