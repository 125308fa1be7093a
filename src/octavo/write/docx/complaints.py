"""What Word cannot show of a text, as diagnostics."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from octavo.diagnostics import Diagnostic
from octavo.model import Brand, Document
from octavo.pandoc import LogRecord
from octavo.source import Span
from octavo.write.docx.fonts import EmbeddedFont

_SHOWN = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".tif", ".tiff", ".bmp", ".emf", ".wmf"})
_FORMULA = re.compile(r"Could not convert TeX math '?(?P<tex>.*?)'?, rendering as TeX", re.DOTALL)


def picture_diagnostics(document: Document) -> Iterator[Diagnostic]:
    """Report the pictures of kinds that Word does not show."""
    for picture in document.pictures.values():
        suffix = PurePosixPath(picture.raster_name or picture.file_name).suffix.lower()
        if suffix not in _SHOWN:
            yield Diagnostic(
                "W020",
                f"Word does not show images of the kind `{suffix}`",
                hint="save the image as SVG, PNG or JPEG and show that file",
                file=picture.path,
            )


def formula_diagnostics(warnings: Sequence[LogRecord], document: Document) -> Iterator[Diagnostic]:
    """Report the formulas that Pandoc could not turn into formulas of Word's."""
    for record in warnings:
        match = _FORMULA.search(record.text)
        if match:
            tex = " ".join(match["tex"].split())
            yield Diagnostic(
                "W021",
                f"the formula `{tex}` stands in the Word edition as it was typed",
                span=_place(match["tex"], document),
                hint="write it with commands that Pandoc knows",
            )


def _place(tex: str, document: Document) -> Span | None:
    for chapter in document.publication.chapters:
        start = chapter.source.text.find(tex, chapter.body_start)
        if start >= 0:
            return chapter.source.span(start, start + len(tex))
    return None


def font_diagnostics(
    brand: Brand, embedded: Iterable[EmbeddedFont], *, has_code: bool
) -> Iterator[Diagnostic]:
    """Report the typefaces whose files lie there and cannot go into the Word document."""
    known = {font.family for font in embedded}
    faces = (brand.body, brand.headings, *((brand.monospace,) if has_code else ()))
    lacking = dict.fromkeys(face.family for face in faces if face.files and face.family not in known)
    for family in lacking if brand.embed_fonts else ():
        yield Diagnostic(
            "W022",
            f"Word cannot embed the typeface `{family}`; where it is not installed, another stands in",
            hint="list its files of single weights under `typography.fonts`, or set `embed_fonts: false`",
            file="templates/_brand.yml",
        )
