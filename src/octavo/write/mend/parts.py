"""What was broken over lines and pages becomes whole: WeasyPrint makes one element for each part of it.

A paragraph that goes on overleaf is one paragraph, a table is one table, and its head, repeated on each
page for the eye, is read once.
"""

from octavo.write.mend.tree import Annotation, Mark, Node

_INLINE = frozenset({"Span", "NonStruct", "Link"})
_BY_ORIGIN = frozenset({"Table", "TR"})
"""Elements whose parts stand side by side, so that the parts of one need not follow each other."""

_REPEATED = ("THead", "TFoot")


def join_parts(tree: Node) -> None:
    """Make one element of the parts of each."""
    kids: list[Node | Mark | Annotation] = []
    for kid in tree.kids:
        whole = _whole(kid, kids, tree) if isinstance(kid, Node) else None
        if whole is None:
            kids += kid.kids if isinstance(kid, Node) and _is_double(kid, tree) else [kid]
        elif isinstance(kid, Node):
            _join(whole, kid)
    tree.kids = kids
    for node in tree.nodes:
        join_parts(node)


def _whole(part: Node, before: list[Node | Mark | Annotation], parent: Node) -> Node | None:
    """Return the element that a part goes on with, if there is one."""
    candidates = [kid for kid in before if isinstance(kid, Node)] if parent.tag in _BY_ORIGIN else before[-1:]
    for kid in reversed(candidates):
        if isinstance(kid, Node) and kid.tag == part.tag and part.is_part_of(kid):
            is_overleaf = part.page > kid.end
            return kid if is_overleaf or part.tag in _INLINE else None
    return None


def _is_double(kid: Node, parent: Node) -> bool:
    """Tell whether an element only wraps what is in another for the layout's sake."""
    return kid.tag == parent.tag and kid.is_part_of(parent)


def _join(whole: Node, part: Node) -> None:
    if part.tag == "Table":
        _read_head_once(whole, part)
    whole.end = part.end
    whole.kids += part.kids


def _read_head_once(table: Node, part: Node) -> None:
    """Leave the repeated head out of a part of a table, and let its cells name the cells of the first."""
    names: dict[str, str] = {}
    for kind in _REPEATED:
        first, again = (next((kid for kid in each.nodes if kid.tag == kind), None) for each in (table, part))
        if first is None or again is None:
            continue
        part.kids.remove(again)
        names |= dict(zip(_names(again), _names(first), strict=False))
    for cell in part.walk():
        for header in cell.entries.get("A", {}).get("Headers", ()):
            header.string = names.get(header.string, header.string)


def _names(head: Node) -> list[str]:
    return [cell.entries["ID"].string for cell in head.walk() if "ID" in cell.entries]
