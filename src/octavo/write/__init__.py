"""Stage write: one document becomes up to three editions, side by side, in the publication's `work_path`."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from octavo.crew import crew
from octavo.diagnostics import Diagnostic, Outcome
from octavo.model import Artifact, Document, Format
from octavo.pandoc import PandocError
from octavo.progress import Progress
from octavo.templating import TemplateFault
from octavo.write.engine import Engine
from octavo.write.messages import EngineDied, LayoutFailed
from octavo.write.own_templates import stray_remarks, unused_templates
from octavo.write.told_starts import ToldStarts

__all__ = ["write_editions"]

_Writer = Callable[[], Outcome[Artifact | None]]


def write_editions(
    document: Document, formats: Sequence[Format], engine: Engine, watch: Progress
) -> Outcome[tuple[Artifact, ...]]:
    """Write the editions in `formats`.

    Pages are laid out in the engine's own process while the others are written here; the cover is
    drawn first, since the EPUB waits for it. Where both are wanted, the EPUB says where the PDF's pages
    begin, and waits with that for the layout alone.
    """
    lay_out_media(document)
    starts = ToldStarts(are_expected="pdf" in formats)
    writers = _writers(document, engine, watch, starts)
    with crew(len(writers)) as pool:
        waiting = [pool.submit(_timed, writers[format_]) for format_ in formats]
        outcomes = [future.result() for future in waiting]
    artifacts = tuple(_without_wait(outcome.value, starts) for outcome in outcomes if outcome.value)
    found = (diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics)
    own = (*stray_remarks(document.publication), *unused_templates(document.publication))
    return Outcome(artifacts, (*own, *found))


def _timed(writer: _Writer) -> Outcome[Artifact | None]:
    started = time.monotonic()
    try:
        outcome = writer()
    except PandocError as error:
        return Outcome(None, (Diagnostic("W006", f"Pandoc could not write the edition: {error}"),))
    seconds = time.monotonic() - started
    return replace(outcome, value=replace(outcome.value, seconds=seconds)) if outcome.value else outcome


def _without_wait(artifact: Artifact, starts: ToldStarts) -> Artifact:
    """Leave out of the EPUB's time how long it waited for the PDF's."""
    waited = starts.seconds_waited if artifact.format == "epub" else 0.0
    return replace(artifact, seconds=artifact.seconds - waited)


def lay_out_media(document: Document) -> None:
    """Put the pictures of the text into `work_path/media`, where writers find them."""
    folder = document.publication.work_path / "media"
    folder.mkdir(parents=True, exist_ok=True)
    for picture in document.pictures.values():
        (folder / picture.file_name).write_bytes(picture.content)
        if picture.raster_name and picture.raster:
            (folder / picture.raster_name).write_bytes(picture.raster)


def _writers(
    document: Document, engine: Engine, watch: Progress, starts: ToldStarts
) -> dict[Format, _Writer]:
    from octavo.write.docx import write_docx

    return {
        "pdf": lambda: _write_pdf(document, engine, watch, starts),
        "epub": lambda: _write_epub(document, engine, starts),
        "docx": lambda: write_docx(document),
    }


def _write_pdf(
    document: Document, engine: Engine, watch: Progress, starts: ToldStarts
) -> Outcome[Artifact | None]:
    """Write the PDF; whatever becomes of it, nobody waits for its pages any longer."""
    from octavo.write.pdf import write_pdf

    try:
        return write_pdf(document, engine, watch, starts.told)
    finally:
        starts.give_up()


def _write_epub(document: Document, engine: Engine, starts: ToldStarts) -> Outcome[Artifact | None]:
    """Write the EPUB around its cover.

    On a machine that cannot draw one, there is an EPUB without a cover when no PDF is wanted.
    """
    from octavo.write.complaints import failure_diagnostic, missing_library, no_cover
    from octavo.write.cover import draw_cover
    from octavo.write.epub import write_epub

    try:
        cover_path = draw_cover(document, engine).result()
    except EngineDied as error:
        if starts.are_expected or not missing_library(error):
            return Outcome(None, (failure_diagnostic(error, document.publication),))
        written = write_epub(document, None)
        return replace(written, diagnostics=(no_cover(error), *written.diagnostics))
    except (TemplateFault, LayoutFailed) as error:
        return Outcome(None, (failure_diagnostic(error, document.publication),))
    return write_epub(document, cover_path, starts)
