"""What a Word document says: headings, notes, captions and references, as plain text."""

import re
from collections.abc import Iterator

from octavo.model import EditionView
from octavo.ooxml import Element, found, style_of, text_of
from octavo.verify.docx.word import Word, paragraphs

_HEADING = re.compile(r"Heading([1-9])(?:as[1-9])?")
"""A heading keeps its own level in the name of its style where the level above it is skipped."""

_BOXES = ("KeyFindings", "NoteBox", "CautionBox", "MethodBox")
_EQUATIONS = ("Equation", *(f"{box}Equation" for box in _BOXES))


def view_of_word(word: Word) -> EditionView:
    """Return what the document says, by its styles."""
    return EditionView(
        headings=tuple(_headings(word)),
        notes=tuple(
            (label, _note_text(word.notes[identifier]))
            for label, identifier in word.iter_calls()
            if identifier in word.notes
        ),
        figures=_texts(word, "ImageCaption"),
        tables=_texts(word, "TableCaption"),
        references=_texts(word, "Bibliography"),
        equations=_texts(word, *_EQUATIONS),
    )


def _headings(word: Word) -> Iterator[tuple[int, str]]:
    for paragraph in found(word.document, ".//w:p"):
        match = _HEADING.fullmatch(style_of(paragraph) or "")
        if match:
            yield int(match[1]), text_of(paragraph)


def _texts(word: Word, *styles: str) -> tuple[str, ...]:
    return tuple(text for _, text in paragraphs(word, *styles))


def _note_text(note: Element) -> str:
    return " ".join(filter(None, (text_of(paragraph) for paragraph in found(note, ".//w:p"))))
