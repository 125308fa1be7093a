"""References from note to note."""

import pytest

from octavo.ast import plain_text
from octavo.parse.note_references import mark_note_references, mend_note_references
from octavo.transforms.notes import number_notes
from tests.support.trees import cite, figure, note, paragraph, plain, string

OPEN, CLOSE = "\ue000", "\ue001"


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        (
            '<text variable="first-reference-note-number"/>',
            f'<text variable="first-reference-note-number" prefix="{OPEN}" suffix="{CLOSE}"/>',
        ),
        (
            '<number variable="first-reference-note-number" prefix="(n " suffix=")" />',
            f'<number variable="first-reference-note-number" prefix="(n {OPEN}" suffix="{CLOSE})" />',
        ),
        ('<text variable="title"/>', '<text variable="title"/>'),
        (
            '<if variable="first-reference-note-number"><text term="above"/></if>',
            '<if variable="first-reference-note-number"><text term="above"/></if>',
        ),
    ],
)
def test_a_style_marks_its_note_numbers(element: str, expected: str) -> None:
    """Only where a style prints the number of a note, marks stand next to the number."""
    assert expected == mark_note_references(element)


def test_numbers_become_labels() -> None:
    """A reference to citeproc's note 4, the second chapter's first, prints the label 1; marks are gone."""
    chapters = [
        [paragraph(cite("a", 1, note("A.")), note("Own."), cite("b", 3, note("B.")))],
        [
            paragraph(cite("c", 4, note("C."))),
            paragraph(cite("c", 5, note(string(f"C{OPEN}4{CLOSE}."), string(f"B{OPEN}3{CLOSE}")))),
        ],
    ]

    mend_note_references(chapters, number_notes(chapters, "per-chapter"))

    assert [item.text for item in number_notes(chapters, "per-chapter")] == [
        "A.",
        "Own.",
        "B.",
        "C.",
        "C1.B3",
    ]


def test_a_citation_within_a_note_counts_as_that_note() -> None:
    """The number that citeproc gives a citation in a written note leads to that note."""
    chapters = [
        [paragraph(note("See ", cite("a", 1, string("A")))), paragraph(note(string(f"{OPEN}1{CLOSE}")))]
    ]

    mend_note_references(chapters, number_notes(chapters, "continuous"))

    assert plain_text(chapters[0][1], without=frozenset()) == "1"


def test_notes_in_captions_count_in_the_order_of_the_text() -> None:
    """Citeproc counted the text's note before the caption's; readers see them the other way round."""
    captioned = figure({"t": "Plain", "c": [cite("a", 2, note("A."))]}, plain("x"))
    chapters = [[captioned, paragraph(cite("b", 1, note("B."))), paragraph(note(string(f"{OPEN}2{CLOSE}")))]]

    mend_note_references(chapters, number_notes(chapters, "continuous"))

    assert number_notes(chapters, "continuous")[2].text == "1"


def test_a_number_of_no_note_is_left() -> None:
    """What cannot be matched stays readable."""
    chapters = [[paragraph(note(string(f"{OPEN}9{CLOSE}")))]]

    mend_note_references(chapters, number_notes(chapters, "continuous"))

    assert number_notes(chapters, "continuous")[0].text == "9"
