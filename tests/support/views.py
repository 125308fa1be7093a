"""Editions and trees as plain text, for people to read in a diff: what they say, not their bytes."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
from lxml import etree

from octavo.model import Document
from octavo.ooxml import NAMESPACES
from octavo.pandoc import write_ast

_W = "{" + NAMESPACES["w"] + "}"
_SHOWN_PARTS = (".xhtml", ".opf")


def ast_view(document: Document, folder: Path) -> str:
    """Show the tree in Pandoc's native form, without its version."""
    return write_ast(document.ast, "native", folder=folder).output.decode()


def epub_view(path: Path) -> str:
    """Show the members of an EPUB in their order, and its pages and package as canonical XML."""
    with zipfile.ZipFile(path) as archive:
        lines = [*archive.namelist(), ""]
        for name in archive.namelist():
            if name.endswith(_SHOWN_PARTS):
                root = etree.fromstring(archive.read(name))
                canonical = etree.canonicalize(root)
                lines += [f"== {name}", canonical, ""]
    return "\n".join(lines)


def docx_view(path: Path) -> str:
    """Show each paragraph of a Word document as `style | text`, then its notes and core properties."""
    with zipfile.ZipFile(path) as archive:
        document, notes, core = (
            etree.fromstring(archive.read(name))
            for name in ("word/document.xml", "word/footnotes.xml", "docProps/core.xml")
        )
    properties = [f"{etree.QName(item).localname}: {item.text}" for item in core]
    return "\n".join(
        [*_paragraphs(document), "", "== notes", *_paragraphs(notes), "", "== core", *properties, ""]
    )


def _paragraphs(part: etree._Element) -> Iterator[str]:
    for paragraph in part.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        text = "".join(_run_texts(paragraph))
        if text.strip():
            yield f"{style.get(f'{_W}val') if style is not None else '-'} | {text}"


def _run_texts(paragraph: etree._Element) -> Iterator[str]:
    for item in paragraph.iter(f"{_W}t", f"{_W}footnoteReference", f"{_W}instrText", f"{_W}tab"):
        name = etree.QName(item).localname
        if name == "footnoteReference":
            yield f"[note {item.get(f'{_W}id')}]"
        elif name == "instrText":
            yield f"{{{(item.text or '').strip()}}}"
        else:
            yield item.text or "\t"


def pdf_view(path: Path) -> str:
    """Show a PDF's metadata and outline, and the text of each page."""
    with pikepdf.open(path) as pdf:
        lines = [f"{key}: {value}" for key, value in sorted((str(k), str(v)) for k, v in pdf.docinfo.items())]
    book = pypdfium2.PdfDocument(path)
    lines += ["", "== outline", *(f"{'  ' * item.level}{item.get_title()}" for item in book.get_toc())]
    for number, page in enumerate(book, start=1):
        lines += ["", f"== page {number}", page.get_textpage().get_text_bounded().replace("\r\n", "\n")]
    return "\n".join([*lines, ""])
