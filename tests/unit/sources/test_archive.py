from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from octavo.load.sources_lock import load_snapshots
from octavo.model import ArchivedCopy, Bibliography, Snapshot
from octavo.sources.archive import Archived, Archivist, archive_sources, needs_archiving
from octavo.sources.internet_archive import InternetArchive
from octavo.sources.links import Link
from octavo.sources.lock import read_lock
from octavo.sources.web import Clock, Web
from tests.support.models import make_bibliography
from tests.support.web_server import BUSY, DOWN, NOT_FOUND, ROBOTS, WALL, Answering, FakeTime, Reply, serve

TODAY = date(2024, 2, 3)
PAGE = Reply(text="<h1>Gas</h1><p>Prices rose by a third.</p>", headers={"ETag": '"v1"'})
NOTHING = Reply(json={"archived_snapshots": {}})


@dataclass
class Run:
    """One run of archiving: what became of each source, and what is in the publication after it."""

    root: Path
    archived: list[Archived]
    links: list[Link]

    @property
    def lock(self) -> dict[str, Snapshot]:
        """Read the lock as the next build does, which must find no fault."""
        entries = {link.entry.citekey: link.entry for link in self.links}
        loaded = load_snapshots(self.root, Bibliography(entries))
        assert loaded.diagnostics == ()
        return loaded.value


def archive(
    root: Path, routes: Mapping[str, Answering], *paths: str, again: bool = False, urldate: str = ""
) -> Run:
    """Archive the sources at these paths of a server that answers so."""
    time = FakeTime()
    with serve(routes) as server, Web(clock=Clock(time.now, time.wait), proxies={}) as web:
        lock = read_lock(root).value
        links = []
        for path, entry in zip(
            paths, make_bibliography(*(path.strip("/") for path in paths)).entries.values(), strict=True
        ):
            # The port changes with each server, and must not with each run.
            address = f"{server.address}{path}"
            known = lock.get(entry.citekey)
            known = replace(known, url=address) if known else None
            fields = {**entry.fields, "url": address, "urldate": urldate}
            links.append(Link(replace(entry, fields=fields), address, known))
        service = InternetArchive(web, f"{server.address}/list", f"{server.address}/save/")
        archivist = Archivist(web, service, root, TODAY, again=again)
        return Run(root, list(archive_sources(links, lock, archivist)), links)


def test_a_source_is_archived(tmp_path: Path) -> None:
    """The page as it was sent, its text, both sums, the day and the server's marks are kept."""
    run = archive(tmp_path, {"/gas": PAGE, "/list": NOTHING}, "/gas")

    snapshot = run.lock["gas"]
    assert snapshot.page
    assert (tmp_path / snapshot.page.file.path).read_bytes() == b"<h1>Gas</h1><p>Prices rose by a third.</p>"
    assert snapshot.content == "Gas\nPrices rose by a third.\n"
    assert (snapshot.page.fetched, snapshot.page.etag) == (TODAY, '"v1"')
    assert snapshot.page.file.path == "bibliography/archive/gas/page.html"
    assert run.archived[0].done == ("page and text",)


def test_a_copy_of_the_day_on_which_the_author_read_it(tmp_path: Path) -> None:
    """The day of the visit is the one of which a public copy is wanted."""
    listed = {
        "status": "200",
        "available": True,
        "url": "http://web.archive.org/web/20220501000000/https://a.example/",
    }
    routes = {"/gas": PAGE, "/list": Reply(json={"archived_snapshots": {"closest": listed}})}

    run = archive(tmp_path, routes, "/gas", urldate="2022-05-04")

    assert run.lock["gas"].copy == ArchivedCopy(
        "https://web.archive.org/web/20220501000000/https://a.example/", date(2022, 5, 1)
    )
    assert run.archived[0].troubles == ()


def test_the_local_snapshot_stays_when_the_service_refuses(tmp_path: Path) -> None:
    """What could be kept is kept, and what the service said is told; the next run asks it again."""
    run = archive(tmp_path, {"/gas": PAGE, "/list": BUSY}, "/gas")

    assert run.lock["gas"].copy is None
    assert run.archived[0].troubles == ("no copy: the Internet Archive could not save it (status 404)",)
    assert needs_archiving(replace(run.links[0], snapshot=run.lock["gas"]))
    assert not needs_archiving(replace(run.links[0], snapshot=run.lock["gas"]), wants_copy=False)


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (NOT_FOUND, "no snapshot: the page is not found"),
        (DOWN, "no snapshot: the page answers with status 503"),
        (WALL, "no snapshot: the page shows programs another page than readers"),
        (Reply(403), "no snapshot: the page lets readers in only, or subscribers"),
        (Reply(text=" "), "no snapshot: the page is empty"),
        (Reply(text="x", cut_off=0), "no snapshot: 127.0.0.1 broke off before its answer was complete"),
    ],
)
def test_what_is_not_the_page_is_not_kept(tmp_path: Path, reply: Reply, told: str) -> None:
    """Errors, walls and questions are no evidence of what a source said."""
    run = archive(tmp_path, {"/gas": reply, "/list": NOTHING}, "/gas")

    assert run.archived[0].snapshot is None
    assert run.archived[0].troubles[0] == told
    assert not (tmp_path / "bibliography").exists()


def test_the_lock_keeps_its_own_name(tmp_path: Path) -> None:
    """A source under the one name that the lock has for itself would break the lock for all others."""
    run = archive(tmp_path, {"/version": PAGE}, "/version")

    assert run.archived[0].snapshot is None
    assert "another citekey" in run.archived[0].troubles[0]


def test_robots_are_obeyed(tmp_path: Path) -> None:
    """A page that its site keeps from programs is not fetched."""
    run = archive(tmp_path, {"/private/a": PAGE, "/robots.txt": ROBOTS, "/list": NOTHING}, "/private/a")

    assert run.archived[0].troubles[0] == "no snapshot: the site's robots.txt asks programs to stay away"


def test_gone_pages_have_old_copies(tmp_path: Path) -> None:
    """Of a page that is gone the nearest public copy is recorded, with its day."""
    listed = {
        "status": "200",
        "available": True,
        "url": "http://web.archive.org/web/20190501000000/https://a.example/",
    }
    run = archive(tmp_path, {"/list": Reply(json={"archived_snapshots": {"closest": listed}})}, "/gas")

    assert run.lock["gas"].page is None
    assert run.archived[0].done == ("copy of 2019-05-01",)


def test_an_interrupted_run_loses_nothing(tmp_path: Path) -> None:
    """After each source the lock speaks of it, and of all before it."""
    time = FakeTime()
    routes: Mapping[str, Answering] = {"/a": PAGE, "/b": PAGE}
    with serve(routes) as server, Web(clock=Clock(time.now, time.wait), proxies={}) as web:
        links = [
            Link(entry, f"{server.address}/{key}")
            for key, entry in make_bibliography("b", "a").entries.items()
        ]
        run = archive_sources(links, {}, Archivist(web, None, tmp_path, TODAY))
        next(run)
        assert list(read_lock(tmp_path).value) == ["b"]
        next(run)
        assert list(read_lock(tmp_path).value) == ["a", "b"]


def test_what_is_archived_stays(tmp_path: Path) -> None:
    """Without `again` nothing is fetched that is there; with it the page is as it is today."""
    archive(tmp_path, {"/gas": PAGE, "/list": NOTHING}, "/gas")
    changed: Mapping[str, Answering] = {"/gas": Reply(text="<p>Prices fell.</p>"), "/list": NOTHING}

    assert archive(tmp_path, changed, "/gas").lock["gas"].content == "Gas\nPrices rose by a third.\n"
    assert archive(tmp_path, changed, "/gas", again=True).lock["gas"].content == "Prices fell.\n"
