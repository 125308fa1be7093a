"""What is promised of every PDF, and whether this one keeps it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from octavo.diagnostics import Diagnostic
from octavo.markdown.own_notes import find_note
from octavo.model import Artifact, Document, Note
from octavo.verify.pdf.access import find_access_faults
from octavo.verify.pdf.composition import find_composition_faults
from octavo.verify.pdf.runs import PageText, Run, UnreadablePdf
from octavo.verify.pdf.view import Book, PrintedNote, iter_headings, iter_notes, open_book

_TOLERANCE_POINTS = 1.0
_SHOWN_CHARACTERS = 48
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_REPORT = "this is a fault of octavo: please report it with the publication"


def verify_pdf(document: Document, artifact: Artifact) -> tuple[Diagnostic, ...]:
    """Check an edition: its notes, fonts, links and outline, its pages and its lines."""
    try:
        book = open_book(artifact.path)
    except UnreadablePdf as error:
        return (Diagnostic("V001", f"the PDF cannot be read back: {error}", hint=_REPORT),)
    notes = tuple(iter_notes(book))
    return (
        *_find_lost_notes(document, notes),
        *_find_clipped_notes(document, book, notes),
        *_find_strayed_notes(document, book, notes),
        *_find_disorder(document, notes),
        *_find_foreign_fonts(document, book),
        *_find_dead_links(book),
        *_find_unfit_addresses(book),
        *_find_text_off_pages(book, notes),
        *_find_outline_faults(book),
        *find_access_faults(document, book.tree),
        *find_composition_faults(document, book),
    )


def _find_lost_notes(document: Document, notes: tuple[PrintedNote, ...]) -> Iterator[Diagnostic]:
    printed = {note.number for note in notes}
    for note in document.notes:
        if note.number not in printed:
            hint = "move the note out of what surrounds it, such as a box of your own stylesheet"
            yield _about(document, note, "V002", "is missing in the PDF", hint)


def _find_clipped_notes(
    document: Document, book: Book, notes: tuple[PrintedNote, ...]
) -> Iterator[Diagnostic]:
    """Report notes that leave the page: one that is higher than a page loses its first lines."""
    known = {note.number: note for note in document.notes}
    for note in notes:
        is_off = any(not _is_on(book.pages[fragment.page], fragment.run) for fragment in note.fragments)
        if is_off and note.number in known:
            hint = "shorten the note, or move a part of it into the text or an appendix"
            yield _about(
                document, known[note.number], "V003", "does not fit on one page and is cut off", hint
            )


def _find_strayed_notes(
    document: Document, book: Book, notes: tuple[PrintedNote, ...]
) -> Iterator[Diagnostic]:
    known = {note.number: note for note in document.notes}
    for note in notes:
        call = book.tree.places.get(f"fnref{note.number}")
        pages = {fragment.page for fragment in note.fragments}
        if call is None or note.number not in known or pages == {call.page}:
            continue
        where = " and ".join(f"page {page + 1}" for page in sorted(pages)) or "no page"
        hint = "spread the notes: a line, or a row of a table, has more of them than a page has room for"
        what = f"is called on page {call.page + 1} and stands on {where}"
        yield _about(document, known[note.number], "V004", what, hint)


def _find_disorder(document: Document, notes: tuple[PrintedNote, ...]) -> Iterator[Diagnostic]:
    known = {note.number: note for note in document.notes}
    for last, note in pairwise(notes):
        if note.number < last.number and note.number in known:
            what = f"stands behind note {known[last.number].label if last.number in known else last.label}"
            yield _about(document, known[note.number], "V005", what, _REPORT)


def _find_foreign_fonts(document: Document, book: Book) -> Iterator[Diagnostic]:
    families = [_letters(face.family) for face in document.publication.brand.typefaces]
    for font in dict.fromkeys(book.tree.fonts):
        if not font.is_embedded:
            yield Diagnostic("V006", f"the font `{font.name}` is not embedded in the PDF", hint=_REPORT)
        elif not any(_letters(font.name).startswith(family) for family in families):
            hint = "name its family in `_brand.yml`, or use one of the brand's families in your stylesheet"
            yield Diagnostic(
                "V006", f"the PDF uses the font `{font.name}`, which is not the brand's", hint=hint
            )


def _find_dead_links(book: Book) -> Iterator[Diagnostic]:
    for target in dict.fromkeys(book.tree.targets):
        if target not in book.tree.places:
            hint = "link to a heading, figure or table of the publication"
            yield Diagnostic("V007", f"a link in the PDF leads to `#{target}`, which is nowhere", hint=hint)


def _find_unfit_addresses(book: Book) -> Iterator[Diagnostic]:
    for address in dict.fromkeys(book.tree.addresses):
        if not _ADDRESS.match(address):
            hint = "link to the web, a mailbox or a place in the publication; look into your own templates"
            yield Diagnostic("V032", f"a link in the PDF leads to `{_shown(address)}`", hint=hint)


def _find_text_off_pages(book: Book, notes: tuple[PrintedNote, ...]) -> Iterator[Diagnostic]:
    """Report the first text that leaves each page, unless it is a note's, which has been reported."""
    of_notes = {(fragment.page, fragment.run) for note in notes for fragment in note.fragments}
    for index, page in enumerate(book.pages):
        for runs in page.runs.values():
            lost = [run for run in runs if not _is_on(page, run) and (index, run) not in of_notes]
            if lost:
                text = _shown(lost[0].text)
                hint = "make the table narrower, break the line, or shorten the word"
                yield Diagnostic("V008", f"`{text}` does not fit on page {index + 1} of the PDF", hint=hint)
                break


def _find_outline_faults(book: Book) -> Iterator[Diagnostic]:
    headings = [text for _, text in iter_headings(book)]
    outline = [" ".join(title.split()) for _, title in book.tree.outline]
    if headings != outline:
        notes = (f"headings: {len(headings)}, entries: {len(outline)}",)
        yield Diagnostic(
            "V009", "the PDF's outline and its headings are not the same", hint=_REPORT, notes=notes
        )


def _about(document: Document, note: Note, code: str, what: str, hint: str) -> Diagnostic:
    """Make a diagnostic about a note: where its author wrote it, else its chapter, and how it begins."""
    chapter = next(iter(document.publication.chapters[note.chapter : note.chapter + 1]), None)
    span = find_note(chapter, note.text) if chapter else None
    file = chapter.source.path if chapter and not span else None
    message = f"note {note.label} (`{_shown(note.text)}`) {what}"
    return Diagnostic(code, message, span, file=file, hint=hint)


def _is_on(page: PageText, run: Run) -> bool:
    """Tell whether a run is on the page as a whole."""
    is_across = run.left >= -_TOLERANCE_POINTS and run.right <= page.width + _TOLERANCE_POINTS
    return is_across and run.bottom >= -_TOLERANCE_POINTS and run.top <= page.height + _TOLERANCE_POINTS


def _letters(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalnum())


def _shown(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN_CHARACTERS else folded[:_SHOWN_CHARACTERS].rstrip() + "…"
