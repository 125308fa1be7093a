"""Blocks are tagged as what they are, and text stands in paragraphs."""

import pytest

from octavo.write.mend.blocks import seat_text, tag_blocks
from tests.support.structures import link, node, origin, told


def test_blocks_have_meanings() -> None:
    """A figure with its caption is a group, a block of code a paragraph, a chapter a section."""
    tree = node(
        "Part",
        node("Div", node("H1", 0), origin=origin("div", class_="chapter")),
        node("NonStruct", node("Caption", 1), node("Figure", 2), origin=origin("figure")),
        node("NonStruct", node("Code", 3), origin=origin("pre")),
        node("Div", node("P", 4), origin=origin("div")),
    )

    tag_blocks(tree)

    assert told(tree) == "Part(Sect(H1(0)) Div(Caption(1) Figure(2)) P(Code(3)) Div(P(4)))"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("contents-title", ("SectionTitle", "H1")),
        ("colophon-title", ("SectionTitle", "H1")),
        ("title", ("Title", "P")),
        ("title-authors", ("P", None)),
    ],
)
def test_titles_around_the_text(name: str, expected: tuple[str, str | None]) -> None:
    """Titles that octavo adds are headings for programs, but have another name than the text's."""
    tree = node("Sect", node("P", 0, origin=origin("p", class_=name)))

    tag_blocks(tree)

    assert (tree.nodes[0].tag, tree.nodes[0].role) == expected


def test_text_stands_in_paragraphs() -> None:
    """Text in what only groups gets a paragraph; what draws, and what holds paragraphs, needs none."""
    tree = node(
        "Div",
        node("Span", 0),
        node("Link", link(0, 0, 1, 1), 1),
        node("P", 2),
        node("Figure", 3),
        node("NonStruct", node("P", 4)),
        node("Caption", node("Span", 5), node("Reference", 6)),
        node("Formula", 7),
        8,
    )

    seat_text(tree)

    assert told(tree) == (
        "Div(P(Span(0) Link(@ 1)) P(2) Figure(3) NonStruct(P(4)) "
        "Caption(P(Span(5) Reference(6))) P(Formula(7) 8))"
    )


def test_text_of_lists_and_tables_stays() -> None:
    """Items and cells hold text themselves."""
    tree = node("LBody", 0, node("TD", node("Span", 1)))

    seat_text(tree)

    assert told(tree) == "LBody(0 TD(Span(1)))"
