"""The PDF edition: designed pages with the notes at the foot of the page of their call."""

from concurrent.futures import Future
from pathlib import Path

from octavo.diagnostics import Diagnostic, Outcome
from octavo.model import Artifact, Document
from octavo.pandoc import PandocError
from octavo.progress import Progress
from octavo.templating import TemplateFault
from octavo.write.complaints import complaint_diagnostics, failure_diagnostic, undrawn_formulas
from octavo.write.cover import cover_files
from octavo.write.engine import Engine
from octavo.write.messages import AttachedFile, EngineDied, Job, LayoutFailed
from octavo.write.page_starts import PageStart
from octavo.write.pdf.pages import Pages, book_pages


def write_pdf(
    document: Document,
    engine: Engine,
    watch: Progress,
    laid_out: "Future[tuple[PageStart, ...]] | None" = None,
) -> Outcome[Artifact | None]:
    """Write the PDF into the work folder; the book's HTML and CSS stay beside it in `pdf/`.

    `laid_out` is told where the pages begin as soon as that is known.
    """
    publication = document.publication
    path = publication.work_path / f"{publication.metadata.slug}.pdf"
    try:
        pages = book_pages(document)
        folder = publication.work_path / "pdf"
        _keep(pages, folder)
        drawings = {f"formulas/{name}": folder / name for name in pages.formulas.drawings}
        job = Job(
            pages.html,
            pages.css,
            _files(document) | drawings,
            path,
            has_roman_front=publication.brand.page.front_folios == "roman",
            attachments=_attachments(document),
        )
        printed = engine.render_pdf(job, watch, laid_out).result()
    except (TemplateFault, LayoutFailed, EngineDied) as error:
        return Outcome(None, (failure_diagnostic(error, publication),))
    except PandocError as error:
        return Outcome(None, (Diagnostic("W006", f"Pandoc could not write HTML: {error}"),))
    found = (*complaint_diagnostics(printed, document), *undrawn_formulas(pages.formulas.undrawn, document))
    return Outcome(Artifact("pdf", path, printed.pages), found)


def _attachments(document: Document) -> tuple[AttachedFile, ...]:
    """Return the cited sources as files for programs that collect them."""
    sources, moment = document.sources, document.publication.moment
    if not sources.items:
        return ()
    return (
        AttachedFile("references.json", sources.csl_json, "CSL JSON", moment),
        AttachedFile("references.bib", sources.bibtex, "BibTeX", moment),
    )


def _files(document: Document) -> dict[str, Path]:
    """Return all files that the book may use, by their virtual address: pictures lie beside the text."""
    media_path = document.publication.work_path / "media"
    names = {picture.file_name for picture in document.pictures.values()}
    return cover_files(document) | {f"media/{name}": media_path / name for name in sorted(names)}


def _keep(pages: Pages, folder: Path) -> None:
    """Keep the book's HTML, its CSS and its formulas, as evidence of what was laid out."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "book.html").write_text(pages.html, encoding="utf-8")
    (folder / "book.css").write_text(pages.css, encoding="utf-8")
    for name, drawing in pages.formulas.drawings.items():
        (folder / name).write_text(drawing, encoding="utf-8")
