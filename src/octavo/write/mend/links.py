"""Links: one element each, with all of its places on the page, a text, and a description.

WeasyPrint makes a link of each box in a link, one in the other, and of the dots that lead to a page number.
"""

from octavo.write.mend.tree import Annotation, Mark, Node

_ZERO_WIDTH_SPACE = "\u200b"
_TOLERANCE_POINTS = 1.0


def gather_links(tree: Node) -> None:
    """Make each link one element; what only looks like one, or has no text, is none (ISO 14289-1, 7.18.5)."""
    kids: list[Node | Mark | Annotation] = []
    for kid in tree.kids:
        if not isinstance(kid, Node):
            kids.append(kid)
        elif _is_link(kid):
            kids += [link] if (link := _gathered(kid)) is not None else []
        else:
            gather_links(kid)
            kids.append(kid)
    tree.kids = kids


def _is_link(node: Node) -> bool:
    return node.tag == "Link" or any(isinstance(kid, Annotation) and kid.is_link for kid in node.kids)


def _gathered(link: Node) -> Node | None:
    """Return a link with its places first, then its text; None when there is nothing to read or to see."""
    places = _outermost([place for place in link.contents() if isinstance(place, Annotation)])
    content = [kid for kid in _flat(link) if not isinstance(kid, Annotation)]
    if not any(isinstance(part, Mark) for part in link.contents()) or not content:
        return None
    link.kids = [*places, *content]
    link.tag = "Link" if places else "Span"
    _describe(link, places)
    return link


def _flat(link: Node) -> list[Node | Mark | Annotation]:
    """Return what is in a link, without the links in it and without dot leaders."""
    found: list[Node | Mark | Annotation] = []
    for kid in link.kids:
        if not isinstance(kid, Node):
            found.append(kid)
        elif kid.origin is not None and kid.origin.is_leader:
            continue
        elif kid.tag == "Link":
            found += _flat(kid)
        else:
            kid.kids = [inner for inner in _flat(kid) if not isinstance(inner, Annotation)]
            found += [kid] if kid.kids else []
    return found


def _outermost(places: list[Annotation]) -> list[Annotation]:
    """Leave out places that lie within one that came before."""
    kept: list[Annotation] = []
    for place in places:
        if not any(_is_within(place, other) for other in kept):
            kept.append(place)
    return kept


def _is_within(place: Annotation, other: Annotation) -> bool:
    (left, low, right, high), (west, south, east, north) = place.box, other.box
    room = _TOLERANCE_POINTS
    is_across = left >= west - room and right <= east + room
    return place.page == other.page and is_across and low >= south - room and high <= north + room


def _describe(link: Node, places: list[Annotation]) -> None:
    """Let the description of a link be its text, not the name of a place in the file."""
    import pydyf

    text = link.origin.text.replace(_ZERO_WIDTH_SPACE, "") if link.origin is not None else ""
    if text:
        for place in places:
            place.entries["Contents"] = pydyf.String(text)
