"""The notes of a Word document, each with the words before its call: what must survive any editor."""

from collections.abc import Iterator
from pathlib import Path

from octavo.ooxml import Element, found, named, text_of
from octavo.verify.docx.word import open_word

CALL = named("w:footnoteReference")
BEFORE = 40
"""How many letters before a call tell its place."""


def notes_of(path: Path) -> list[tuple[str, str, str]]:
    """Give each note's label as Word counts it, its text, and the words before its call."""
    word = open_word(path)
    labels = word.iter_calls()
    told = []
    for paragraph in found(word.document, ".//w:p"):
        for before in words_before_calls(paragraph):
            label, identifier = next(labels)
            texts = (text_of(inner) for inner in found(word.notes[identifier], ".//w:p"))
            told.append((label, " ".join(filter(None, texts)), before))
    return told


def words_before_calls(paragraph: Element) -> Iterator[str]:
    """Yield the end of the text that stands before each call in a paragraph; formulas are no text here."""
    said = ""
    for item in paragraph.iter(CALL, named("w:t"), named("w:tab"), named("w:br")):
        if item.tag == CALL:
            yield " ".join(said.split())[-BEFORE:]
        else:
            said += item.text or "" if item.tag == named("w:t") else " "
