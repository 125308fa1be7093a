"""What the templates of all editions may print: names, dates and the suggested citation."""

from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from octavo import __version__
from octavo.model import Document, Metadata, Publication
from octavo.pandoc import pandoc_version


def surface_values(document: Document) -> dict[str, Any]:
    """Return the variables of the house style's templates.

    `metadata`, `brand`, `words` and `chapters` (heading text, running head, identifier, matter) come
    from the document; `authors` and `date_text` are ready to print; `how_to_cite` is one sentence;
    `typefaces` and `tools` are for the colophon.
    """
    publication = document.publication
    return {
        "metadata": publication.metadata,
        "brand": publication.brand,
        "words": document.words,
        "authors": author_line(publication.metadata),
        "date_text": date_text(publication),
        "year": publication.edition_date.year,
        "commit": publication.commit,
        "how_to_cite": how_to_cite(publication),
        "chapters": chapter_values(document),
        "typefaces": list(dict.fromkeys(face.family for face in publication.brand.typefaces)),
        "tools": [f"octavo {__version__}", f"Pandoc {pandoc_version()}"],
    }


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


def author_line(metadata: Metadata) -> str:
    """Return the authors' names in one line."""
    return ", ".join(author.name for author in metadata.authors)


def date_text(publication: Publication) -> str:
    """Return the edition's date in words, in the language of the publication (CLDR, long form)."""
    try:
        locale = Locale.parse(publication.metadata.lang, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return format_date(publication.edition_date, format="long", locale=locale)


def how_to_cite(publication: Publication) -> str:
    """Return the suggested citation of the publication itself: authors, title, publisher, date."""
    metadata = publication.metadata
    title = f"{metadata.title}: {metadata.subtitle}" if metadata.subtitle else metadata.title
    parts = [author_line(metadata), title, metadata.edition or "", metadata.publisher or ""]
    sentence = " ".join(_closed(part) for part in parts if part)
    return f"{_unclosed(sentence)}, {_unclosed(date_text(publication))}."


def _closed(part: str) -> str:
    """End a part with a full stop, unless it ends a sentence already."""
    return part if part.endswith((".", "?", "!", "…")) else f"{part}."


def _unclosed(sentence: str) -> str:
    return sentence.removesuffix(".")
