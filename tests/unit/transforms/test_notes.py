"""Notes: counted once."""

from octavo.model import Note
from octavo.transforms.notes import nested_notes, number_notes
from tests.support.trees import figure, note, paragraph, plain, table

CHAPTERS = [
    [paragraph("a", note("One.")), table({"t": "Plain", "c": [note("Two.")]}, "x")],
    [paragraph("no notes")],
    [
        figure({"t": "Plain", "c": [note("Three.")]}, plain("x")),
        {"t": "BulletList", "c": [[paragraph(note("Four."))]]},
    ],
]


def test_notes_count_through() -> None:
    """Continuous labels are the numbers."""
    assert number_notes(CHAPTERS, "continuous") == (
        Note(1, "1", 0, "One."),
        Note(2, "2", 0, "Two."),
        Note(3, "3", 2, "Three."),
        Note(4, "4", 2, "Four."),
    )


def test_labels_begin_again_in_each_chapter() -> None:
    """Numbers count through all the same, since editions tell notes apart by them."""
    found = [(note.number, note.label) for note in number_notes(CHAPTERS, "per-chapter")]

    assert found == [(1, "1"), (2, "2"), (3, "1"), (4, "2")]


def test_notes_in_notes_are_found() -> None:
    """Each inner note is told by its text."""
    tree = [paragraph(note("Outer.", note("Inner."), note("Other.")), note("Plain."))]

    assert nested_notes(tree) == ["Inner.", "Other."]
    assert nested_notes([paragraph(note("Plain."))]) == []
