"""Add a source to the bibliography by its DOI, ISBN, arXiv identifier or address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from octavo.model import Metadata
from octavo.sources.arxiv import look_up_arxiv
from octavo.sources.citekeys import make_citekey
from octavo.sources.doi import look_up_doi
from octavo.sources.drafting import Draft, draft_entry
from octavo.sources.isbn import look_up_isbn
from octavo.sources.page_lookup import look_up_page
from octavo.sources.references import Reference, identity_of
from octavo.sources.services import PUBLIC, Services
from octavo.sources.shelf import BibliographyShelf
from octavo.sources.web import Web

_LOOK_UPS = {"doi": look_up_doi, "isbn": look_up_isbn, "arxiv": look_up_arxiv, "url": look_up_page}


@dataclass(frozen=True)
class Addition:
    """A source that was asked for: its citekey, and its draft unless it was there already.

    `doubts` are sentences for people about what is missing or was guessed.
    """

    citekey: str
    draft: Draft | None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Librarian:
    """Who looks sources up: the network, the services, and the day on which it is done."""

    web: Web
    today: date
    services: Services = PUBLIC


def contact_of(metadata: Metadata) -> str | None:
    """Return the address under which services can reach the people who ask."""
    emails = (author.email for author in metadata.authors)
    return metadata.contact or next(filter(None, emails), None)


def draft_addition(shelf: BibliographyShelf, reference: Reference, librarian: Librarian) -> Addition:
    """Look a source up and draft its entry; nothing is written. Raises LookupFault.

    A source that is there is found before the network is asked, as far as its reference tells.
    """
    known = shelf.key_of(identity_of(reference))
    if known:
        return Addition(known, None)
    record = _LOOK_UPS[reference.kind](librarian.web, librarian.services, reference.value)
    item, guessed = _completed(record, librarian.today)
    draft = draft_entry(item)
    twin = shelf.twin_of(draft)
    if twin:
        return Addition(twin, None)
    taken = shelf.bibliography.entries.keys() | shelf.bibliography.broken
    return Addition(make_citekey(draft, taken), draft, (*guessed, *_missing(draft), *_published(record)))


def _completed(record: Mapping[str, Any], today: date) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Add the day of access to what is online, and the host's name where a page does not name itself."""
    item = {name: value for name, value in record.items() if name not in {"note", "annote", "abstract"}}
    if item.get("DOI"):
        item.pop("URL", None)
    address = item.get("URL")
    if not address:
        return item, ()
    item["accessed"] = {"date-parts": [[today.year, today.month, today.day]]}
    if item.get("container-title") or item.get("publisher") or item.get("eprint"):
        return item, ()
    host = (urlsplit(str(address)).hostname or "").removeprefix("www.")
    return {**item, "container-title": host}, (
        f"the page does not name who runs it: `{host}` stands for that",
    )


def _missing(draft: Draft) -> list[str]:
    """Say what a note would want and nobody told."""
    fields = draft.fields
    told = []
    if not fields.get("author") and not fields.get("editor"):
        told.append("no author is known: the note begins with the title")
    if not fields.get("date"):
        told.append("no date is known: add `date` if the source has one")
    if not fields.get("langid"):
        told.append("no language is known: add `langid`")
    return told


def _published(record: Mapping[str, Any]) -> list[str]:
    doi = record.get("published-doi")
    return [f"it has since been published as {doi}: `octavo sources add {doi}` takes that"] if doi else []
