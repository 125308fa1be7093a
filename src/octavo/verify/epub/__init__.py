"""Is the EPUB what was promised? Its files, links, notes and images, checked without Java."""

from pathlib import Path

from octavo.diagnostics import Diagnostic
from octavo.model import Artifact, Document, EditionView
from octavo.verify.epub.book import BookFault, open_book
from octavo.verify.epub.claims import find_false_claims
from octavo.verify.epub.marks import find_skipped_levels, find_stray_pages
from octavo.verify.epub.rules import RULES
from octavo.verify.epub.threats import find_threat
from octavo.verify.epub.view import view_of_book
from octavo.verify.findings import Finding, tell

ACCESS_RULES = (find_false_claims, find_stray_pages, find_skipped_levels)
"""What must hold for readers who listen, beside the rules of every book."""

__all__ = ["examine_epub", "read_epub", "verify_epub"]


def verify_epub(document: Document, artifact: Artifact) -> tuple[Diagnostic, ...]:
    """Check an EPUB that was just written; what is wrong with it is a fault of a template or of octavo."""
    root = document.publication.root
    is_inside = artifact.path.is_relative_to(root)
    name = artifact.path.relative_to(root).as_posix() if is_inside else artifact.path.name
    try:
        book, threat = open_book(artifact.path), find_threat(artifact.path)
    except BookFault as fault:
        return (Diagnostic("V010", f"the EPUB cannot be read: {fault}", file=name),)
    found = [found for rule in (*RULES, *ACCESS_RULES) for found in rule(book)]
    found += [Finding("V031", threat)] if threat and not any(it.code == "V011" for it in found) else []
    return tell(found, "epub", name)


def examine_epub(path: Path) -> tuple[Finding, ...]:
    """Look at any EPUB by octavo's own rules. Raises BookFault when it cannot be read."""
    book = open_book(path)
    return tuple(found for rule in RULES for found in rule(book))


def read_epub(path: Path) -> EditionView:
    """Read an EPUB back. Raises BookFault when it cannot be read."""
    return view_of_book(open_book(path))
