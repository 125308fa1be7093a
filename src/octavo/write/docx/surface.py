"""What front and back of the Word edition say: imprint, contents, colophon, properties."""

from collections.abc import Mapping
from typing import Any

from octavo.model import Document
from octavo.write.docx.citation_fields import zotero_preferences
from octavo.write.docx.references import bookmark_names
from octavo.write.surface import author_notes, caption_lists, imprint_lines, surface_values

_IN_WORD = "Zotero, Microsoft Word"
"""The programs that find the sources in the Word edition."""


def word_values(document: Document, bookmarks: Mapping[str, str]) -> dict[str, Any]:
    """Return the variables that front and back need; `bookmarks` go by a heading's identifier."""
    return {
        "contents": [
            {"level": heading.level, "text": heading.text, "bookmark": bookmarks[heading.identifier]}
            for heading in document.headings
            if heading.level <= 2
        ],
        "imprint": [(line.label, line.text) for line in imprint_lines(document)],
        "colophon": _colophon(document),
        "properties": _properties(document),
        "caption_lists": _lists(document),
    }


def _lists(document: Document) -> list[dict[str, Any]]:
    """Return the lists of figures and tables, with the name of Word's count and bookmarks of its own."""
    names = bookmark_names(document)
    return [
        {
            "title": shown["title"],
            "sequence": shown["kind"].removesuffix("s").capitalize(),
            "entries": [{**entry, "bookmark": names[entry["identifier"]]} for entry in shown["entries"]],
        }
        for shown in caption_lists(document)
    ]


def _colophon(document: Document) -> list[tuple[str, str]]:
    values, words = surface_values(document), document.words
    lines = [
        *author_notes(document.publication.metadata),
        (words["set_in"], ", ".join(values["typefaces"])),
        (words["made_with"], ", ".join(values["tools"])),
    ]
    lines += [(words["sources_as_data"], _IN_WORD)] if document.sources.items else []
    commit = document.publication.commit
    return [*lines, (words["revision"], f"{commit[:12]}, {values['date_text']}")] if commit else lines


def _properties(document: Document) -> list[tuple[str, str]]:
    publication = document.publication
    commit = [("Source commit", publication.commit)] if publication.commit else []
    if not document.sources.items:
        return commit
    return [*commit, *zotero_preferences(publication.csl, publication.metadata.lang)]
