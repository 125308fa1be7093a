"""The list of sources is tagged as a list."""

from octavo.write.mend.sources import list_sources
from octavo.write.mend.tree import Node
from tests.support.structures import node, origin, told


def entry(*kids: Node | int) -> Node:
    """Make a source of a list, as WeasyPrint tags it."""
    return node("Div", *kids, origin=origin("div", class_="csl-entry"))


def numbering(tree: Node) -> object:
    """Give how a list says that it is numbered."""
    return tree.entries["A"]["ListNumbering"]


def test_sources_are_items() -> None:
    """The element that holds nothing but sources is their list, and they have no numbers."""
    tree = node("Sect", node("H1", 0), node("Div", entry(1, 2), entry(3)))

    list_sources(tree)

    assert told(tree) == "Sect(H1(0) L(LI(LBody(1 2)) LI(LBody(3))))"
    assert numbering(tree.nodes[1]) == "/None"


def test_titles_part_lists_of_sources() -> None:
    """What stands between sources parts them into lists."""
    tree = node("Div", node("H2", 0), entry(1), node("H2", 2), entry(3))

    list_sources(tree)

    assert told(tree) == "Div(H2(0) L(LI(LBody(1))) H2(2) L(LI(LBody(3))))"


def test_numbers_of_sources_are_labels() -> None:
    """A style that numbers its sources puts the number beside the text."""
    parts = ("csl-left-margin", "csl-right-inline")
    tree = node(
        "Div",
        entry(*(node("Div", number, origin=origin("div", class_=name)) for number, name in enumerate(parts))),
    )

    list_sources(tree)

    assert told(tree) == "L(LI(Lbl(0) LBody(1)))"
    assert numbering(tree) == "/Decimal"
