"""Faults of typesetting are found on made-up pages, and told at their place in the chapter."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from octavo.model import Document
from octavo.verify.pdf.composition import find_composition_faults
from octavo.verify.pdf.runs import Box, PageText, Run
from octavo.verify.pdf.tree import Element, PdfTree, Piece
from octavo.verify.pdf.view import Book
from tests.support.models import make_chapter, make_document, make_publication

WORDS = "Made-up words in the first line of it, then words in a second one, and a third line in the end."
LINES = (
    "Made-up words in the first line of it,",
    "then words in a second one,",
    "and a third line in the end.",
)
FIRST_WORDS = "`Made-up words in the first line of it, then …`"
CHAPTER = f"# Title\n\n{WORDS}\n\n## A *part*\n\n![What it shows](a.png)\n"
FOOT = 57.0
"""Where the lower margin ends, in points: the brand's is 20 mm."""


def text(tag: str, *lines: str, top: float = 500, left: float = 60, gap: float = 3) -> tuple[str, list[Run]]:
    """Make an element whose lines of 10 point type lie under each other."""
    places = enumerate(lines)
    return tag, [
        Run(line, left, top - 12 * n - 2, left + 400, top - 12 * n + 8, top - 12 * n, 10, gap)
        for n, line in places
    ]


def picture(box: Box) -> tuple[str, list[Box]]:
    """Make a picture."""
    return "Figure", [box]


def book_of(*pages: Sequence[tuple[str, Any]]) -> Book:
    """Make a book of these pages, each a part of the chapter."""
    parts, printed = [], []
    for index, page in enumerate(pages):
        children = [Element(tag, (Piece(index, mark),), None) for mark, (tag, _) in enumerate(page)]
        parts.append(Element("Part", (Element("Div", tuple(children), None),), None))
        runs = {mark: tuple(found) for mark, (tag, found) in enumerate(page) if tag != "Figure"}
        boxes = {mark: tuple(found) for mark, (tag, found) in enumerate(page) if tag == "Figure"}
        printed.append(PageText(595.28, 841.89, runs, boxes))
    tree = PdfTree(Element("Document", tuple(parts), None), {}, (), (), (), "en-GB", "A")
    return Book(tree, tuple(printed))


def document() -> Document:
    """Make a document of the chapter."""
    words = [{"t": "Str", "c": word} for word in WORDS.split()]
    spaced = [node for word in words for node in (word, {"t": "Space"})]
    blocks = [{"t": "Para", "c": spaced}]
    made = make_document(make_publication(make_chapter(CHAPTER)))
    return replace(made, ast={**made.ast, "blocks": blocks})


def told(book: Book) -> list[tuple[str, str, int | None]]:
    """Give code, message and line of each fault."""
    found = find_composition_faults(document(), book)
    return [(fault.code, fault.message, fault.span.first.line if fault.span else None) for fault in found]


TITLE = text("H1", "Title", top=700)
FILLER = text("P", *("Other words.",) * 5, top=300)
HIGH = picture(Box(60, 100, 400, 600))


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (
            [[TITLE, text("P", *LINES[:2])], [text("P", LINES[2]), FILLER]],
            (
                "V040",
                f"{FIRST_WORDS} ends with one line alone at the top of page 2",
                3,
            ),
        ),
        (
            [[TITLE, text("P", LINES[0])], [text("P", *LINES[1:]), FILLER]],
            (
                "V041",
                f"{FIRST_WORDS} leaves its first line alone at the foot of page 1",
                3,
            ),
        ),
        (
            [[TITLE, FILLER, text("H2", "1.1 A part"), text("P", "One line.")], [FILLER]],
            ("V042", "`A *part*` is a heading at the foot of page 1 with too little text under it", 5),
        ),
        (
            [[TITLE, text("P", *LINES, gap=9.5)]],
            (
                "V043",
                "`Made-up words in the first line of it` is a line on page 1 whose words stand too far apart",
                3,
            ),
        ),
        (
            [[TITLE, text("P", *LINES, left=150)]],
            ("V044", "`Made-up words in the first line of it` reaches into the margin of page 1", 3),
        ),
        (
            [[TITLE, FILLER], [text("P", *LINES)]],
            (
                "V045",
                f"{FIRST_WORDS} ends its chapter on page 2, on which there are only 3 lines",
                3,
            ),
        ),
        (
            [[TITLE, text("P", *LINES)], [HIGH, text("Caption", "Figure 1. What it shows"), FILLER]],
            (
                "V046",
                "`Figure 1. What it shows` did not fit on page 1, more than a third of which is empty",
                7,
            ),
        ),
        (
            [[TITLE, text("P", *("Words‐",) * 4, "end.")]],
            ("V048", "`WordsWordsWordsWords` begins 4 lines on page 1 that all end in a hyphen", None),
        ),
    ],
)
def test_fault_is_told(pages: Any, expected: tuple[str, str, int | None]) -> None:
    """Each fault is told once, by its own code, with the page and the line that the author wrote."""
    assert expected in told(book_of(*pages))


@pytest.mark.parametrize(
    "pages",
    [
        [[TITLE, text("P", *LINES[:2])], [text("P", "A line."), FILLER]],
        [[TITLE, text("P", *LINES[:1])], [text("H1", "Next"), text("P", *LINES[1:])]],
        [[TITLE, text("H2", "A part"), text("P", *LINES)], [FILLER]],
        [[TITLE, text("H2", "A part"), HIGH], [FILLER]],
        [[TITLE, text("H2", "A part"), text("P", "One line.")]],
        [[TITLE, text("P", *LINES, gap=8)]],
        [[TITLE, text("P", *LINES[:2], "End.", gap=0)]],
        [[TITLE, text("P", *LINES, top=FOOT + 24)], [HIGH, text("P", "After it.")]],
        [[TITLE, text("P", *("Words‐",) * 3, "end.")]],
        [[TITLE, FILLER, picture(Box(FOOT - 3, 100, 400, 250))]],
    ],
    ids=[
        "whole",
        "chapters",
        "text-follows",
        "figure-follows",
        "chapter-ends",
        "loose",
        "short",
        "full",
        "three",
        "edge",
    ],
)
def test_sound_pages_are_let_through(pages: Any) -> None:
    """What only looks like a fault is not spoken of."""
    assert told(book_of(*pages)) == []


def test_a_list_of_sources_that_ends_on_a_page_of_its_own_is_told() -> None:
    """The list of sources comes after the chapters, and has no file."""
    last = [text("P", "An entry goes on", "to its end.")]
    book = book_of([TITLE, text("P", *LINES)], [text("H1", "Sources", top=700), FILLER], last)
    what = "ends the list of sources on page 3, on which there are only 2 lines"

    assert told(book) == [("V045", f"`An entry goes onto its end.` {what}", None)]
