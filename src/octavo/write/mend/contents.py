"""The contents, and the lists of figures and tables: `TOC` of `TOCI` (ISO 32000-1, 14.8.4.2)."""

from octavo.write.mend.tree import Annotation, Mark, Node


def tag_contents(tree: Node) -> None:
    """Tag the lists in a `nav` of the class `contents` as such."""
    for node in tree.walk():
        if node.origin is not None and node.origin.name == "nav" and "contents" in node.origin.classes:
            node.tag = "Sect"
            for inner in node.walk():
                _tag(inner)


def _tag(node: Node) -> None:
    if node.tag == "L":
        node.tag = "TOC"
    elif node.tag == "LI":
        node.tag = "TOCI"
        kids: list[Node | Mark | Annotation] = []
        for kid in node.kids:
            kids += kid.kids if isinstance(kid, Node) and kid.tag == "LBody" else [kid]
        node.kids = [_entry(kid) for kid in kids]


def _entry(kid: Node | Mark | Annotation) -> Node | Mark | Annotation:
    """Wrap the link of an entry, which refers to a place in the book."""
    if isinstance(kid, Node) and kid.tag == "Link":
        return Node("Reference", [kid], page=kid.page)
    return kid
