"""The public services that know sources, and how their refusals are told."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from octavo.sources.web import Answer, Web, WebFault

_FOUND = 200
_REFUSALS = {
    401: "wants a password (401)",
    402: "wants to be paid (402)",
    403: "does not let octavo in (403)",
    404: "has no such page (404)",
    406: "has no description in the form that octavo reads (406)",
    410: "had this page once, and has removed it (410)",
    429: "asks for more patience than octavo has (429)",
    451: "must not show this page (451)",
}
_WALLS = (
    "just a moment",
    "attention required",
    "access denied",
    "are you a robot",
    "are you human",
    "captcha",
)


@dataclass(frozen=True, slots=True)
class Services:
    """Where the services are; tests have their own."""

    doi: str = "https://doi.org/"
    arxiv: str = "https://export.arxiv.org/api/query"
    open_library: str = "https://openlibrary.org/api/books"
    google_books: str = "https://www.googleapis.com/books/v1/volumes"


PUBLIC = Services()


class LookupFault(Exception):
    """A source could not be looked up: one line that says why, and what to do about it.

    `is_unknown` is set where the service answered that there is no such source.
    """

    def __init__(self, told: str, cure: str, *, is_unknown: bool = False) -> None:
        super().__init__(told)
        self.cure = cure
        self.is_unknown = is_unknown


def ask(web: Web, address: str, accept: str) -> Answer:
    """Fetch an address; the answer is one that has what was asked for. Raises LookupFault."""
    try:
        answer = web.fetch(address, headers={"Accept": accept})
    except WebFault as fault:
        raise LookupFault(str(fault), _cure_of(fault)) from fault
    if answer.status != _FOUND:
        host = urlsplit(answer.address).hostname
        raise LookupFault(f"{host} {refusal(answer.status)}", *_cure_of_status(answer.status))
    return answer


def ask_json(web: Web, address: str, accept: str = "application/json") -> Any:
    """Fetch an address that answers in JSON. Raises LookupFault, also for a page in JSON's place."""
    answer = ask(web, address, accept)
    try:
        return json.loads(answer.body)
    except (ValueError, RecursionError):
        host = urlsplit(answer.address).hostname
        what = "a page for people" if b"<html" in answer.body[:2000].lower() else "something unreadable"
        raise LookupFault(
            f"{host} sent {what} where a description was asked for", "try again later"
        ) from None


def refusal(status: int) -> str:
    """Put a status into words that go on from the host's name."""
    fallback = f"has a fault of its own ({status})" if status >= 500 else f"answers with status {status}"
    return _REFUSALS.get(status, fallback)


def is_wall(title: str) -> bool:
    """Tell whether a page's title is that of a gate which lets only people pass."""
    return title.lower().startswith(_WALLS)


def _cure_of(fault: WebFault) -> str:
    cures = {
        "no-name": "check the address and the connection, then try again",
        "timeout": "try again later",
        "cut-off": "try again later",
        "refused": "try again later, or check the address",
        "bad-address": "give an address that begins with `https://`",
    }
    return cures.get(fault.reason, "check the address")


def _cure_of_status(status: int) -> tuple[str]:
    if status in {401, 402, 403, 451}:
        return ("write the entry by hand: docs/sources.md shows how",)
    return ("try again later" if status == 429 or status >= 500 else "check what you gave",)
