"""The values of the package document (EPUB 3.3, section 5)."""

import uuid
from collections.abc import Sequence
from typing import Any

from octavo.model import Metadata, Publication
from octavo.write.epub.accessibility import Accessibility
from octavo.write.epub.files import BookFile, Page

_FAMILY = uuid.uuid5(uuid.NAMESPACE_URL, "https://octavo.invalid/publication")


def package_values(
    publication: Publication,
    pages: Sequence[Page],
    files: Sequence[BookFile],
    accessibility: Accessibility,
    *,
    has_page_list: bool,
) -> dict[str, Any]:
    """Return the variables of the package document's template.

    `manifest` lists all files of the book with their ids, `spine` the ids of the pages in the order
    of reading; `modified` is the edition's moment, never the clock's.
    """
    ids = {file.name: f"item-{number}" for number, file in enumerate(files, start=1)}
    covers = [file.name for file in files if "cover-image" in file.properties]
    return {
        "identifier": publication.metadata.identifier or derived_identifier(publication.metadata),
        "date": publication.edition_date.isoformat(),
        "modified": publication.moment_text,
        "contributors": contributors(publication),
        "accessibility": accessibility,
        "page_source": page_source(publication) if has_page_list else None,
        "manifest": [(ids[file.name], file) for file in files],
        "spine": [ids[page.name] for page in pages],
        "cover_id": ids[covers[0]] if covers else None,
    }


def derived_identifier(metadata: Metadata) -> str:
    """Return a URN that is always the same for the same publication (RFC 9562, version 5)."""
    signed = (metadata.slug, metadata.title, metadata.subtitle or "", metadata.lang)
    names = (author.name for author in metadata.authors)
    return uuid.uuid5(_FAMILY, "\n".join((*signed, *names))).urn


def page_source(publication: Publication) -> str:
    """Name the PDF whose pages the book marks: its file, and the day of the edition."""
    return f"{publication.metadata.slug}.pdf, {publication.edition_date.isoformat()}"


def contributors(publication: Publication) -> list[str]:
    """Return who signs a chapter without being an author of the whole."""
    authors = {author.name for author in publication.metadata.authors}
    names = [author.name for chapter in publication.chapters for author in chapter.authors]
    return [name for name in dict.fromkeys(names) if name not in authors]
