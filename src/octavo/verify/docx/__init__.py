"""Is the Word document what was promised? Its styles, notes, links, pictures and tables, and what it says."""

from pathlib import Path

from octavo.diagnostics import Diagnostic
from octavo.model import Artifact, Document, EditionView
from octavo.verify.docx.rules import RULES
from octavo.verify.docx.view import view_of_word
from octavo.verify.docx.word import open_word
from octavo.verify.findings import tell

__all__ = ["read_docx", "verify_docx"]


def verify_docx(document: Document, artifact: Artifact) -> tuple[Diagnostic, ...]:
    """Check a Word document that was just written; what is wrong is a fault of a template or of octavo.

    Raises WordFault when it cannot be read at all.
    """
    name = f"build/{document.publication.metadata.slug}.docx"
    word = open_word(artifact.path)
    return tell((found for rule in RULES for found in rule(word)), "docx", name)


def read_docx(path: Path) -> EditionView:
    """Read a Word document back. Raises WordFault when it cannot be read."""
    return view_of_word(open_word(path))
