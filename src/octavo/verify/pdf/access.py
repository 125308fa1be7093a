"""What programs that read a PDF aloud, keep or search it need to find: quick checks of every build.

Whether all rules of PDF/A-3a and PDF/UA-1 are kept is for a validator to say (see `conformance.py`).
"""

from collections.abc import Iterator

from octavo.diagnostics import Diagnostic
from octavo.model import Document
from octavo.verify.pdf.claims import CONFORMANCES
from octavo.verify.pdf.tree import PdfTree

_PICTURES = {"Figure": "a picture", "Formula": "a formula"}
_REPORT = "build again; if this stays, it is a fault of octavo: please report it with the publication"


def find_access_faults(document: Document, tree: PdfTree) -> Iterator[Diagnostic]:
    """Check title, language, tags, pictures, claims, attachments and soundness of a PDF."""
    yield from _find_headless(tree)
    yield from _find_wordless_pictures(tree)
    yield from _find_missing_claims(tree)
    yield from _find_missing_sources(document, tree)
    yield from (
        Diagnostic("V056", f"the PDF is not sound: {fault}", hint=_REPORT)
        for fault in dict.fromkeys(tree.faults)
    )


def _find_headless(tree: PdfTree) -> Iterator[Diagnostic]:
    template = "compare your own `templates/pdf/book.html.j2` with octavo's"
    if not tree.title.strip():
        yield Diagnostic("V050", "the PDF has no title", hint=template)
    elif not tree.claims.shows_title:
        yield Diagnostic("V050", "the PDF does not ask to show its title", hint=_REPORT)
    if not tree.language.strip():
        yield Diagnostic("V051", "the PDF does not say which language it is in", hint=template)
    if not tree.claims.is_tagged:
        yield Diagnostic("V052", "the PDF is not marked as tagged", hint=_REPORT)


def _find_wordless_pictures(tree: PdfTree) -> Iterator[Diagnostic]:
    for element in tree.root.iter_elements():
        if element.tag in _PICTURES and not element.alternative.strip():
            place = f" on page {element.pieces[0].page + 1}" if element.pieces else ""
            hint = 'write what it shows in `alt="…"`, or `alt=""` if it shows nothing'
            what = f"{_PICTURES[element.tag]}{place} of the PDF has no alternative text"
            yield Diagnostic("V053", what, hint=hint)


def _find_missing_claims(tree: PdfTree) -> Iterator[Diagnostic]:
    for name in CONFORMANCES:
        if name not in tree.claims.conformances:
            yield Diagnostic("V054", f"the PDF does not say that it conforms to {name}", hint=_REPORT)
    for name, belongs in tree.claims.attachments.items():
        if not belongs:
            what = f"the attached file `{name}` does not belong to the PDF as PDF/A-3 wants"
            yield Diagnostic("V054", what, hint=_REPORT)


def _find_missing_sources(document: Document, tree: PdfTree) -> Iterator[Diagnostic]:
    names = ("references.json", "references.bib") if document.sources.items else ()
    for name in names:
        if name not in tree.claims.attachments:
            yield Diagnostic("V055", f"`{name}` is not attached to the PDF", hint=_REPORT)
