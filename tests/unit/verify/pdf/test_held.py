"""Why a figure could not float is told from the document: its author's word, its notes, or nothing known."""

from dataclasses import replace

import pytest

from octavo.ast import Node, attributes, div, para, words
from octavo.model import Captioned, Document
from octavo.verify.pdf.held import caption_of, gap_hint, is_turned
from octavo.verify.pdf.lines import Block, Kind, Line
from octavo.verify.pdf.runs import Run
from tests.support.models import make_chapter, make_document, make_publication

NOTE: Node = {"t": "Note", "c": [para(words("A note."))]}


def figure_with(caption: str, classes: list[str], *source: Node) -> Node:
    """Make a figure of a picture that has classes, with a line under it."""
    image: Node = {"t": "Image", "c": [attributes(classes=classes), [], ["media/a.png", ""]]}
    caption_of_it = [None, [{"t": "Plain", "c": words(caption)}]]
    figure: Node = {"t": "Figure", "c": [attributes(), caption_of_it, [{"t": "Plain", "c": [image]}]]}
    return div(
        [figure, div([para([*words("Source:"), *source])], classes=["source"])], classes=["figure-block"]
    )


def document_with(*blocks: Node) -> Document:
    """Make a document of blocks."""
    made = make_document(make_publication(make_chapter("# Title\n")))
    return replace(made, ast={**made.ast, "blocks": list(blocks)})


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (figure_with("Figure 1. A bridge", ["here"], NOTE), "take the class `here` from"),
        (figure_with("Figure 1. A bridge", [], NOTE), "its notes keep it"),
        (figure_with("Figure 1. A bridge", []), "move the figure or table behind"),
        (figure_with("Figure 2. A river", ["here"]), "move the figure or table behind"),
    ],
    ids=["here", "notes", "free", "another"],
)
def test_hint_names_what_holds_the_figure(figure: Node, expected: str) -> None:
    """The figure is known by its printed caption, whose spaces may be lost."""
    assert gap_hint(document_with(figure), "Figure 1.A bridge").startswith(expected)


def test_without_a_caption_nothing_is_known() -> None:
    """A gap before something without a caption is told with what always helps."""
    assert gap_hint(document_with(figure_with("", ["here"])), "").startswith("move the figure or table")


def block(kind: Kind, *lines: str) -> Block:
    """Make a block of lines that stand nowhere in particular."""
    return Block(kind, tuple(Line((Run(line, 0, 0, 0, 0, 0),)) for line in lines))


def test_a_table_is_called_by_its_caption_alone() -> None:
    """On paper a table's caption and cells are one text; the longest caption that begins it is its own."""
    captions = tuple(
        Captioned("table", number, f"tbl:{number}", text)
        for number, text in ((1, "Table 1. A"), (10, "Table 1. A bridge"))
    )
    document = replace(document_with(), captions=captions)

    assert (
        caption_of(document, [block("table", "Table 1. A", "bridge", "Year", "2021")]) == "Table 1. A bridge"
    )
    assert (
        caption_of(document, [block("caption", "Figure 1. A river"), block("figure")]) == "Figure 1. A river"
    )
    assert caption_of(document, [block("table", "Year", "2021")]) == ""


@pytest.mark.parametrize(("kind", "expected"), [("landscape", True), ("wide", False)], ids=["turned", "wide"])
def test_a_turned_figure_is_known_by_its_caption(kind: str, *, expected: bool) -> None:
    """A page of its own is told by the class of the passage, not by the shape of its paper."""
    figure = div([figure_with("Figure 1. A bridge", [])], classes=[kind])
    printed = [Block("caption", (Line((Run("Figure 1.A bridge", 60, 80, 300, 90, 82, 10, 3),)),))]

    assert is_turned(document_with(figure), printed) == expected
