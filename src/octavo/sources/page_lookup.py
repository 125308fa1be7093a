"""Look a page up: what it says of itself, and better, what the DOI that it names is registered with."""

from typing import Any
from urllib.parse import urlsplit

from octavo.sources.answers import Answer
from octavo.sources.doi import look_up_doi
from octavo.sources.page import page_doi, page_record, read_tags
from octavo.sources.page_text import HTML_TYPES, parse_html
from octavo.sources.services import LookupFault, Services, ask, is_wall
from octavo.sources.web import Web

_BY_HAND = "write the entry by hand: docs/sources.md shows how"


def look_up_page(web: Web, services: Services, address: str) -> dict[str, Any]:
    """Return the record of a page as CSL JSON. Raises LookupFault when it does not even say its title."""
    answer = ask(web, address, "text/html, application/xhtml+xml;q=0.9, */*;q=0.5")
    host = urlsplit(answer.address).hostname or ""
    tree = parse_html(answer.body, answer.charset) if _is_page(answer) else None
    if tree is None:
        kind = (
            "a PDF" if answer.body.startswith(b"%PDF-") else f"no page but {answer.media_type or 'nothing'}"
        )
        cure = "give its DOI, or the page that links to it"
        raise LookupFault(f"{address} is {kind}, and says nothing of itself that octavo could read", cure)
    if _is_sent_away(address, answer):
        raise LookupFault(f"{address} leads to the front page of {host}", "check the address")
    tags = read_tags(tree, answer.address)
    record = page_record(tags, answer.address if answer.redirects else address)
    if is_wall(tags.title) or not record["title"]:
        what = "lets only people pass" if is_wall(tags.title) else "does not say its title"
        raise LookupFault(f"the page at {host} {what}", _BY_HAND)
    doi = page_doi(tags)
    if doi:
        try:
            return look_up_doi(web, services, doi)
        except LookupFault:
            record["DOI"] = doi
    return record


def _is_sent_away(address: str, answer: Answer) -> bool:
    """Tell whether a page that is gone was answered with the site's front page, as many sites do."""
    asked, given = urlsplit(address), urlsplit(answer.address)
    return bool(answer.redirects and asked.path.strip("/") and not given.path.strip("/") and not given.query)


def _is_page(answer: Answer) -> bool:
    return answer.media_type in HTML_TYPES or (
        not answer.media_type and b"<html" in answer.body[:1000].lower()
    )
