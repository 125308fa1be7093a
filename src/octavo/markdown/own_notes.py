"""Where an author wrote a note, found by how its text begins."""

from octavo.model import Chapter
from octavo.source import Span

_COMPARED = 40
"""How many letters must be the same; signs differ, since readers do not see those of Markdown."""


def find_note(chapter: Chapter, text: str) -> Span | None:
    """Return the first line of a chapter's note that begins like `text`; None for what citeproc wrote."""
    wanted = _letters(text)[:_COMPARED]
    for paragraph in chapter.paragraphs:
        whole = [(0, len(paragraph.raw))] if paragraph.is_note else []
        for begin, end in (*whole, *paragraph.notes):
            written = paragraph.raw[begin:end]
            if wanted and _letters(written[: 4 * _COMPARED]).startswith(wanted):
                return paragraph.span((begin, begin + len(written.partition("\n")[0])))
    return None


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
