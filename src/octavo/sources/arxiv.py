"""Look an arXiv identifier up in arXiv's export API, which answers with an Atom feed."""

import contextlib
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from octavo.sources.names import name_of
from octavo.sources.page_dates import date_parts
from octavo.sources.services import LookupFault, Services, ask
from octavo.sources.web import Answer, Web

_NAMES = {"a": "http://www.w3.org/2005/Atom", "x": "http://arxiv.org/schemas/atom"}


def look_up_arxiv(web: Web, services: Services, identifier: str) -> dict[str, Any]:
    """Return the record of a preprint as CSL JSON, with `eprint` members. Raises LookupFault."""
    answer = ask(web, f"{services.arxiv}?id_list={identifier}&max_results=1", "application/atom+xml")
    feed = _feed_of(answer)
    entry = feed.find("a:entry", _NAMES)
    title = _text(entry, "a:title")
    if entry is None or not title or "/api/errors" in _text(entry, "a:id"):
        told = f"arXiv has no paper `{identifier}`"
        raise LookupFault(told, "copy the identifier again", is_unknown=True)
    category = entry.find("x:primary_category", _NAMES)
    return {
        "type": "article",
        "title": title,
        "author": [name_of(name.text or "") for name in entry.findall("a:author/a:name", _NAMES)],
        "issued": date_parts(_text(entry, "a:published")),
        "language": "en",
        "eprint": identifier,
        "eprinttype": "arxiv",
        "eprintclass": "" if category is None else category.get("term", ""),
        "URL": f"https://arxiv.org/abs/{identifier}",
        "published-doi": _text(entry, "x:doi"),
    }


def _feed_of(answer: Answer) -> "etree._Element":
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with contextlib.suppress(etree.XMLSyntaxError):
        feed = etree.fromstring(answer.body, parser)
        if feed.tag == f"{{{_NAMES['a']}}}feed":
            return feed
    host = urlsplit(answer.address).hostname
    told = f"{host} sent a page for people where a description was asked for"
    raise LookupFault(told, "try again later")


def _text(entry: "etree._Element | None", path: str) -> str:
    found = None if entry is None else entry.find(path, _NAMES)
    return "" if found is None else " ".join((found.text or "").split())
