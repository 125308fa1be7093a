import json
from typing import Any

import pytest

from octavo.sources.page import page_doi, page_record, read_tags
from octavo.sources.page_text import parse_html

ADDRESS = "https://www.news.example/2021/bridge"


def record_of(head: str, address: str = ADDRESS, opening: str = "<html>") -> dict[str, Any]:
    """Return what a page with this head says of itself, without what it does not say."""
    tree = parse_html(f"{opening}<head>{head}</head><body>x</body></html>".encode())
    assert tree is not None
    return {name: value for name, value in page_record(read_tags(tree, address), address).items() if value}


def linked(value: object) -> str:
    """Return JSON-LD as a page has it."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def tag(name: str, content: str) -> str:
    """Return a tag of metadata."""
    return f'<meta name="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>A  bridge\n opens</title>", "A bridge opens"),
        ("<title>A bridge opens | The Times</title>" + tag("og:site_name", "the times"), "A bridge opens"),
        ("<title>A bridge opens | The Times</title>", "A bridge opens | The Times"),
        ("<title>a</title>" + tag("og:title", "A bridge &amp;amp; more"), "A bridge & more"),
        (linked({"@type": "Article", "headline": "From data"}) + tag("og:title", "b"), "From data"),
        (
            linked({"@type": "Article", "headline": "c"}) + tag("citation_title", "For scholars"),
            "For scholars",
        ),
        ("<title>The Times</title>" + tag("og:site_name", "The Times"), "The Times"),
        ("", None),
    ],
)
def test_a_title_is_found(head: str, title: str | None) -> None:
    """Tags for scholars come before data, data before tags for networks, these before the window's title."""
    assert record_of(head).get("title") == title


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (tag("author", "By Jane Doe and John Roe"), ["Doe", "Roe"]),
        (tag("author", "Jane Doe, John Roe"), ["Doe", "Roe"]),
        (tag("author", "Doe, Jane; Roe, John"), ["Doe", "Roe"]),
        (tag("citation_author", "Doe, J.") + tag("citation_author", "Roe, J."), ["Doe", "Roe"]),
        (tag("article:author", "https://social.example/jane"), []),
        (tag("og:site_name", "The Times") + tag("author", "The Times"), []),
        (linked({"@type": "Article", "author": {"name": "admin"}}) + tag("author", "Jane Doe"), ["Doe"]),
        (linked({"@type": "Article", "author": ["Jane Doe", {"name": "John Roe"}]}), ["Doe", "Roe"]),
        (linked({"@type": "Article", "author": {"@type": "NewsMediaOrganization", "name": "A B"}}), ["A B"]),
        (linked({"@type": "Article", "author": {"name": "Press &amp; Co Agency"}}), ["Press & Co Agency"]),
    ],
)
def test_authors_are_found(head: str, authors: list[str]) -> None:
    """People are parted and bodies kept whole; logins, addresses and the site's own name are nobody."""
    found = [name.get("family") or name["literal"] for name in record_of(head).get("author", [])]

    assert found == authors


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (tag("citation_publication_date", "2021/9/1"), [2021, 9, 1]),
        (tag("article:published_time", "2021-09-01T23:00:00+03:00"), [2021, 9, 1]),
        (linked({"@type": "NewsArticle", "datePublished": "2021-09-01"}), [2021, 9, 1]),
        (tag("date", "20210901"), [2021, 9, 1]),
        ('<time datetime="2021-09-01T10:00">today</time><time datetime="2021-09-01">x</time>', [2021, 9, 1]),
        ('<time datetime="2021-09-01">today</time><time datetime="2020-01-01">x</time>', None),
        ("", None),
    ],
)
def test_the_day_is_found(head: str, day: list[int] | None) -> None:
    """The day is the page's own; of several that it merely shows, none is taken."""
    assert record_of(head).get("issued", {}).get("date-parts", [None])[0] == day


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("NewsArticle", "article-newspaper"),
        (["Article", "BlogPosting"], "webpage"),
        ("https://schema.org/BlogPosting", "post-weblog"),
        ("Product", "webpage"),
    ],
)
def test_the_kind_is_found(given: object, kind: str) -> None:
    """News is told from other pages."""
    assert record_of(linked({"@type": given, "headline": "x"}))["type"] == kind


def test_the_article_is_found_among_data() -> None:
    """Of all that a page says to machines, its article counts; what is broken says nothing."""
    graph = {"@graph": [{"@type": "Person", "name": "x"}, {"@type": "WebPage", "name": "y"}, 7]}
    deep = {
        "@type": "WebPage",
        "headline": "w",
        "mainEntity": {"@type": "NewsArticle", "headline": "The one"},
    }
    head = f'<script type="application/ld+json">{{</script>{linked(graph)}{linked([deep])}'

    assert record_of(head)["title"] == "The one"


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/2021/short", "https://www.news.example/2021/short"),
        ("https://news.example/2021/short", "https://news.example/2021/short"),
        ("https://other.example/2021/short", ADDRESS),
        ("/", ADDRESS),
        ("javascript:x", ADDRESS),
    ],
)
def test_a_page_names_its_own_address(href: str, address: str) -> None:
    """A page's own address is taken when it is on the same host and not its front page."""
    assert record_of(f'<link rel="canonical" href="{href}">')["URL"] == address


def test_the_language_is_found() -> None:
    """Tags come before the page's own mark."""
    assert record_of("", opening='<html lang="uk">')["language"] == "uk"
    assert record_of(tag("dc.language", "pl"), opening='<html lang="uk">')["language"] == "pl"
    assert record_of(tag("og:locale", "be_BY"))["language"] == "be_BY"


def test_the_site_has_its_capitals() -> None:
    """A site's name is written as its publisher writes it, when both give one name."""
    article = {"@type": "NewsArticle", "publisher": {"name": "The Times"}}

    assert record_of(linked(article) + tag("og:site_name", "the times"))["container-title"] == "The Times"
    assert record_of(linked(article) + tag("og:site_name", "Other"))["container-title"] == "Other"
    assert record_of(tag("dc.publisher", "House"))["container-title"] == "House"


@pytest.mark.parametrize(
    ("head", "doi"),
    [
        (tag("citation_doi", "doi:10.5555/x"), "10.5555/x"),
        (tag("dc.identifier", "isbn 3") + tag("dc.identifier", "https://doi.org/10.5555/y"), "10.5555/y"),
        (tag("dc.identifier", "isbn 3"), None),
    ],
)
def test_a_page_names_its_doi(head: str, doi: str | None) -> None:
    """The DOI of a page is found in the tags for scholars."""
    tree = parse_html(f"<html><head>{head}</head></html>".encode())
    assert tree is not None

    assert page_doi(read_tags(tree, ADDRESS)) == doi
