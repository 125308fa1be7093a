"""Is the Word document what was promised? Its styles, notes, links, pictures and tables, and what it says."""

from pathlib import Path

from octavo.diagnostics import Diagnostic
from octavo.model import Artifact, Document, EditionView
from octavo.verify.docx.rules import FOR_STRANGERS, RULES
from octavo.verify.docx.view import view_of_word
from octavo.verify.docx.word import WordFault, open_package, open_word
from octavo.verify.findings import Finding, tell

__all__ = ["examine_docx", "read_docx", "verify_docx"]


def verify_docx(document: Document, artifact: Artifact) -> tuple[Diagnostic, ...]:
    """Check a Word document that was just written; what is wrong is a fault of a template or of octavo."""
    name = f"build/{document.publication.metadata.slug}.docx"
    try:
        word = open_word(artifact.path)
    except WordFault as fault:
        return (Diagnostic("V029", f"the Word document cannot be read: {fault}", file=name),)
    return tell((found for rule in RULES for found in rule(word)), "docx", name)


def examine_docx(path: Path) -> tuple[Finding, ...]:
    """Look at any Word document, whoever made it: what it brings along, and what screen readers miss.

    Raises WordFault when it cannot be read at all, or is packed as attacks are.
    """
    word = open_package(path)
    return tuple(found for rule in FOR_STRANGERS for found in rule(word))


def read_docx(path: Path) -> EditionView:
    """Read a Word document back. Raises WordFault when it cannot be read."""
    return view_of_word(open_word(path))
