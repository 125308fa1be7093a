"""The marks of the PDF's pages in an EPUB, compared with the pages themselves."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from lxml import etree

_TYPE = "{http://www.idpf.org/2007/ops}type"
_XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Mark:
    """A mark: the page that it names, where it is, and the letters of the text around it."""

    label: str
    page: str
    before: str
    after: str


def letters(text: str) -> str:
    """Keep what layout does not change."""
    return "".join(char for char in text.casefold() if char.isalnum())


def marks_of(book: Path) -> list[Mark]:
    """Read the marks of a book in the order of the spine's file names."""
    found = []
    with zipfile.ZipFile(book) as archive:
        for name in sorted(name for name in archive.namelist() if name.endswith(".xhtml")):
            found += _marks(etree.fromstring(archive.read(name)), name.removeprefix("EPUB/"))
    return found


def pages_of(pdf: Path) -> dict[str, str]:
    """Give the letters of each page by the label that readers' programs show."""
    document = pypdfium2.PdfDocument(pdf)
    return {
        document.get_page_label(index) or str(index + 1): letters(page.get_textpage().get_text_bounded())
        for index, page in enumerate(document)
    }


def _marks(root: etree._Element, name: str) -> list[Mark]:
    """Read a page as a row of texts and marks, without notes and their calls."""
    row: list[str | etree._Element] = []
    _unroll(root, row)
    return [
        Mark(str(item.get("aria-label")), name, _letters(row[:index]), _letters(row[index:]))
        for index, item in enumerate(row)
        if not isinstance(item, str)
    ]


def _letters(row: list[str | etree._Element]) -> str:
    return letters("".join(item for item in row if isinstance(item, str)))


def _unroll(element: etree._Element, row: list[str | etree._Element]) -> None:
    if element.get("role") in {"doc-noteref", "doc-footnote"} or str(element.tag).endswith(
        ("}math", "}head")
    ):
        return
    if element.get("role") == "doc-pagebreak":
        row.append(element)
    row.append(element.text or "")
    for child in element:
        _unroll(child, row)
        row.append(child.tail or "")
