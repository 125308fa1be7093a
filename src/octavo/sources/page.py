"""Read what a page says of itself: to scholars (`citation_…`, Dublin Core), to machines, to people.

The tags for scholars come first: those who set them mean them for bibliographies.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

from octavo.sources.bibtex_text import unescaped
from octavo.sources.names import name_of
from octavo.sources.page_dates import date_parts

_ARTICLES = {
    "newsarticle": "article-newspaper",
    "reportagenewsarticle": "article-newspaper",
    "analysisnewsarticle": "article-newspaper",
    "opinionnewsarticle": "article-newspaper",
    "backgroundnewsarticle": "article-newspaper",
    "askpublicnewsarticle": "article-newspaper",
    "liveblogposting": "article-newspaper",
    "scholarlyarticle": "webpage",
    "medicalscholarlyarticle": "webpage",
    "article": "webpage",
    "techarticle": "webpage",
    "blogposting": "post-weblog",
    "report": "webpage",
    "webpage": "webpage",
    "videoobject": "webpage",
    "book": "webpage",
}
_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "parsely-title")
_DATES = (
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "datepublished",
    "pubdate",
    "publishdate",
    "date",
)
_AUTHORS = ("dc.creator", "dcterms.creator", "parsely-author", "author", "article:author")
_SITES = (
    "citation_journal_title",
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "application-name",
)
_LANGUAGES = ("citation_language", "dc.language", "dcterms.language")
_DOIS = ("citation_doi", "dc.identifier", "dc.identifier.doi", "prism.doi", "bepress_citation_doi")
_DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S+)", re.IGNORECASE)


Author = tuple[str, bool]
"""A name as it stands on a page, and whether the page says that it is a body's."""


@dataclass(frozen=True)
class PageTags:
    """The parts of a page that describe it: `meta` by lower-case name, and the JSON-LD of its article."""

    meta: Mapping[str, list[str]]
    article: Mapping[str, Any]
    title: str
    language: str
    canonical: str
    time: str = ""

    def first(self, *names: str) -> str:
        """Return the first value of the first of these names that the page has."""
        return next((value for name in names for value in self.meta.get(name, ())), "")


def read_tags(tree: html.HtmlElement, address: str) -> PageTags:
    """Find the parts of a page that describe it."""
    meta: dict[str, list[str]] = defaultdict(list)
    for tag in tree.iter("meta"):
        name = tag.get("name") or tag.get("property") or tag.get("itemprop") or ""
        content = " ".join(unescaped(tag.get("content") or "").split())
        if name and content:
            meta[name.lower()].append(content)
    root = tree.getroottree().getroot()
    return PageTags(
        meta=meta,
        article=_article_of(tree),
        title=" ".join(tree.findtext(".//title", "").split()),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        canonical=_canonical(tree, address),
        time=_only_day(tag.get("datetime") or "" for tag in tree.iter("time")),
    )


def _only_day(times: Iterable[str]) -> str:
    """Return the day that a page names, if it is one: of several, nobody knows which is meant."""
    days = {time[:10] for time in times if time}
    return days.pop() if len(days) == 1 else ""


def page_record(tags: PageTags, address: str) -> dict[str, Any]:
    """Put what a page says of itself into CSL JSON; what it does not say is not in it."""
    article = tags.article
    site = _site_of(tags)
    title = _without_site(
        tags.first(*_TITLES[:3]) or _text(article.get("headline")) or tags.first(*_TITLES[3:]) or tags.title,
        site,
    )
    return {
        "type": _kind_of(tags),
        "title": title,
        "author": _authors(tags, site),
        "container-title": site,
        "issued": _date(tags),
        "volume": tags.first("citation_volume"),
        "issue": tags.first("citation_issue"),
        "page": "-".join(filter(None, (tags.first("citation_firstpage"), tags.first("citation_lastpage")))),
        "language": tags.first(*_LANGUAGES)
        or _text(article.get("inLanguage"))
        or tags.language
        or tags.first("og:locale"),
        "URL": tags.canonical or address,
    }


def page_doi(tags: PageTags) -> str | None:
    """Return the DOI that a page gives as its own."""
    for name in _DOIS:
        for value in tags.meta.get(name, ()):
            if found := _DOI.fullmatch(value):
                return found[1]
    return None


def _kind_of(tags: PageTags) -> str:
    if tags.first("citation_journal_title"):
        return "article-journal"
    return next((_ARTICLES[name] for name in _types(tags.article) if name in _ARTICLES), "webpage")


def _authors(tags: PageTags, site: str) -> list[dict[str, str]]:
    """Return the first authors that a page names in one way or another."""
    scholars = [part.strip() for value in tags.meta.get("citation_author", ()) for part in value.split(";")]
    ways: list[list[Author]] = [
        [(name, False) for name in scholars],
        list(_people(tags.article.get("author"))),
    ]
    ways += [
        [(part, False) for value in tags.meta.get(tag, ()) for part in _parted(value)] for tag in _AUTHORS
    ]
    named = ([author for author in way if _is_author(author[0], site)] for way in ways)
    return [name_of(name, is_body=is_body) for name, is_body in next(filter(None, named), [])]


def _parted(value: str) -> list[str]:
    """Part names that stand in one line; a comma parts them where each side has a first and a last name."""
    parts = re.split(r"\s*;\s*|,?\s+(?:and|та|и|und)\s+", value)
    return [
        one
        for part in parts
        for one in (part.split(",") if all(" " in name.strip() for name in part.split(",")) else [part])
    ]


def _people(author: object) -> Iterator[Author]:
    for one in author if isinstance(author, list) else [author]:
        if isinstance(one, str):
            yield one, False
        elif isinstance(one, Mapping):
            yield _text(one.get("name")), "organization" in "".join(_types(one))


def _is_author(name: str, site: str) -> bool:
    """Tell whether this names anybody: no address, no login, nor the site again."""
    is_login = bool(re.fullmatch(r"[a-z0-9._-]*|@.*", name))
    return not is_login and not re.match(r"https?://", name) and name.casefold() != site.casefold()


def _site_of(tags: PageTags) -> str:
    publisher = tags.article.get("publisher")
    named = _text(publisher.get("name")) if isinstance(publisher, Mapping) else ""
    site = tags.first(*_SITES[:2])
    is_same = site.casefold() == named.casefold()
    return (named if not site or is_same else site) or tags.first(*_SITES[2:])


def _date(tags: PageTags) -> dict[str, Any]:
    given = (
        *(tags.first(name) for name in _DATES[:7]),
        _text(tags.article.get("datePublished")),
        *(tags.first(name) for name in _DATES[7:]),
        tags.time,
    )
    return next(filter(None, map(date_parts, given)), {})


def _without_site(title: str, site: str) -> str:
    """Take a site's name off the end of a title, where pages repeat it."""
    if not site:
        return title
    return re.sub(rf"\s+[-–—|·•:»]\s+{re.escape(site)}\s*$", "", title, flags=re.IGNORECASE) or title


def _canonical(tree: html.HtmlElement, address: str) -> str:
    """Return the address that a page wants to be known by, if it is on the same host and not its front."""
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            try:
                target: str = urljoin(address, link.get("href") or "")
                own, named = urlsplit(address), urlsplit(target)
            except ValueError:  # `https://[` is no address of a host
                continue
            is_same = named.netloc.removeprefix("www.") == own.netloc.removeprefix("www.")
            if (
                named.scheme in {"http", "https"}
                and is_same
                and (named.path.strip("/") or not own.path.strip("/"))
            ):
                return target
    return ""


def _article_of(tree: html.HtmlElement) -> Mapping[str, Any]:
    """Return the JSON-LD object that describes the page's article, or nothing."""
    found: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").lower().startswith("application/ld+json"):
            try:
                found += _objects(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
    ranked = [(_rank(item), item) for item in found if set(_types(item)) & _ARTICLES.keys()]
    return min(ranked, key=lambda pair: pair[0], default=(0, {}))[1]


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, Mapping):
        yield value
        for name in ("@graph", "mainEntity"):
            yield from _objects(value.get(name))


def _rank(item: Mapping[str, Any]) -> int:
    """Prefer what has a headline, and articles to the pages that they are on."""
    return (not item.get("headline")) * 2 + ("webpage" in _types(item))


def _types(item: Mapping[str, Any]) -> list[str]:
    given = item.get("@type")
    names = given if isinstance(given, list) else [given]
    return [name.lower().rpartition("/")[2] for name in names if isinstance(name, str)]


def _text(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("@value") or ""
    return " ".join(unescaped(value).split()) if isinstance(value, str) else ""
