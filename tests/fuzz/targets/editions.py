"""Editions that were damaged after they were written: verify tells, and never falls over."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from octavo.diagnostics import Diagnostic
from octavo.model import Artifact, Document, Format
from octavo.verify import verify_editions
from octavo.verify.epub.book import BookFault
from octavo.verify.epub.threats import find_threat
from octavo.verify.full.admission import admit
from octavo.verify.full.docx_package import DOCX_PACKAGE
from octavo.verify.full.epub_rules import EPUB_RULES
from octavo.verify.full.soundness import SOUNDNESS
from octavo.verify.full.validator import Unreadable
from tests.fuzz.law import Target, Trial
from tests.fuzz.targets.loading import Found
from tests.fuzz.targets.wholes import BOOK
from tests.support.builds import editions, octavo
from tests.support.documents import document_of
from tests.support.least_publication import METADATA

_OWN = (DOCX_PACKAGE, EPUB_RULES, SOUNDNESS)
_TEXTS = {name: text for name, text in BOOK.items() if name.endswith((".md", ".bib", "metadata.yaml"))}
_SECOND = "# Second\n\n## Part\n\n| a |\n|---|\n| 1 |\n\n: Table {#tbl:a}\n\n$$x$$ {#eq:x}\n"
SMALL = {**_TEXTS, "manuscript/metadata.yaml": METADATA, "manuscript/20-second.md": _SECOND}


def edition_seed(folder: Path, suffix: str) -> bytes:
    """Build the small publication in a folder, if that has not been done, and give one of its editions."""
    if not (folder / "build").is_dir():
        _lay_out(folder)
        octavo("build", folder)
    path = editions(folder)[suffix]
    return _without_compression(path) if suffix == ".pdf" else path.read_bytes()


def _lay_out(folder: Path) -> Document:
    return document_of(folder, SMALL)


def _without_compression(path: Path) -> bytes:
    """Give a PDF whose structure stands open, so that changed bytes change it."""
    import io

    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(path) as pdf:
        for node in pdf.objects:
            if isinstance(node, pikepdf.Dictionary):
                for name in ("/FontFile2", "/FontFile3"):
                    if name in node:
                        node[name] = pdf.make_stream(b"")
        del pdf.Root["/AF"], pdf.Root.Names["/EmbeddedFiles"]
        pdf.remove_unreferenced_resources()
        pdf.save(out, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
    return out.getvalue()


def begin_edition(format_: Format) -> Callable[[Path], Trial]:
    """Make the beginning of a target that reads an edition back."""

    def begin(folder: Path) -> Trial:
        document = _document(folder / "document")
        path = folder / f"edition.{format_}"

        def read(content: bytes) -> Found:
            path.write_bytes(content)
            return verify_editions(document, [Artifact(format_, path)])

        return read

    return begin


def begin_examination(format_: Format) -> Callable[[Path], Trial]:
    """Make the beginning of a target that has octavo's own validators look at a stranger's edition."""

    def begin(folder: Path) -> Trial:
        path = folder / f"stranger.{format_}"

        def read(content: bytes) -> Found:
            path.write_bytes(content)
            try:
                admit(path)
                answers = [validator.examine(path) for validator in _OWN if validator.format == format_]
                threat = find_threat(path) if format_ == "epub" else None
            except (Unreadable, BookFault) as fault:
                return [Diagnostic("V060", str(fault), file=path.name)]
            told = [fault.message for answer in answers for fault in answer.faults]
            return [Diagnostic("V060", message, file=path.name) for message in filter(None, [*told, threat])]

        return read

    return begin


@cache
def _document(folder: Path) -> Document:
    return _lay_out(folder)


EDITIONS = (
    Target("epub", begin_edition("epub"), "zip", longest=2_000_000, grown=0, steady=False, share=0.15),
    Target("docx", begin_edition("docx"), "zip", longest=2_000_000, grown=0, steady=False, share=0.15),
    Target(
        "epub-examined",
        begin_examination("epub"),
        "zip",
        longest=2_000_000,
        grown=0,
        steady=False,
        share=0.15,
    ),
    Target(
        "docx-examined",
        begin_examination("docx"),
        "zip",
        longest=2_000_000,
        grown=0,
        steady=False,
        share=0.15,
    ),
    Target(
        "pdf-examined", begin_examination("pdf"), "pdf", longest=2_000_000, grown=0, steady=False, share=0.15
    ),
    Target("pdf", begin_edition("pdf"), "pdf", longest=2_000_000, grown=0, steady=False, share=0.15),
)
