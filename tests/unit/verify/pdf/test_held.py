"""Why a figure could not float is told from the document: its author's word, its notes, or nothing known."""

from dataclasses import replace

import pytest

from octavo.ast import Node, attributes, div, para, words
from octavo.model import Document
from octavo.verify.pdf.held import gap_hint
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
