"""Look a book up by its ISBN: at Open Library, and at Google Books where that does not know it."""

from collections.abc import Mapping
from typing import Any

from octavo.sources.names import name_of
from octavo.sources.page_dates import date_parts
from octavo.sources.services import LookupFault, Services, ask_json
from octavo.sources.web import Web


def look_up_isbn(web: Web, services: Services, isbn: str) -> dict[str, Any]:
    """Return the record of a book as CSL JSON. Raises LookupFault.

    When the first service cannot be asked, the second is; what went wrong with both is told.
    """
    faults: dict[str, LookupFault] = {}
    for name, look_up in _SERVICES.items():
        try:
            found = look_up(web, services, isbn)
        except LookupFault as fault:
            faults[name] = fault
        else:
            if found.get("title"):
                return {**found, "type": "book", "ISBN": isbn}
    if faults:
        others = [name for name in _SERVICES if name != next(iter(faults))]
        rest = "could not be asked either" if len(faults) > 1 else "does not know the ISBN"
        first = next(iter(faults.values()))
        raise LookupFault(f"{first}; {others[0]} {rest}", first.cure)
    told = f"neither Open Library nor Google Books knows the ISBN `{isbn}`"
    raise LookupFault(told, "write the entry by hand from the book's title page", is_unknown=True)


def _open_library(web: Web, services: Services, isbn: str) -> dict[str, Any]:
    key = f"ISBN:{isbn}"
    answer = ask_json(web, f"{services.open_library}?bibkeys={key}&jscmd=details&format=json")
    details = _mapping(_mapping(_mapping(answer).get(key)).get("details"))
    language = _mapping(_first(details.get("languages"))).get("key", "")
    return {
        "title": _text(details.get("title")),
        "subtitle": _text(details.get("subtitle")),
        "author": _people([_mapping(author).get("name") for author in _list(details.get("authors"))]),
        "publisher": _text(_first(details.get("publishers"))),
        "publisher-place": _text(_first(details.get("publish_places"))),
        "issued": _year(_text(details.get("publish_date"))),
        "edition": _text(details.get("edition_name")),
        "language": _text(language).removeprefix("/languages/"),
    }


def _google_books(web: Web, services: Services, isbn: str) -> dict[str, Any]:
    answer = ask_json(web, f"{services.google_books}?q=isbn:{isbn}&maxResults=1")
    volume = _mapping(_mapping(_first(_mapping(answer).get("items"))).get("volumeInfo"))
    return {
        "title": _text(volume.get("title")),
        "subtitle": _text(volume.get("subtitle")),
        "author": _people(_list(volume.get("authors"))),
        "publisher": _text(volume.get("publisher")),
        "issued": _year(_text(volume.get("publishedDate"))),
        "language": _text(volume.get("language")),
    }


def _year(text: str) -> dict[str, list[list[int]]]:
    """Return the year alone: days on which books came out are shops' days, and seldom right."""
    parts = date_parts(text).get("date-parts")
    return {"date-parts": [parts[0][:1]]} if parts else {}


def _people(names: list[Any]) -> list[dict[str, str]]:
    return [name_of(name) for name in names if isinstance(name, str) and name.strip()]


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _first(value: object) -> Any:
    return next(iter(_list(value)), None)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


_SERVICES = {"Open Library": _open_library, "Google Books": _google_books}
