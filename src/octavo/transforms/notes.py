"""Notes: numbered once, for all editions."""

from collections.abc import Sequence

from octavo.ast import Node, iter_nodes, plain_text
from octavo.model import Note, NoteNumbering


def number_notes(chapters: Sequence[list[Node]], numbering: NoteNumbering) -> tuple[Note, ...]:
    """List the notes in the order of the text; labels begin again in each chapter if so wanted."""
    notes: list[Note] = []
    for index, blocks in enumerate(chapters):
        first = len(notes)
        for note in _iter_notes(blocks):
            number = len(notes) + 1
            label = number if numbering == "continuous" else number - first
            notes.append(Note(number, str(label), index, plain_text(note["c"])))
    return tuple(notes)


def nested_notes(blocks: list[Node]) -> list[str]:
    """Return the texts of the notes that stand within a note."""
    return [
        plain_text(inner["c"])
        for note in _iter_notes(blocks)
        for inner in iter_nodes(note["c"])
        if inner["t"] == "Note"
    ]


def _iter_notes(blocks: list[Node]) -> list[Node]:
    return [node for node in iter_nodes(blocks) if node["t"] == "Note"]
