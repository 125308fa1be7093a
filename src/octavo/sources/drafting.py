"""A record of CSL JSON becomes an entry of BibTeX: only what notes and lists of sources need.

CSL JSON is the form in the middle: services answer in it, Pandoc turns other formats into it (CSL
specification 1.0.2, appendices III and IV), and so do octavo's own readings of pages.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from octavo.addresses import without_tracking
from octavo.sources.bibtex_text import address_value, one_line, plain_value, title_value
from octavo.sources.entry_text import EntryText, Piece
from octavo.sources.languages import langid_of
from octavo.sources.names import names_value

_KINDS = {
    "article-journal": "article",
    "journal-article": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "chapter": "incollection",
    "book-chapter": "incollection",
    "book-section": "incollection",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "reference-entry": "inreference",
    "paper-conference": "inproceedings",
    "proceedings-article": "inproceedings",
    "proceedings": "proceedings",
    "report": "report",
    "thesis": "thesis",
    "dissertation": "thesis",
    "dataset": "dataset",
    "software": "software",
    "legislation": "legislation",
    "bill": "legislation",
    "legal_case": "jurisdiction",
    "treaty": "legal",
    "patent": "patent",
    "manuscript": "unpublished",
    "speech": "unpublished",
    "motion_picture": "movie",
    "broadcast": "video",
    "webpage": "online",
    "post": "online",
    "post-weblog": "online",
    "posted-content": "online",
    "article": "online",
}
_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_CONTAINERS = {"article": "journaltitle", "jurisdiction": "journaltitle", "online": "organization"}
_BOOKISH = frozenset({"incollection", "inreference", "inproceedings"})
_HOUSES = {
    "jurisdiction": "institution",
    "online": "organization",
    "report": "institution",
    "thesis": "institution",
}
_ISBN = re.compile(r"[\dX][\dX -]{8,}[\dX]", re.ASCII)
_DOI_HOSTS = re.compile(r"https?://(?:dx\.)?doi\.org/", re.IGNORECASE)


@dataclass(frozen=True)
class Draft:
    """An entry that has no citekey yet: its type, and its fields' values as BibTeX writes them in braces."""

    kind: str
    fields: Mapping[str, str]

    def entry_text(self, citekey: str) -> EntryText:
        """Return it as an entry that can be laid out."""
        fields = tuple((name, (Piece("{", value),)) for name, value in self.fields.items())
        return EntryText(self.kind, citekey, fields)


def draft_entry(item: Mapping[str, Any]) -> Draft:
    """Make a draft of a record; its members may be of any shape, as nobody vouches for them."""
    csl_kind = _text(item.get("type")).lower()
    kind = _KINDS.get(csl_kind, "online" if _text(item.get("URL")) and not item.get("publisher") else "misc")
    title, subtitle = _text(item.get("title")), _text(item.get("subtitle"))
    langid = langid_of(_text(item.get("language")), title)
    keeps_capitals = langid in {None, "english"}
    fields = {
        "author": names_value(item.get("author")),
        "editor": names_value(item.get("editor")),
        "translator": names_value(item.get("translator")),
        "title": title_value(f"{title}: {subtitle}" if subtitle else title, keeps_capitals=keeps_capitals),
        "shorttitle": title_value(
            _text(item.get("title-short") or item.get("shortTitle")), keeps_capitals=keeps_capitals
        ),
        "entrysubtype": _SUBTYPES.get(csl_kind, ""),
        **_places(kind, item),
        **_numbers(kind, item),
        **_identifiers(item),
        "date": date_value(item.get("issued")),
        "origdate": date_value(item.get("original-date")),
        "langid": langid or "",
        "keywords": plain_value(_text(item.get("keyword"))),
        "annotation": plain_value(_text(item.get("annote") or item.get("note"))),
    }
    return Draft(kind, {name: value for name, value in fields.items() if value})


def date_value(date: object) -> str:
    """Write a date of CSL JSON, or a range of two, in ISO 8601; "" when there is none."""
    if not isinstance(date, Mapping):
        return ""
    parts = date.get("date-parts")
    if not isinstance(parts, list):
        raw = _text(date.get("raw") or date.get("literal"))
        return raw if re.fullmatch(r"\d{4}(-\d\d){0,2}", raw) else ""
    days = [_day(part) for part in parts[:2] if isinstance(part, list)]
    return "/".join(filter(None, days))


def _day(parts: list[object]) -> str:
    numbers = [int(str(part)) for part in parts[:3] if re.fullmatch(r"\s*\d{1,4}\s*", str(part))]
    if not numbers:
        return ""
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])


def _places(kind: str, item: Mapping[str, Any]) -> dict[str, str]:
    """Give what a source is part of, and who brought it out, by the names that its type has for them."""
    fields: dict[str, str] = {}
    container = _text(item.get("container-title"))
    house = _text(item.get("publisher") or item.get("authority"))
    if container:
        fields[_CONTAINERS.get(kind, "booktitle" if kind in _BOOKISH else "titleaddon")] = _body_or_title(
            kind, container
        )
    if house and kind != "article":
        fields.setdefault(
            _HOUSES.get(kind, "publisher"),
            f"{{{plain_value(house)}}}" if _HOUSES.get(kind) else plain_value(house),
        )
    fields["location"] = plain_value(_text(item.get("publisher-place")))
    fields["series"] = plain_value(_text(item.get("collection-title")))
    fields["eventtitle"] = (
        plain_value(_text(item.get("event-title") or item.get("event"))) if kind == "inproceedings" else ""
    )
    fields["type"] = plain_value(_text(item.get("genre"))) if kind in {"report", "thesis"} else ""
    return fields


def _body_or_title(kind: str, container: str) -> str:
    """Put a second pair of braces around names that must stay in one piece."""
    return (
        f"{{{plain_value(container)}}}"
        if kind in _CONTAINERS
        else title_value(container, keeps_capitals=True)
    )


def _numbers(kind: str, item: Mapping[str, Any]) -> dict[str, str]:
    number = _text(item.get("issue")) if kind == "article" else _text(item.get("number"))
    pages = _text(item.get("page"))
    return {
        "volume": plain_value(_text(item.get("volume"))),
        "number": plain_value(number),
        "edition": plain_value(_text(item.get("edition"))),
        "pages": re.sub(r"(?<=\w)\s*[-‐‑–—]+\s*(?=\w)", "--", plain_value(pages)),
    }


def _identifiers(item: Mapping[str, Any]) -> dict[str, str]:
    doi = _DOI_HOSTS.sub("", _text(item.get("DOI")))
    address = without_tracking(_text(item.get("URL")))
    is_own = bool(address) and not _DOI_HOSTS.match(address)
    isbn = _ISBN.search(_text(item.get("ISBN")))
    return {
        "doi": address_value(doi),
        "isbn": _one_isbn(isbn[0]) if isbn else "",
        "eprint": address_value(_text(item.get("eprint"))),
        "eprinttype": address_value(_text(item.get("eprinttype"))),
        "eprintclass": address_value(_text(item.get("eprintclass"))),
        "url": address_value(address) if is_own and re.match(r"https?://", address) else "",
        "urldate": date_value(item.get("accessed")) if is_own else "",
    }


def _one_isbn(found: str) -> str:
    """Return the first of several numbers; one of them may be written with blanks between its groups."""
    digits = re.sub(r"[ -]", "", found)
    return found if len(digits) in {10, 13} else found.partition(" ")[0]


def _text(value: object) -> str:
    """Return a member as text on one line: services send numbers, and lists of one, where text is meant."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return one_line(str(value)) if isinstance(value, str | int | float) else ""
