"""The book's contents, lists and landmarks (EPUB 3.3, section 7, "EPUB navigation document")."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from octavo.model import Document
from octavo.write.epub.files import Page

DEPTH = 2
"""The table of contents lists chapters and their sections."""

# The kind of caption, the `epub:type` (Structural Semantics Vocabulary 1.1) and octavo's word for each list.
_LISTS = {"figures": ("figure", "loi", "list_of_figures"), "tables": ("table", "lot", "list_of_tables")}


def contents(document: Document, chapters: Sequence[Page]) -> list[dict[str, Any]]:
    """Return the entries of the table of contents: `title`, `href` and the entries below, `entries`."""
    entries: list[dict[str, Any]] = []
    for heading in document.headings:
        page = chapters[heading.chapter]
        if heading.level == 1:
            entries.append({"title": heading.text, "href": page.name, "entries": []})
        elif heading.level <= DEPTH:
            href = _address(page, heading.identifier)
            entries[-1]["entries"].append({"title": heading.text, "href": href, "entries": []})
    return entries


def lists_of_captions(document: Document, chapters: Sequence[Page]) -> list[dict[str, Any]]:
    """Return the lists of figures and tables that the metadata asks for, if there are any to list.

    Each has its `id` on the page, its `type`, `title` and `entries`, as those of the contents.
    """
    homes = {
        str(element.get("id")): page
        for page in chapters
        for root in page.elements
        for element in root.iter()
        if element.get("id")
    }
    lists = []
    for name in document.publication.metadata.lists:
        kind, epub_type, word = _LISTS[name]
        entries = [
            {"title": found.text, "href": _address(homes[found.identifier], found.identifier), "entries": []}
            for found in document.captions
            if found.kind == kind and found.identifier in homes
        ]
        title = document.words[word]
        lists += [{"id": f"list-of-{name}", "type": epub_type, "title": title, "entries": entries}]
    return [found for found in lists if found["entries"]]


def landmarks(pages: Iterable[Page]) -> list[dict[str, str]]:
    """Return the landmarks: `type`, `href` and `title`."""
    return [
        {"type": page.landmark, "href": page.name, "title": page.title} for page in pages if page.landmark
    ]


def _address(page: Page, identifier: str) -> str:
    return f"{page.name}#{quote(identifier, safe=':')}"
