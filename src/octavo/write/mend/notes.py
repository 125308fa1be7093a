"""Notes as notes: `Note` with a label, and a `Reference` where it is called; each leads to the other.

On the page they stand at the foot. Read aloud they follow the paragraph, list or table that calls them, so
that no page's end parts a sentence by its notes.
"""

import re

from octavo.write.mend.tree import Annotation, Mark, Node

_CALL = re.compile(r"fnref(\d+)")
_NOTE = re.compile(r"fn(\d+)")
_FLOW = frozenset({"Document", "Part", "Sect", "Div"})
"""What is in these is read one after the other."""

_BLOCKS = {
    "note-p": "P",
    "note-blockquote": "BlockQuote",
    "note-ul": "L",
    "note-ol": "L",
    "note-li": "LI",
    "note-div": "Div",
}
"""What the spans of a note were before they had to stand in a paragraph (see `write/pdf/notes.py`)."""


def tag_notes(tree: Node) -> None:
    """Tag the notes and their calls (ISO 14289-1, 7.9; ISO 32000-1, 14.8.4.4)."""
    notes: dict[str, Node] = {}
    _tag_notes(tree, notes)
    calls: dict[str, Node] = {}
    _wrap_calls(tree, calls)
    for number, note in notes.items():
        if number in calls:
            note.refers, calls[number].refers = calls[number], note


def take_notes(tree: Node) -> list[Node]:
    """Take the notes that are called somewhere from the feet of the pages."""
    taken: list[Node] = []
    for node in tree.nodes:
        if node.tag == "Note" and node.refers is not None:
            tree.kids.remove(node)
            taken.append(node)
        else:
            taken += take_notes(node)
    return taken


def place_notes(tree: Node, notes: list[Node]) -> None:
    """Put each note behind the block that calls it; one whose call is nowhere in the text ends the book."""
    by_call = {id(note.refers): note for note in notes}
    _place_notes(tree, by_call)
    tree.kids += by_call.values()


def _place_notes(tree: Node, by_call: dict[int, Node]) -> None:
    kids: list[Node | Mark | Annotation] = []
    for kid in tree.kids:
        kids.append(kid)
        if isinstance(kid, Node) and kid.tag in _FLOW:
            _place_notes(kid, by_call)
        elif isinstance(kid, Node):
            kids += [by_call.pop(id(inner)) for inner in kid.walk() if id(inner) in by_call]
    tree.kids = kids


def _tag_notes(parent: Node, notes: dict[str, Node]) -> None:
    for node in parent.nodes:
        number = _number(node, "footnote", _NOTE)
        if number is None or number in notes:
            _tag_notes(node, notes)
            continue
        notes[number] = node
        node.tag = "Note"
        node.identifier = f"note-{number}"
        node.kids = [_label(kid) if isinstance(kid, Node) else kid for kid in node.kids]
        _tag_blocks(node)


def _label(node: Node) -> Node:
    """Make a label of the number that leads back to the call."""
    is_label = node.origin is not None and "note-label" in node.origin.classes
    return Node("Lbl", [node], page=node.page, end=node.end) if is_label else node


def _tag_blocks(parent: Node) -> None:
    for node in parent.nodes:
        if node.origin is not None and not node.is_part_of(parent):
            found = [_BLOCKS[name] for name in sorted(node.origin.classes) if name in _BLOCKS]
            node.tag = found[0] if found else node.tag
            if node.origin.name == "span::before" and parent.tag == "LI":
                node.tag = "Lbl"
        _tag_blocks(node)


def _wrap_calls(parent: Node, calls: dict[str, Node]) -> None:
    for index, kid in enumerate(parent.kids):
        if not isinstance(kid, Node):
            continue
        number = _number(kid, "call", _CALL)
        if number is None:
            _wrap_calls(kid, calls)
            continue
        reference = Node("Reference", [kid], page=kid.page, end=kid.end)
        parent.kids[index] = reference
        calls.setdefault(number, reference)


def _number(node: Node, name: str, pattern: re.Pattern[str]) -> str | None:
    """Return the number of a note or call, which is what has the class `name`."""
    if node.origin is None or name not in node.origin.classes:
        return None
    found = pattern.fullmatch(node.origin.attributes.get("id", ""))
    return found[1] if found else None
