"""Notes that are texts of their own: no page has room for them, and no reader at its foot."""

from collections.abc import Iterator

from octavo.diagnostics import Diagnostic
from octavo.model import Chapter, Publication
from octavo.source import Span

_LIMIT = 2500
"""In characters: more than half of a page of A4 in the type of notes."""


def check_long_notes(publication: Publication) -> Iterator[Diagnostic]:
    """C038: a note of more characters than the foot of a page can well hold."""
    for chapter in publication.chapters:
        for length, span in _notes(chapter):
            if length > _LIMIT:
                yield Diagnostic(
                    "C038",
                    f"this note has {length:,} characters, more than the foot of a page can well hold",
                    span,
                    hint="shorten it, or move a part of it into the text or an appendix",
                )


def _notes(chapter: Chapter) -> Iterator[tuple[int, Span]]:
    """Yield the length of each note, and the place where it begins."""
    for paragraph in chapter.paragraphs:
        if paragraph.is_note:
            yield len(paragraph.raw), paragraph.span((0, len(paragraph.raw.partition("\n")[0])))
        for begin, end in paragraph.notes:
            first_line = paragraph.raw[begin:end].partition("\n")[0]
            yield end - begin, paragraph.span((begin, begin + len(first_line)))
