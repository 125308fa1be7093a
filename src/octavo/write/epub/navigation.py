"""The book's contents and landmarks (EPUB 3.3, section 7, "EPUB navigation document")."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from octavo.model import Document
from octavo.write.epub.files import Page

DEPTH = 2
"""The table of contents lists chapters and their sections."""


def contents(document: Document, chapters: Sequence[Page]) -> list[dict[str, Any]]:
    """Return the entries of the table of contents: `title`, `href` and the entries below, `entries`."""
    entries: list[dict[str, Any]] = []
    for heading in document.headings:
        page = chapters[heading.chapter]
        if heading.level == 1:
            entries.append({"title": heading.text, "href": page.name, "entries": []})
        elif heading.level <= DEPTH:
            href = f"{page.name}#{quote(heading.identifier, safe=':')}"
            entries[-1]["entries"].append({"title": heading.text, "href": href, "entries": []})
    return entries


def landmarks(pages: Iterable[Page]) -> list[dict[str, str]]:
    """Return the landmarks: `type`, `href` and `title`."""
    return [
        {"type": page.landmark, "href": page.name, "title": page.title} for page in pages if page.landmark
    ]
