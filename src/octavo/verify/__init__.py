"""Stage verify: is what was written what was promised?"""

from collections.abc import Callable, Sequence
from pathlib import Path

from octavo.crew import crew
from octavo.diagnostics import Diagnostic, has_errors
from octavo.model import Artifact, Document, EditionView, Format
from octavo.verify.agreement import check_agreement

__all__ = ["verify_editions", "verify_fully"]


def verify_editions(document: Document, artifacts: Sequence[Artifact]) -> tuple[Diagnostic, ...]:
    """Check each edition by its own rules, and that it says what the document says.

    An edition that agrees with the document agrees with the others.
    """
    with crew() as pool:
        found = list(pool.map(lambda artifact: _verify(document, artifact), artifacts))
    return tuple(diagnostic for diagnostics in found for diagnostic in diagnostics)


def verify_fully(document: Document, artifacts: Sequence[Artifact]) -> tuple[Diagnostic, ...]:
    """Ask all validators about each edition, as `octavo verify` does."""
    from octavo.verify.full.judging import Subject, judge_files

    sources = tuple(chapter.source for chapter in document.publication.chapters)
    subjects = [Subject(artifact.path, f"build/{artifact.path.name}", sources) for artifact in artifacts]
    return tuple(found for judgement in judge_files(subjects) for found in judgement.diagnostics)


def _verify(document: Document, artifact: Artifact) -> tuple[Diagnostic, ...]:
    verify, read = _doors()[artifact.format]
    found = verify(document, artifact)
    if has_errors(found):  # what is not sound need not be readable
        return found
    return (*found, *check_agreement(document, artifact.format, read(artifact.path)))


def _doors() -> dict[
    Format, tuple[Callable[[Document, Artifact], tuple[Diagnostic, ...]], Callable[[Path], EditionView]]
]:
    from octavo.verify.docx import read_docx, verify_docx
    from octavo.verify.epub import read_epub, verify_epub
    from octavo.verify.pdf import read_pdf, verify_pdf

    return {"pdf": (verify_pdf, read_pdf), "epub": (verify_epub, read_epub), "docx": (verify_docx, read_docx)}
