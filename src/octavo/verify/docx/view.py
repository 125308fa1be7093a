"""What a Word document says: headings, notes, captions and references, as plain text."""

from octavo.model import EditionView
from octavo.ooxml import Element, found, text_of
from octavo.verify.docx.word import Word, paragraphs

_HEADINGS = tuple(f"Heading{level}" for level in range(1, 10))

_BOXES = ("KeyFindings", "NoteBox", "CautionBox", "MethodBox")
_EQUATIONS = ("Equation", *(f"{box}Equation" for box in _BOXES))


def view_of_word(word: Word) -> EditionView:
    """Return what the document says, by its styles."""
    return EditionView(
        headings=tuple(
            (int(style.removeprefix("Heading")), text) for style, text in paragraphs(word, *_HEADINGS)
        ),
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


def _texts(word: Word, *styles: str) -> tuple[str, ...]:
    return tuple(text for _, text in paragraphs(word, *styles))


def _note_text(note: Element) -> str:
    return " ".join(filter(None, (text_of(paragraph) for paragraph in found(note, ".//w:p"))))
