"""Each rule of mending does its one thing to a structure tree."""

import pytest

from octavo.write.mend.contents import tag_contents
from octavo.write.mend.links import gather_links
from octavo.write.mend.lists import order_lists
from octavo.write.mend.notes import tag_notes
from octavo.write.mend.origin import Origin
from octavo.write.mend.rules import (
    close_headings,
    dissolve_spans,
    drop_decoration,
    drop_empty,
    give_meanings,
    join_pages,
    name_languages,
)
from octavo.write.mend.tree import Node
from tests.support.structures import link, node, origin, told


def headings(*levels: int) -> Node:
    """Make a book of nothing but headings."""
    return node("Document", *(node(f"H{level}", number) for number, level in enumerate(levels)))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((1, 2, 3, 2, 1), ["H1", "H2", "H3", "H2", "H1"]),
        ((1, 3, 3, 4, 2), ["H1", "H3as2 H2", "H3as2 H2", "H4as3 H3", "H2"]),
        ((1, 4, 1, 2), ["H1", "H4as2 H2", "H1", "H2"]),
        ((2, 3), ["H2as1 H1", "H3as2 H2"]),
    ],
)
def test_no_level_is_skipped(levels: tuple[int, ...], expected: list[str]) -> None:
    """A level that the author skipped is closed up for programs, and its own stays in its name."""
    tree = headings(*levels)

    close_headings(tree)

    assert [f"{kid.tag} {kid.role or ''}".strip() for kid in tree.nodes] == expected


def test_empty_elements_are_dropped() -> None:
    """Boxes without content are nothing to read, but an empty cell is one."""
    tree = node("Document", node("P", node("Span")), node("TR", node("TD")), node("P", 1))

    drop_empty(tree)

    assert told(tree) == "Document(TR(TD()) P(1))"


def test_decoration_is_dropped() -> None:
    """A picture whose alternative text is empty is no part of the text; one without any text stays."""
    tree = node(
        "Document",
        node("Figure", 1, origin=origin("img", alt="")),
        node("Figure", 2, origin=origin("img")),
        node("Figure", 3, origin=origin("img", alt="A bridge.")),
    )

    drop_decoration(tree)

    assert told(tree) == "Document(Figure(2) Figure(3))"


def test_meanings() -> None:
    """Code, quotations in a line and formulas are tagged as such."""
    tree = node(
        "P",
        node("NonStruct", 1, origin=origin("code")),
        node("NonStruct", 2, origin=origin("q")),
        node("NonStruct", 3, origin=origin("em")),
        node("Figure", 4, origin=origin("img", class_="formula formula-block")),
    )

    give_meanings(tree)

    assert told(tree) == "P(Code(1) Quote(2) NonStruct(3) Formula(4))"


def test_spans_dissolve_where_text_may_stand() -> None:
    """An element that says nothing leaves its text to the paragraph; a language, or a `Div`, keeps it."""
    tree = node(
        "Div",
        node("P", node("Span", 1), node("NonStruct", node("Span", 2)), node("Span", 3, language="uk")),
        node("Span", 4),
    )

    dissolve_spans(tree)

    assert told(tree) == "Div(P(1 2 Span(3)) Span(4))"


def test_languages_are_named_where_they_change() -> None:
    """Only a change of language is said, not every language."""
    tree = node(
        "P",
        node("Span", 1, origin=origin("span", lang="en")),
        node("Span", node("Span", 2, origin=origin("i", lang="uk")), origin=origin("span", lang="uk")),
    )

    name_languages(tree, "en")

    assert [inner.language for inner in tree.walk()] == [None, None, "uk", None]


def test_a_link_is_one_element() -> None:
    """Boxes in a link add to its text, and dots that lead to a page number are no text."""
    dots = node("Link", 2, 3, 4, origin=Origin("a::after", is_leader=True))
    after = node("Link", link(50, 0, 100, 10), dots, 5, origin=Origin("a::after"))
    number = node("Span", link(-20, 0, -5, 10), 0, origin=origin("span"))
    outer = node("Link", link(0, 0, 100, 10), number, 1, after, origin=origin("a", text="Title"))
    tree = node("P", outer)

    gather_links(tree)

    assert told(tree) == "P(Link(@ @ Span(0) 1 5))"


def test_links_say_where_they_lead() -> None:
    """The description of a link is its text, without the marks where it may be broken."""
    place = link(0, 0, 9, 9)

    gather_links(node("P", node("Link", place, 1, origin=origin("a", text="a/\u200bb"))))

    assert place.entries["Contents"].string == "a/b"


def test_what_is_no_link() -> None:
    """A link without text is dropped; an anchor that leads nowhere is only text."""
    tree = node("P", node("Link", link(0, 0, 1, 1), origin=origin("a")), node("Link", 2, origin=origin("a")))

    gather_links(tree)

    assert told(tree) == "P(Span(2))"


def test_lists_have_items_of_label_and_body() -> None:
    """Paragraphs of an item are its body, a list says how it is numbered, and its parts are items."""
    tree = node(
        "L",
        node("LI", node("Lbl", 0), node("P", 1), node("P", 2)),
        node("LI", node("LBody", 3)),
        node("P", 4),
        origin=origin("ol", list_style="lower-roman"),
    )

    order_lists(tree)

    assert told(tree) == "L(LI(Lbl(0) LBody(P(1) P(2))) LI(LBody(3)) LI(LBody(P(4))))"
    assert tree.entries["A"]["ListNumbering"] == "/LowerRoman"


def test_order_of_an_item_stays() -> None:
    """A body that is only a part of the item becomes one with the rest, in its order."""
    tree = node("L", node("LI", node("P", 1), node("LBody", 2), node("P", 3)))

    order_lists(tree)

    assert told(tree) == "L(LI(LBody(P(1) 2 P(3))))"


def test_an_inner_list_stands_in_its_item() -> None:
    """It is put where its text is painted, before what follows it in the item."""
    inner = node("L", node("LI", node("Lbl", 9), node("LBody", 2)))
    tree = node(
        "L", node("LI", node("Lbl", 8), node("P", 1), node("P", 3)), inner, node("LI", node("LBody", 4))
    )

    order_lists(tree)

    assert told(tree) == "L(LI(Lbl(8) LBody(P(1) L(LI(Lbl(9) LBody(2))) P(3))) LI(LBody(4)))"


def test_terms_are_labels_of_what_is_said_of_them() -> None:
    """A term and its definitions are one item."""
    tree = node(
        "L",
        node("LI", node("LBody", 1), origin=origin("dt")),
        node("LI", node("LBody", 2), origin=origin("dd")),
        node("LI", node("LBody", 3), origin=origin("dd")),
        node("LI", node("LBody", 4), origin=origin("dt")),
        node("LI", node("LBody", 5), origin=origin("dd")),
        origin=origin("dl"),
    )

    order_lists(tree)

    assert told(tree) == "L(LI(Lbl(1) LBody(2) LBody(3)) LI(Lbl(4) LBody(5)))"


def test_contents_are_tagged() -> None:
    """The contents are `TOC` of `TOCI`, each with a reference; lists of the text stay lists."""
    inner = node("L", node("LI", node("LBody", node("Link", 2))))
    contents = node("L", node("LI", node("LBody", node("Link", 1), inner)))
    tree = node(
        "Document",
        node("NonStruct", contents, origin=origin("nav", class_="contents")),
        node("L", node("LI")),
    )

    tag_contents(tree)

    assert told(tree) == (
        "Document(Sect(TOC(TOCI(Reference(Link(1)) TOC(TOCI(Reference(Link(2))))))) L(LI()))"
    )


def call(number: int, mark: int) -> Node:
    """Make a call of a note."""
    return node("Link", mark, origin=origin("a", class_="call", id=f"fnref{number}"))


def note(number: int, mark: int, page: int = 0) -> Node:
    """Make a note as it stands at the foot of a page: its label and a paragraph."""
    label = node("Link", mark, page=page, origin=origin("a", class_="note-label"))
    text = node("Span", mark + 1, page=page, origin=origin("span", class_="note-p"))
    return node("Span", label, text, page=page, origin=origin("span", class_="footnote", id=f"fn{number}"))


def test_notes_and_calls_refer_to_each_other() -> None:
    """A note has a label, paragraphs and a name; its call is a reference; each names the other."""
    tree = node("Document", node("P", 1, call(7, 2)), node("NonStruct", note(7, 3)))

    tag_notes(tree)

    paragraph, foot = tree.nodes
    (reference,), (found,) = paragraph.nodes, foot.nodes
    assert told(tree) == "Document(P(1 Reference(Link(2))) NonStruct(Note(Lbl(Link(3)) P(4))))"
    assert found.identifier == "note-7"
    assert (found.refers, reference.refers) == (reference, found)


def test_a_list_in_a_note() -> None:
    """Blocks of a note are spans in the HTML, and are blocks again."""
    marker = node("Span", 3, origin=Origin("span::before"))
    item = node("Span", marker, 4, origin=origin("span", class_="note-li"))
    blocks = node("Span", item, origin=origin("span", class_="note-ul"))
    tree = node("Document", node("Span", blocks, origin=origin("span", class_="footnote", id="fn1")))

    tag_notes(tree)
    order_lists(tree)

    assert told(tree) == "Document(Note(L(LI(Lbl(3) LBody(4)))))"


def test_pages_are_joined() -> None:
    """What goes on overleaf is one element, and notes stand behind what calls them, not between its parts."""
    part, chapter, paragraph = origin("main"), origin("div", id="c"), origin("p")
    tree = node(
        "Document",
        node("Part", node("Div", node("P", 1, call(1, 2), origin=paragraph), origin=chapter), origin=part),
        node("NonStruct", note(1, 3)),
        node(
            "Part",
            node("Div", node("P", 1, page=1, origin=paragraph), node("P", 2, page=1), page=1, origin=chapter),
            page=1,
            origin=part,
        ),
    )

    tag_notes(tree)
    join_pages(tree)

    assert told(tree) == ("Document(Part(Div(P(1 Reference(Link(2)) 1:1) Note(Lbl(Link(3)) P(4)) P(2))))")


def test_lookalikes_on_one_page_are_not_joined() -> None:
    """Two boxes of one element on one page stand apart for a reason, but lines are joined."""
    block, words = origin("li"), origin("a")
    tree = node(
        "Document",
        node("P", 1, origin=block),
        node("P", 2, origin=block),
        node("P", node("Link", 3, origin=words), node("Link", 4, origin=words)),
    )

    join_pages(tree)

    assert told(tree) == "Document(P(1) P(2) P(Link(3 4)))"


def test_a_note_whose_call_is_elsewhere_is_not_lost() -> None:
    """A note that nothing in the text calls stays where it is."""
    tree = node("Document", node("P", 1), node("NonStruct", note(1, 3)))

    tag_notes(tree)
    join_pages(tree)

    assert told(tree) == "Document(P(1) NonStruct(Note(Lbl(Link(3)) P(4))))"
