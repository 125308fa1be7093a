"""Read the XML that EndNote exports as CSL JSON.

Pandoc reads it too, but loses DOIs, addresses, days and the names of bodies; so octavo reads it itself.
"""

from typing import Any

from lxml import etree

from octavo.sources.names import name_of
from octavo.sources.page_dates import date_parts

_KINDS = {
    "Journal Article": "article-journal",
    "Electronic Article": "article-journal",
    "Magazine Article": "article-magazine",
    "Newspaper Article": "article-newspaper",
    "Book": "book",
    "Edited Book": "book",
    "Electronic Book": "book",
    "Book Section": "chapter",
    "Electronic Book Section": "chapter",
    "Conference Paper": "paper-conference",
    "Conference Proceedings": "paper-conference",
    "Report": "report",
    "Government Document": "report",
    "Thesis": "thesis",
    "Web Page": "webpage",
    "Online Multimedia": "webpage",
    "Blog": "post-weblog",
    "Dataset": "dataset",
    "Computer Program": "software",
    "Statute": "legislation",
    "Bill": "bill",
    "Case": "legal_case",
    "Encyclopedia": "entry-encyclopedia",
    "Dictionary": "entry-dictionary",
    "Patent": "patent",
    "Unpublished Work": "manuscript",
    "Manuscript": "manuscript",
    "Film or Broadcast": "motion_picture",
}
_BOOKS = frozenset({"book", "chapter", "paper-conference"})


class NotXml(ValueError):
    """The text is not XML that can be read; the message names the line."""


def read_endnote(content: bytes) -> list[dict[str, Any]]:
    """Return the records of EndNote's XML as CSL JSON. Raises NotXml."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise NotXml(f"is broken at line {error.lineno}") from None
    return [_item(record) for record in root.iter("record")]


def _item(record: "etree._Element") -> dict[str, Any]:
    named = record.find("ref-type")
    kind = _KINDS.get("" if named is None else named.get("name", ""), "")
    host = _text(record, "periodical/full-title") or _text(record, "titles/secondary-title")
    number = _text(record, "number")
    year, day = _text(record, "dates/year"), _text(record, "dates/pub-dates/date")
    return {
        "id": _text(record, "label"),
        "type": kind,
        "title": _text(record, "titles/title"),
        "title-short": _text(record, "titles/short-title"),
        "author": _names(record, "contributors/authors/author"),
        "editor": _names(record, "contributors/secondary-authors/author") if kind in _BOOKS else [],
        "container-title": "" if kind == "book" else host,
        "collection-title": _text(record, "titles/tertiary-title") or (host if kind == "book" else ""),
        "issued": date_parts(day if year in day else f"{day}, {year}")
        if day and year
        else date_parts(year or day),
        "accessed": date_parts(_text(record, "access-date")),
        "volume": _text(record, "volume"),
        "issue": number,
        "number": number,
        "page": _text(record, "pages"),
        "edition": _text(record, "edition"),
        "publisher": _text(record, "publisher"),
        "publisher-place": _text(record, "pub-location"),
        "genre": _text(record, "work-type"),
        "DOI": _text(record, "electronic-resource-num"),
        "ISBN": _text(record, "isbn") if kind in _BOOKS else "",
        "URL": _text(record, "urls/related-urls/url") or _text(record, "urls/web-urls/url"),
        "language": _text(record, "language"),
        "keyword": ", ".join(filter(None, (_whole(word) for word in record.findall("keywords/keyword")))),
        "note": _text(record, "notes"),
    }


def _names(record: "etree._Element", path: str) -> list[dict[str, str]]:
    """Read names; a comma at the end is EndNote's own mark of a body."""
    written = filter(None, (_whole(name) for name in record.findall(path)))
    return [name_of(name.rstrip(","), is_body=name.endswith(",")) for name in written]


def _text(record: "etree._Element", path: str) -> str:
    found = record.find(path)
    return "" if found is None else _whole(found)


def _whole(element: "etree._Element") -> str:
    """Return the text of an element, whose letters may be set in styles."""
    return " ".join("".join(map(str, element.itertext())).split())
