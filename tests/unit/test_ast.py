"""Pandoc's tree: reading, walking, making."""

from typing import Any

import pytest

from octavo.ast import (
    Node,
    Walked,
    attributes,
    attributes_of,
    classes_of,
    div,
    header,
    holds,
    iter_blocks,
    iter_nodes,
    map_nodes,
    plain_text,
    span,
    with_blocks,
    words,
)
from tests.support.trees import cite, figure, image, note, paragraph, plain, raw, string, table


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (words("two  words "), "two words"),
        ([paragraph("One."), paragraph("Two.")], "One. Two."),
        ([{"t": "CodeBlock", "c": [attributes(), "x = 1"]}, paragraph("After.")], "x = 1 After."),
        ({"t": "LineBlock", "c": [words("first"), words("second")]}, "first second"),
        ({"t": "DefinitionList", "c": [[words("Term"), [[plain("meaning")]]]]}, "Term meaning"),
        ({"t": "BulletList", "c": [[plain("a")], [plain("b")]]}, "a b"),
        ({"t": "Quoted", "c": [{"t": "DoubleQuote"}, words("said")]}, "“said”"),
        ({"t": "Quoted", "c": [{"t": "SingleQuote"}, words("said")]}, "‘said’"),
        ([string("a"), {"t": "SoftBreak"}, string("b"), {"t": "LineBreak"}, string("c")], "a b c"),
        ({"t": "Code", "c": [attributes(), "f(x)"]}, "f(x)"),
        ([string("a"), raw("html", "<br>"), string("b")], "ab"),
        (cite("doe2020", 1, string("Doe")), "Doe"),
        (span([string("a"), span([string("b")])]), "ab"),
        (table(None, "one", "two"), "one two"),
        ([], ""),
    ],
)
def test_the_text_of_a_tree_is_what_one_reads(tree: Any, expected: str) -> None:
    """Blocks, lines and cells are a space apart; marks of quotation stand; raw content is no text."""
    assert expected == plain_text(tree)


def test_notes_are_no_part_of_the_text_unless_wanted() -> None:
    """A note belongs to the foot of the page; `without` says what is left out."""
    tree = paragraph("Text", note("See there."))

    assert plain_text(tree) == "Text"
    assert plain_text(tree, without=frozenset()) == "TextSee there."


def test_all_nodes_come_parents_first() -> None:
    """The walk goes through captions, cells and notes in the order of the text."""
    tree = [figure(plain("cap"), {"t": "Plain", "c": [image("a.png")]}), paragraph("x", note("y"))]

    assert [node["t"] for node in iter_nodes(tree)] == [
        "Figure", "Plain", "Str", "Plain", "Image", "Para", "Str", "Note", "Para", "Str",
    ]  # fmt: skip


def test_a_map_leaves_the_tree_as_it_was() -> None:
    """Changing nodes makes a new tree: lists take a node's place, [] removes it, children come first."""
    tree = [paragraph("a b"), div([paragraph("c")])]
    seen = []

    def change(node: Node) -> Node | list[Node]:
        seen.append(node["t"])
        if node["t"] == "Space":
            return []
        return [node, string("!")] if node["t"] == "Str" else node

    changed = map_nodes(tree, change)

    assert changed == [paragraph("a", string("!"), "b", string("!")), div([paragraph("c", string("!"))])]
    assert tree == [paragraph("a b"), div([paragraph("c")])]
    assert seen == ["Str", "Space", "Str", "Para", "Str", "Para", "Div"]


def test_attributes_are_found_where_pandoc_puts_them() -> None:
    """A heading has them second, others first, and some nodes have none."""
    assert attributes("sec") == attributes_of(header(2, words("T"), "sec"))
    assert attributes("d", ["x"], key="v") == attributes_of(div([], "d", ["x"], key="v"))
    assert attributes_of(paragraph("x")) is None
    assert classes_of(span([], classes=["a", "b"])) == ["a", "b"]
    assert classes_of(string("x")) == []


def test_attributes_can_be_changed_in_place() -> None:
    """What `attributes_of` gives is the node's own list."""
    node = header(1, [], "old")

    found = attributes_of(node)
    assert found
    found[0] = "new"

    assert header(1, [], "new") == node


def test_a_document_loses_its_metadata() -> None:
    """No title of Pandoc's own comes into an edition."""
    ast = {"pandoc-api-version": [1, 23], "meta": {"title": "x"}, "blocks": [paragraph("old")]}

    assert with_blocks(ast, [paragraph("new")]) == {
        "pandoc-api-version": [1, 23],
        "meta": {},
        "blocks": [paragraph("new")],
    }


def test_blocks_are_those_between_lines() -> None:
    """A heading in a box is a block; what stands in a line, or in a note of it, is none."""
    inner = {"t": "Note", "c": [paragraph("inner")]}
    tree = [{"t": "Div", "c": [["", [], []], [header(2, [string("A")]), paragraph("x", inner)]]}]

    assert [node["t"] for node in iter_blocks(tree)] == ["Div", "Header", "Para"]


def test_what_a_tree_holds() -> None:
    """Any of the types, at any depth, will do."""
    tree = [paragraph("x", {"t": "Note", "c": [paragraph("inner")]})]

    assert (holds(tree, "Image", "Note"), holds(tree, "Image")) == (True, False)


def test_what_was_walked_is_not_walked_again() -> None:
    """The nodes of a walked tree come once each, in their order."""
    tree = [paragraph("x", {"t": "Note", "c": [paragraph("inner")]})]
    nodes = Walked(iter_nodes(tree))

    assert list(iter_nodes(nodes)) == list(iter_nodes(tree))
