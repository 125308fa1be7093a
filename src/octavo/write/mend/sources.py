"""The list of sources as a list: one item for each (ISO 32000-1, 14.8.4.3.3 and 14.8.5.5)."""

from octavo.write.mend.tree import Annotation, Mark, Node

_ENTRY = "csl-entry"
_PARTS = {"csl-left-margin": "Lbl", "csl-right-inline": "LBody"}
"""The parts of an entry in styles that number their sources."""


def list_sources(tree: Node) -> None:
    """Make lists of the sources that follow each other."""
    for node in tree.walk():
        if any(_is_entry(kid) for kid in node.kids):
            _list(node)


def _list(parent: Node) -> None:
    """Gather the sources of an element in a list: the element itself if there is nothing else in it."""
    kids: list[Node | Mark | Annotation] = []
    for kid in parent.kids:
        if not isinstance(kid, Node) or not _is_entry(kid):
            kids.append(kid)
            continue
        last = kids[-1] if kids else None
        if not isinstance(last, Node) or last.tag != "L":
            last = Node("L", page=kid.page, end=kid.end)
            kids.append(last)
        last.end = kid.end
        last.kids.append(item := _item(kid))
        is_numbered = any(part.tag == "Lbl" for part in item.nodes)
        last.attributes("List")["ListNumbering"] = "/Decimal" if is_numbered else "/None"
    parent.kids = kids
    if len(kids) == 1 and isinstance(kids[0], Node) and parent.tag == "Div":
        (whole,) = parent.nodes
        parent.tag, parent.kids = whole.tag, whole.kids
        parent.entries = {**parent.entries, **whole.entries}


def _item(entry: Node) -> Node:
    entry.tag = "LI"
    for part in entry.nodes:
        if part.origin is not None:
            names = sorted(part.origin.classes & set(_PARTS))
            part.tag = _PARTS[names[0]] if names else part.tag
    if not any(part.tag == "LBody" for part in entry.nodes):
        entry.kids = [Node("LBody", entry.kids, page=entry.page, end=entry.end)]
    return entry


def _is_entry(kid: Node | Mark | Annotation) -> bool:
    """Tell whether something is a source that is no item yet."""
    return (
        isinstance(kid, Node) and kid.tag != "LI" and kid.origin is not None and _ENTRY in kid.origin.classes
    )
