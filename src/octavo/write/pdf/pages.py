"""The book as HTML and CSS: the document's text and the templates of the house style joined."""

from dataclasses import dataclass
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from octavo.model import Document, Heading
from octavo.templating import render_file
from octavo.write.cover import cover_values, house_style
from octavo.write.fonts import font_faces
from octavo.write.html import HtmlBody, html_body
from octavo.write.pdf.breaks import mark_breaks
from octavo.write.pdf.formulas import Formulas, draw_formulas
from octavo.write.pdf.notes import place_notes
from octavo.write.surface import surface_values

_WIDE_TABLE_COLUMNS = 6
_HEAD_LETTERS, _BESIDE_LOGO = 72, 56
"""How many letters of a title have room in a running head, and beside the small logo."""

CONTENTS_DEPTH = 2
"""The contents list chapters and their sections, which is level 1 and 2."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The whole book: HTML and CSS as texts, and the drawings of its formulas."""

    html: str
    css: str
    formulas: Formulas


def book_pages(document: Document) -> Pages:
    """Make the book's HTML and CSS.

    Raises PandocError and TemplateFault.
    """
    body = html_body(document)
    formulas = draw_formulas(
        [body.root, *body.notes.values()], document.publication.brand.colors["foreground"]
    )
    place_notes(body)
    _name_headings(body, document)
    _prepare_tables(body)
    mark_breaks(body.root)
    front = _mark_ways_to_front(body.root)
    publication = document.publication
    environment = house_style(document)
    brand = publication.brand
    values = {
        **surface_values(document),
        **cover_values(publication, brand.page.width_mm, brand.page.height_mm),
        "contents": contents(document),
        "front_identifiers": front,
        "body": _inner_html(body),
        "font_faces": font_faces(brand),
        "edition_date": publication.edition_date.isoformat(),
        "moment": publication.moment_text,
    }
    return Pages(
        render_file(environment, "pdf/book.html.j2", values),
        render_file(environment, "pdf/book.css.j2", values),
        formulas,
    )


def contents(document: Document) -> list[dict[str, Any]]:
    """Return the entries of the contents: `text`, `identifier` and the entries below, `entries`."""
    entries: list[dict[str, Any]] = []
    for heading in document.headings:
        entry = {"text": heading.text, "identifier": heading.identifier, "entries": []}
        if heading.level == 1:
            entries.append(entry)
        elif heading.level <= CONTENTS_DEPTH and entries:
            entries[-1]["entries"].append(entry)
    return entries


def _mark_ways_to_front(root: HtmlElement) -> frozenset[str]:
    """Return what front matter is called, and mark references there: its pages have numbers of their own."""
    front = frozenset(
        element.get("id")
        for chapter in root
        if "front" in chapter.get("class", "").split()
        for element in chapter.iter()
        if element.get("id")
    )
    for link in root.iter("a"):
        if link.get("href", "").removeprefix("#") in front:
            link.set("class", f"{link.get('class', '')} to-front".strip())
    return front


def _name_headings(body: HtmlBody, document: Document) -> None:
    """Write each heading's plain text, and what its pages' running heads say, beside it: no call is in them.

    The stylesheet takes the outline and the running heads from there, not from the heading itself.
    """
    publication = document.publication
    title, room = publication.metadata.title, _BESIDE_LOGO if publication.brand.logo_small else _HEAD_LETTERS
    elements = {
        _identifier(element): element for element in body.root.iter("h1", "h2", "h3", "h4", "h5", "h6")
    }
    for heading in document.headings:
        element = elements.get(heading.identifier)
        if element is not None:
            element.set("data-text", heading.text)
            element.set(
                "data-running-head", _written_head(document, heading) or head_text(heading.text, room)
            )
            element.set("data-publication", head_text(title, room))


def _identifier(heading: HtmlElement) -> str | None:
    """Return a heading's identifier, which Pandoc gives to the section when a Div begins with it."""
    parent = heading.getparent()
    return heading.get("id") or (parent.get("id") if parent.tag == "section" else None)


def _written_head(document: Document, heading: Heading) -> str | None:
    """Return the running head that the author of a heading's chapter gave it."""
    chapters = document.publication.chapters
    return chapters[heading.chapter].running_head if heading.chapter < len(chapters) else None


def head_text(title: str, room: int) -> str:
    """Return a title for a running head: as many of its words as have room, then an ellipsis."""
    if len(title) <= room:
        return title
    kept = title[: room - 1].rsplit(None, 1)[0]
    return kept.rstrip(" ,;:–—-") + "…"


def _prepare_tables(body: HtmlBody) -> None:
    """Say of each head cell whether it heads a column or a row, and of a table whether it is wide."""
    for table in body.root.iter("table"):
        columns = max((len(row) for row in table.iter("tr")), default=0)
        if columns > _WIDE_TABLE_COLUMNS:
            table.set("class", f"{table.get('class', '')} wide".strip())
    for cell in body.root.iter("th"):
        is_in_head = next(cell.iterancestors("thead"), None) is not None
        cell.set("scope", cell.get("scope") or ("col" if is_in_head else "row"))


def _inner_html(body: HtmlBody) -> str:
    """Write the chapters as HTML."""
    return "\n".join(html.tostring(child, encoding="unicode") for child in body.root)
