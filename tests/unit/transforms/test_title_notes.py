"""What stands beside titles."""

import pytest

from octavo.ast import Node, iter_nodes, plain_text, words
from octavo.transforms.title_notes import CLOSE, OPEN, place_title_notes
from tests.support.trees import link, paragraph, string

SPACE: Node = {"t": "Space"}


def emph(*inlines: Node) -> Node:
    """Make words in italics."""
    return {"t": "Emph", "c": list(inlines)}


def quoted(*inlines: Node, classes: tuple[str, ...] = ()) -> Node:
    """Make a title in quotation marks, as citeproc does."""
    return {"t": "Span", "c": [["", list(classes), []], [string("“"), *inlines, string("”")]]}


NOTE = [string(f"Mosty{OPEN}On"), SPACE, string(f"bridges{CLOSE}")]


@pytest.mark.parametrize(
    ("inlines", "expected", "in_italics"),
    [
        ([emph(*NOTE), string(","), SPACE, string("2001.")], "Mosty [On bridges], 2001.", "Mosty"),
        ([quoted(*NOTE, string(",")), SPACE, string("3.")], "“Mosty” [On bridges], 3.", ""),
        ([quoted(emph(*NOTE), string("."))], "“Mosty” [On bridges].", "Mosty"),
        ([*NOTE, string(".")], "Mosty [On bridges].", ""),
        ([quoted(*NOTE, classes=("csl-right-inline",))], "“Mosty [On bridges]”", ""),
        ([emph(*NOTE), SPACE, emph(*NOTE)], "Mosty [On bridges] Mosty [On bridges]", "Mosty Mosty"),
    ],
)
def test_brackets_stand_behind_the_title(inlines: list[Node], expected: str, in_italics: str) -> None:
    """Outside of its italics and quotation marks, before the punctuation that follows it."""
    placed = place_title_notes([paragraph(*inlines)])

    assert plain_text(placed) == expected
    italics = [plain_text(node["c"]) for node in iter_nodes(placed) if node["t"] == "Emph"]
    assert " ".join(italics) == in_italics


def test_a_linked_title() -> None:
    """A link goes to the title alone."""
    linked = link("https://a.example", "x")
    linked["c"][1] = list(NOTE)

    (block,) = place_title_notes([paragraph(linked)])

    assert plain_text(block) == "Mosty [On bridges]"
    assert plain_text(block["c"][0]["c"][1]) == "Mosty"


def test_all_else_stays() -> None:
    """A tree without marks is as it was."""
    tree = [paragraph(emph(*words("A title")), string(","), quoted(*words("another")))]

    assert place_title_notes(tree) == tree
