"""What front and back of the Word edition say: imprint, contents, colophon, properties."""

from collections.abc import Mapping
from typing import Any

from octavo.model import Author, Document
from octavo.write.surface import date_text, surface_values


def word_values(document: Document, bookmarks: Mapping[str, str]) -> dict[str, Any]:
    """Return the variables that front and back need; `bookmarks` go by a heading's identifier."""
    return {
        "contents": [
            {"level": heading.level, "text": heading.text, "bookmark": bookmarks[heading.identifier]}
            for heading in document.headings
            if heading.level <= 2
        ],
        "imprint": _imprint(document),
        "colophon": _colophon(document),
        "properties": _properties(document),
    }


def _imprint(document: Document) -> list[tuple[str, str]]:
    """Return headings and texts of the title page's lower half; what is unknown is left out."""
    metadata, words = document.publication.metadata, document.words
    published = [metadata.publisher, date_text(document.publication), metadata.edition]
    lines = [(words["published"], ", ".join(part for part in published if part))]
    lines += [(words["author"], text) for author in metadata.authors if (text := _about(author))]
    lines += [(words["edition"], metadata.identifier)] if metadata.identifier else []
    lines += [(words["rights"], metadata.rights)] if metadata.rights else []
    return lines


def _about(author: Author) -> str:
    """Return an author with affiliation, ORCID and address; "" when there is nothing but the name."""
    orcid = f"ORCID {author.orcid}" if author.orcid else None
    more = [part for part in (author.affiliation, orcid, author.email) if part]
    return ", ".join([author.name, *more]) if more else ""


def _colophon(document: Document) -> list[tuple[str, str]]:
    values, words = surface_values(document), document.words
    lines = [
        (words["how_to_cite"], values["how_to_cite"]),
        (words["set_in"], ", ".join(values["typefaces"])),
        (words["made_with"], ", ".join(values["tools"])),
    ]
    commit = document.publication.commit
    return [*lines, (words["revision"], f"{commit[:12]}, {values['date_text']}")] if commit else lines


def _properties(document: Document) -> list[tuple[str, str]]:
    commit = document.publication.commit
    return [("Source commit", commit)] if commit else []
