"""What the templates of all editions may print: names, dates and the suggested citation."""

import re
from typing import Any, NamedTuple

from octavo import __version__
from octavo.dates import date_in_words
from octavo.model import Author, Document, Metadata, Publication
from octavo.pandoc import pandoc_version
from octavo.write.cover_title import title_units

SOURCE_FILES = (("references.json", "CSL JSON"), ("references.bib", "BibTeX"))
_LINKS = re.compile(r"(https?://[^\s<>]*[^\s<>.,;:)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")


class ImprintLine(NamedTuple):
    """A line of the imprint: its label and its text."""

    label: str
    text: str

    @property
    def pieces(self) -> list[tuple[str, str | None]]:
        """The text in pieces, each with the address that it leads to: what is an address leads there."""
        parts = [(part, bool(index % 2)) for index, part in enumerate(_LINKS.split(self.text))]
        return [(part, _address(part) if is_link else None) for part, is_link in parts if part]


def surface_values(document: Document) -> dict[str, Any]:
    """Return the variables of the house style's templates.

    `metadata`, `brand`, `words` and `chapters` (heading text, running head, identifier, matter) come
    from the document; `authors` and `date_text` are ready to print; `how_to_cite` is one sentence;
    `typefaces`, `tools` and `source_files` (the sources as data) are for the colophon. `lists` are the
    lists of figures and tables that the publication wants, each with `title` and `entries` (`text`,
    `identifier`).
    """
    publication = document.publication
    return {
        "metadata": publication.metadata,
        "brand": publication.brand,
        "words": document.words,
        "authors": author_line(publication.metadata),
        "date_text": date_text(publication),
        "title_units": title_units(publication.metadata.title, publication.brand.cover.layout),
        "year": publication.edition_date.year,
        "commit": publication.commit,
        "how_to_cite": how_to_cite(publication),
        "imprint": imprint_lines(document),
        "author_notes": author_notes(publication.metadata),
        "lists": caption_lists(document),
        "chapters": chapter_values(document),
        "typefaces": list(dict.fromkeys(face.family for face in publication.brand.typefaces)),
        "source_files": [f"{name} ({kind})" for name, kind in SOURCE_FILES] if document.sources.items else [],
        "tools": [f"octavo {__version__}", f"Pandoc {pandoc_version()}"],
    }


def imprint_lines(document: Document) -> list[ImprintLine]:
    """Return what the imprint says, a line for each thing that is known: who, what, when, and rights."""
    metadata, words = document.publication.metadata, document.words
    published = ", ".join(part for part in (metadata.publisher, date_text(document.publication)) if part)
    lines = [ImprintLine(words["published"], published)]
    lines += [ImprintLine(words["edition"], metadata.edition)] if metadata.edition else []
    lines += [ImprintLine(words["author"], text) for author in metadata.authors if (text := _about(author))]
    lines += [ImprintLine("ISBN", metadata.isbn)] if metadata.isbn else []
    lines += [ImprintLine("DOI", f"https://doi.org/{metadata.doi}")] if metadata.doi else []
    lines += [ImprintLine("ID", metadata.identifier)] if metadata.identifier else []
    lines += [ImprintLine(words["contact"], metadata.contact)] if metadata.contact else []
    lines += [ImprintLine(words["rights"], metadata.rights)] if metadata.rights else []
    return [*lines, ImprintLine(words["how_to_cite"], how_to_cite(document.publication))]


def author_notes(metadata: Metadata) -> list[tuple[str, str]]:
    """Return the names of the authors who have a note about them, with the note."""
    return [(author.name, author.note) for author in metadata.authors if author.note]


def _about(author: Author) -> str:
    """Return an author with affiliation, mailbox and ORCID; "" when there is nothing but the name."""
    orcid = f"https://orcid.org/{author.orcid}" if author.orcid else None
    more = [part for part in (author.affiliation, author.email, orcid) if part]
    return ", ".join([author.name, *more]) if more else ""


def _address(text: str) -> str:
    return text if text.startswith("http") else f"mailto:{text}"


def chapter_values(document: Document) -> list[dict[str, str]]:
    """Return title, running head, identifier and matter of each chapter, the bibliography's too."""
    chapters = document.publication.chapters
    titles = [heading for heading in document.headings if heading.level == 1]
    values = []
    for title in titles:
        written = chapters[title.chapter] if title.chapter < len(chapters) else None
        values.append(
            {
                "title": title.text,
                "running_head": (written.running_head if written else None) or title.text,
                "identifier": title.identifier,
                "matter": written.matter if written else "back",
            }
        )
    return values


def caption_lists(document: Document) -> list[dict[str, Any]]:
    """Return the lists of figures and tables that the publication wants and has something for."""
    lists = []
    for kind in document.publication.metadata.lists:
        captions = [caption for caption in document.captions if f"{caption.kind}s" == kind]
        entries = [{"text": caption.text, "identifier": caption.identifier} for caption in captions]
        if entries:
            title = document.words[f"list_of_{kind}"]
            lists.append({"kind": kind, "title": title, "entries": entries})
    return lists


def author_line(metadata: Metadata) -> str:
    """Return the authors' names in one line."""
    return ", ".join(author.name for author in metadata.authors)


def date_text(publication: Publication) -> str:
    """Return the edition's date in words, in the language of the publication."""
    return date_in_words(publication.edition_date, publication.metadata.lang)


def how_to_cite(publication: Publication) -> str:
    """Return the suggested citation of the publication itself: authors, title, publisher, date, DOI.

    A publisher who is the author is not named twice.
    """
    metadata = publication.metadata
    title = f"{metadata.title}: {metadata.subtitle}" if metadata.subtitle else metadata.title
    authors = author_line(metadata)
    publisher = metadata.publisher if metadata.publisher != authors else None
    parts = [authors, title, metadata.edition or "", publisher or ""]
    sentence = " ".join(_closed(part) for part in parts if part)
    address = f" https://doi.org/{metadata.doi}." if metadata.doi else ""
    return f"{_unclosed(sentence)}, {_unclosed(date_text(publication))}.{address}"


def _closed(part: str) -> str:
    """End a part with a full stop, unless it ends a sentence already."""
    return part if part.endswith((".", "?", "!", "…")) else f"{part}."


def _unclosed(sentence: str) -> str:
    return sentence.removesuffix(".")
