"""Lists: items of a label and a body, and how they are numbered (ISO 32000-1, 14.8.4.3.3 and 14.8.5.5)."""

import math

from octavo.write.mend.tree import Annotation, Mark, Node

_NUMBERINGS = {
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "disc": "Disc",
    "circle": "Circle",
    "square": "Square",
}
_PAINTED_LATER = frozenset({"Figure", "Formula", "Lbl"})
_NEVER = (math.inf, 0)


def order_lists(tree: Node) -> None:
    """Give each list its parts, and say how it is numbered."""
    for node in tree.walk():
        if node.tag == "L":
            if node.origin is not None and node.origin.name == "dl":
                node.kids = _defined(node.kids)
            node.kids = _nested([_item(kid) for kid in node.kids])
            for item in node.nodes:
                _order_item(item)
            style = node.origin.list_style if node.origin is not None else ""
            node.attributes("List")["ListNumbering"] = f"/{_NUMBERINGS.get(style, 'None')}"


def _item(kid: Node | Mark | Annotation) -> Node:
    """Return a part of a list as an item, unless it is one, or a list that WeasyPrint put beside its item."""
    if isinstance(kid, Node) and kid.tag in {"LI", "L", "Caption"}:
        return kid
    page = kid.page
    return Node("LI", [Node("LBody", [kid], page=page)], page=page)


def _nested(parts: list[Node]) -> list[Node | Mark | Annotation]:
    """Put each list that WeasyPrint put beside its item back into it."""
    items: list[Node | Mark | Annotation] = []
    for part in parts:
        last = items[-1] if items else None
        if part.tag == "L" and isinstance(last, Node) and last.tag == "LI":
            last.kids.insert(_place_in(last, part), part)
        else:
            items.append(part)
    return items


def _place_in(item: Node, inner: Node) -> int:
    """Return where in an item a list stands: before the first text that is painted later.

    Pictures are painted after all text, so they do not tell.
    """
    start = _first_mark(inner)
    for index, kid in enumerate(item.kids):
        if isinstance(kid, Node) and kid.tag != "Lbl" and start < _first_mark(kid) < _NEVER:
            return index
    return len(item.kids)


def _first_mark(node: Node) -> tuple[float, int]:
    """Return page and number of the first text in an element."""
    marks = [
        (mark.page, mark.number)
        for inner in node.walk()
        if inner.tag not in _PAINTED_LATER
        for mark in inner.kids
        if isinstance(mark, Mark)
    ]
    return min(marks, default=_NEVER)


def _order_item(item: Node) -> None:
    """Put all of an item that is no label into one body."""
    if item.tag != "LI":
        return
    labels = [kid for kid in item.kids if isinstance(kid, Node) and kid.tag == "Lbl"]
    bodies = [kid for kid in item.kids if isinstance(kid, Node) and kid.tag == "LBody"]
    rest = [kid for kid in item.kids if kid not in labels and kid not in bodies]
    if rest:
        bodies = [Node("LBody", [kid for kid in item.kids if kid not in labels], page=item.page)]
        for index, kid in enumerate(bodies[0].kids):
            if isinstance(kid, Node) and kid.tag == "LBody":
                bodies[0].kids[index : index + 1] = kid.kids
    item.kids = [*labels, *bodies]


def _defined(kids: list[Node | Mark | Annotation]) -> list[Node | Mark | Annotation]:
    """Join each term of a list of definitions with what is said of it: the term is the label."""
    items: list[Node | Mark | Annotation] = []
    for kid in kids:
        name = kid.origin.name if isinstance(kid, Node) and kid.origin is not None else ""
        last = items[-1] if items else None
        if isinstance(kid, Node) and name == "dt":
            for body in kid.nodes:
                body.tag = "Lbl" if body.tag == "LBody" else body.tag
        if isinstance(kid, Node) and isinstance(last, Node) and _goes_on(last, name):
            last.kids += kid.kids
        else:
            items.append(kid)
    return items


def _goes_on(item: Node, name: str) -> bool:
    """Tell whether a definition, or one more term, belongs to the item before it."""
    has_body = any(part.tag == "LBody" for part in item.nodes)
    return name == "dd" or (name == "dt" and not has_body)
