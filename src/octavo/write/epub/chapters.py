"""The text cut into pages: one for each chapter, with the notes that are called in it at its end."""

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import unquote

from lxml.etree import _Element

from octavo.model import Document
from octavo.write.epub.files import Division, Page
from octavo.write.epub.formulas import mark_up_formulas
from octavo.write.epub.levels import close_gaps
from octavo.write.epub.notes import place_notes
from octavo.write.epub.passages import mark_up_passages
from octavo.write.epub.pieces import draw_boxes, mark_addresses, strip_references
from octavo.write.epub.tables import prepare_tables
from octavo.write.epub.xhtml import EPUB_TYPE, XHTML, classes_of, to_xhtml
from octavo.write.html import HtmlBody

_DIVISIONS: dict[str, Division] = {
    "bibliography": "backmatter",
    "front": "frontmatter",
    "main": "bodymatter",
    "back": "backmatter",
}
# EPUB Structural Semantics Vocabulary 1.1; Digital Publishing WAI-ARIA Module 1.1.
_SEMANTICS = {
    "bibliography": ("bibliography", "doc-bibliography"),
    "main": ("chapter", "doc-chapter"),
    "back": ("appendix", "doc-appendix"),
}
_STEPS = (
    prepare_tables,
    mark_addresses,
    strip_references,
    mark_up_formulas,
    mark_up_passages,
    draw_boxes,
    close_gaps,
)


def split_chapters(document: Document, body: HtmlBody) -> tuple[Page, ...]:
    """Cut the text into pages; links between them lead to the right file."""
    titles = [heading for heading in document.headings if heading.level == 1]
    pages: list[Page] = []
    for number, (element, title) in enumerate(zip(body.root, titles, strict=True), start=1):
        section = to_xhtml(element)
        place_notes(section, document, body)
        _prepare(section)
        kind = _mark_up(section, title.identifier)
        name = page_name(number, title.identifier)
        landmark = _landmark(kind, pages)
        pages.append(Page(name, title.text, _DIVISIONS[kind], (section,), landmark))
    lead_links_to_pages(pages)
    return tuple(pages)


def page_name(number: int, identifier: str) -> str:
    """Return the name of a chapter's file: its number and, as far as ASCII goes, its identifier."""
    plain = unicodedata.normalize("NFKD", identifier.rsplit(":", 1)[-1]).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return f"{number:02}-{stem}.xhtml" if stem else f"{number:02}.xhtml"


def lead_links_to_pages(pages: Sequence[Page]) -> None:
    """Turn `#id` into `page.xhtml#id` where the identifier lies on another page."""
    homes = {
        str(element.get("id")): page.name
        for page in pages
        for root in page.elements
        for element in root.iter()
        if element.get("id")
    }
    for page in pages:
        for link in page.find_all("a"):
            href = link.get("href") or ""
            home = homes.get(unquote(href[1:])) if href.startswith("#") else None
            if home and home != page.name:
                link.set("href", home + href)


def _prepare(section: _Element) -> None:
    for prepare in _STEPS:
        prepare(section)


def _mark_up(section: _Element, title_identifier: str) -> str:
    """Say what kind of section it is, in both vocabularies, and return the kind."""
    classes = classes_of(section)
    kind = next((name for name in _DIVISIONS if name in classes), "main")
    section.tag = f"{{{XHTML}}}section"
    section.set("aria-labelledby", title_identifier)
    if kind in _SEMANTICS:
        epub_type, role = _SEMANTICS[kind]
        section.set(EPUB_TYPE, epub_type)
        section.set("role", role)
    return kind


def _landmark(kind: str, earlier: Sequence[Page]) -> str | None:
    """Return the landmark of a chapter: the first of the text proper, and the bibliography, have one."""
    if kind == "bibliography":
        return "bibliography"
    is_first = kind == "main" and all(page.landmark != "bodymatter" for page in earlier)
    return "bodymatter" if is_first else None
