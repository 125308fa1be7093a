"""Structure trees, made by hand as WeasyPrint would make them, and told in a few words."""

from typing import Any

from octavo.write.mend.origin import Origin
from octavo.write.mend.tree import Annotation, Mark, Node


def node(tag: str, *kids: Node | Mark | Annotation | int, page: int = 0, **values: Any) -> Node:
    """Make an element; a number stands for marked content on its page."""
    inner = [Mark(page, kid) if isinstance(kid, int) else kid for kid in kids]
    return Node(tag, inner, page=page, end=page, **values)


def origin(name: str, text: str = "", list_style: str = "", **attributes: str) -> Origin:
    """Say what an element was in the HTML; `class_` stands for `class`."""
    return Origin(name, {key.rstrip("_"): value for key, value in attributes.items()}, text, list_style)


def link(*box: float, page: int = 0) -> Annotation:
    """Make the place of a link: its left, lower, right and upper edge."""
    return Annotation(page, {"Subtype": "/Link", "Rect": list(box)})


def told(tree: Node) -> str:
    """Tell a tree: `P(1 2 Link(@ 3))`; content of another page is `page:number`, a link's place `@`."""
    return f"{tree.tag}({' '.join(_told(kid, tree) for kid in tree.kids)})"


def _told(kid: Node | Mark | Annotation, parent: Node) -> str:
    if isinstance(kid, Node):
        return told(kid)
    if isinstance(kid, Mark):
        return str(kid.number) if kid.page == parent.page else f"{kid.page}:{kid.number}"
    return "@"
