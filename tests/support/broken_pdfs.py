"""PDFs that are broken on purpose, each in one way, so that a gate for PDFs can be tried."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf

FLIPPED_BYTES = 40


def elements(pdf: pikepdf.Pdf, tag: str) -> Iterator[Any]:
    """Yield the structure elements of a type."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == tag and "/P" in item:
            yield item


def drop_language(pdf: pikepdf.Pdf) -> None:
    """Take the document's language away."""
    del pdf.Root.Lang


def drop_title(pdf: pikepdf.Pdf) -> None:
    """Take the title out of the metadata."""
    metadata = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(metadata.replace(b"dc:title", b"dc:format"))


def drop_alternatives(pdf: pikepdf.Pdf) -> None:
    """Take the alternative texts from all figures."""
    for figure in elements(pdf, "/Figure"):
        del figure.Alt


def skip_heading(pdf: pikepdf.Pdf) -> None:
    """Make a fourth level of a second."""
    next(elements(pdf, "/H2")).S = pikepdf.Name.H4


def drop_tags(pdf: pikepdf.Pdf) -> None:
    """Take the structure away."""
    del pdf.Root.StructTreeRoot
    del pdf.Root.MarkInfo


def drop_note_name(pdf: pikepdf.Pdf) -> None:
    """Take the name from a note."""
    del next(elements(pdf, "/Note")).ID


def drop_font(pdf: pikepdf.Pdf) -> None:
    """Take a font program out of the file."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in item:
                    del item[key]
                    return


def drop_relationship(pdf: pikepdf.Pdf) -> None:
    """Do not say any more what an attached file is to the document."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Filespec":
            del item.AFRelationship


def drop_claim(pdf: pikepdf.Pdf) -> None:
    """Take the claim to be PDF/UA out of the metadata."""
    metadata = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(metadata.replace(b'pdfuaid:part="1"', b""))


CHANGES: Mapping[str, Callable[[pikepdf.Pdf], None]] = {
    "language": drop_language,
    "title": drop_title,
    "alternatives": drop_alternatives,
    "heading": skip_heading,
    "tags": drop_tags,
    "note": drop_note_name,
    "font": drop_font,
    "relationship": drop_relationship,
    "claim": drop_claim,
}


def break_pdf(source: Path, folder: Path) -> dict[str, Path]:
    """Write broken copies of a PDF into a folder, and give them by what is broken."""
    paths = {name: folder / f"{name}.pdf" for name in (*CHANGES, "truncated", "flipped")}
    for name, change in CHANGES.items():
        with pikepdf.open(source) as pdf:
            change(pdf)
            pdf.save(paths[name])
    content = source.read_bytes()
    paths["truncated"].write_bytes(content[:-2000])
    paths["flipped"].write_bytes(_flipped(source, content))
    return paths


def _flipped(source: Path, content: bytes) -> bytes:
    """Return a file with some bytes in the middle of a font program changed."""
    with pikepdf.open(source) as pdf:
        font = next(
            item["/FontFile3" if "/FontFile3" in item else "/FontFile2"].read_raw_bytes()
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and ("/FontFile2" in item or "/FontFile3" in item)
        )
    start = content.index(font) + FLIPPED_BYTES
    changed = bytes(byte ^ 0x5A for byte in content[start : start + FLIPPED_BYTES])
    return content[:start] + changed + content[start + FLIPPED_BYTES :]
