"""The EPUB 3 edition: the document as a book for phones and e-readers."""

from collections.abc import Callable, Sequence
from pathlib import Path

from octavo.diagnostics import Outcome, has_errors
from octavo.model import Artifact, Document
from octavo.templating import TemplateFault
from octavo.write.complaints import failure_diagnostic
from octavo.write.epub.archive import zip_book
from octavo.write.epub.book import book_files
from octavo.write.page_starts import PageStart

__all__ = ["write_epub"]


def write_epub(
    document: Document, cover: Path | None, starts: Callable[[], Sequence[PageStart]] = tuple
) -> Outcome[Artifact | None]:
    """Write the EPUB into the publication's work folder; `cover` is a PNG.

    `starts` tells where the PDF's pages begin. It is asked last, and may wait for the layout. The same
    document, cover and starts give the same bytes. Raises PandocError.
    """
    publication = document.publication
    try:
        book = book_files(document, cover, starts)
    except TemplateFault as fault:
        return Outcome(None, (failure_diagnostic(fault, publication),))
    if has_errors(book.diagnostics):
        return Outcome(None, book.diagnostics)
    path = publication.work_path / f"{publication.metadata.slug}.epub"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zip_book(book.value, publication.zip_time))
    return Outcome(Artifact("epub", path), book.diagnostics)
