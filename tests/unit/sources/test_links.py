from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from octavo.model import Bibliography, Page, Publication, Snapshot, StoredFile
from octavo.sources.links import Link, check_links, online_sources, report_object
from octavo.sources.web import Clock, Web
from tests.support.models import make_bibliography, make_publication
from tests.support.web_server import FakeTime, Reply, Server, moved, serve

LONG = " ".join(f"word{number}" for number in range(400))


@pytest.fixture
def web() -> Iterator[Web]:
    """Give a network without proxies whose waits take no time."""
    time = FakeTime()
    with Web(clock=Clock(time.now, time.wait), proxies={}) as web:
        yield web


def publication_of(**addresses: str) -> Publication:
    """Make a publication of sources with these addresses."""
    entries = make_bibliography(*addresses).entries
    online = {
        key: replace(entry, fields={**entry.fields, "url": addresses[key]}) for key, entry in entries.items()
    }
    return make_publication(bibliography=Bibliography(online))


def links_to(server: Server, *paths: str) -> tuple[Link, ...]:
    """Make links to paths of a server."""
    addresses = {f"k{number}": server.address + path for number, path in enumerate(paths)}
    return online_sources(publication_of(**addresses), addresses)


def test_sources_of_the_web() -> None:
    """Only addresses of the web are followed, of the sources that were named."""
    publication = publication_of(
        a="https://fable.example/a", b="ftp://fable.example/b", c=" HTTP://fable.example/c ", d=""
    )

    assert [(link.entry.citekey, link.address) for link in online_sources(publication, "abcd")] == [
        ("a", "https://fable.example/a"),
        ("c", "HTTP://fable.example/c"),
    ]
    assert [link.entry.citekey for link in online_sources(publication, ["c", "b"])] == ["c"]


def test_links_are_judged_in_order(web: Web) -> None:
    """Each link gets its state, in the order of the bibliography, and robots.txt is asked for once."""
    routes = {
        "/a": Reply(text=LONG),
        "/old": moved("/new", 301),
        "/new": Reply(text=LONG),
        "/wall": Reply(403),
        "/private/a": Reply(text=LONG),
        "/robots.txt": Reply(body=b"User-agent: *\nDisallow: /private/\n"),
    }
    heard: list[int] = []
    with serve(routes) as server:
        links = links_to(server, "/a", "/gone", "/old", "/wall", "/private/a")
        reports = check_links(links, web, heard.append)

    assert [report.state.kind for report in reports] == ["ok", "dead", "moved", "paywalled", "skipped"]
    assert heard == [1, 2, 3, 4, 5]
    assert server.targets.count("/robots.txt") == 1
    assert "/private/a" not in server.targets


def test_pages_are_not_sent_twice(web: Web) -> None:
    """A page that the server knows to be as it was archived is well without being sent."""
    page = Page(
        date(2024, 2, 3),
        "text/html",
        StoredFile("p", ""),
        etag='"v1"',
        last_modified="Sat, 03 Feb 2024 00:00:00 GMT",
    )
    with serve({"/a": Reply(304)}) as server:
        (link,) = links_to(server, "/a")
        (report,) = check_links([replace(link, snapshot=Snapshot("k0", link.address, page))], web)

    assert report.state.kind == "ok"
    assert server.requests[-1].headers["if-none-match"] == '"v1"'
    assert server.requests[-1].headers["if-modified-since"] == "Sat, 03 Feb 2024 00:00:00 GMT"


@pytest.mark.parametrize(("other", "kind"), [("/a", "dead"), (None, "unreachable")])
def test_hosts_that_are_gone(web: Web, other: str | None, kind: str) -> None:
    """A host without a name is gone if another host answers; else it may be the line that is down."""
    with serve({"/a": Reply(text=LONG)}) as server:
        addresses = {"gone": "https://no-such-host.invalid/a"}
        addresses |= {"here": server.address + other} if other else {}
        reports = check_links(online_sources(publication_of(**addresses), addresses), web)

    assert reports[0].state.kind == kind


def test_reports_for_programs(web: Web) -> None:
    """An object has all that is known, and where the address stands."""
    with serve({}) as server:
        reports = check_links(links_to(server, "/gone"), web)

    assert report_object(reports) == [
        {
            "citekey": "k0",
            "url": f"{server.address}/gone",
            "state": "dead",
            "reason": "is not found",
            "status": 404,
            "moved_to": None,
            "kept": None,
            "file": "bibliography/sources.bib",
            "line": 1,
        }
    ]
