from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

import pytest

from octavo.model import ArchivedCopy
from octavo.sources.internet_archive import InternetArchive, Lookup
from octavo.sources.web import Clock, Limits, Web
from tests.support.web_server import BUSY, DOWN, WALL, Answering, FakeTime, Reply, Server, moved, serve

PAGE = "https://fable.example/a?b=ц"
WIRED = "https://fable.example/a?b=%D1%86"
DAY = date(2024, 2, 3)
LIST, SAVE = "/wayback/available", f"/save/{WIRED}"
NOTHING = Reply(json={"url": PAGE, "archived_snapshots": {}})


def listed(stamp: str, **values: object) -> Reply:
    """Reply as the list of copies does that knows one."""
    url = f"http://web.archive.org/web/{stamp}/{WIRED}"
    closest = {"status": "200", "available": True, "url": url, "timestamp": stamp, **values}
    return Reply(json={"url": PAGE, "archived_snapshots": {"closest": closest}})


def copy_of(stamp: str, day: date) -> ArchivedCopy:
    """Make the copy of a moment."""
    return ArchivedCopy(f"https://web.archive.org/web/{stamp}/{WIRED}", day)


@contextmanager
def asked(routes: Mapping[str, Answering], *, may_save: bool = True) -> Iterator[tuple[Lookup, Server]]:
    """Ask a service that answers so for a copy."""
    time = FakeTime()
    clock = Clock(time.now, time.wait)
    with serve(routes) as server, Web(clock=clock, proxies={}, limits=Limits(patience=60)) as web:
        service = InternetArchive(web, server.address + LIST, f"{server.address}/save/")
        yield service.find_copy(PAGE, DAY, may_save=may_save), server


def test_a_copy_of_about_that_day() -> None:
    """A copy that is near enough is taken, and no other is made."""
    with asked({LIST: listed("20240120101500")}) as (found, server):
        assert found == Lookup(copy_of("20240120101500", date(2024, 1, 20)))
        assert server.targets == [
            f"{LIST}?url=https%3A%2F%2Ffable.example%2Fa%3Fb%3D%25D1%2586&timestamp=20240203"
        ]


@pytest.mark.parametrize(
    "saving",
    [
        Reply(headers={"Content-Location": f"/web/20240203120000/{WIRED}"}),
        moved(f"/web/20240203120000/{WIRED}"),
    ],
)
def test_a_copy_is_made(saving: Reply) -> None:
    """Where none is near enough one is asked for, and its address and day are those of the answer."""
    routes = {LIST: listed("20190101000000"), SAVE: saving, f"/web/20240203120000/{WIRED}": Reply(text="a")}
    with asked(routes) as (found, _):
        assert found == Lookup(copy_of("20240203120000", DAY))


def test_a_copy_that_is_listed_late() -> None:
    """A service that says nothing of the copy it made is asked for its list again."""
    routes: Mapping[str, Answering] = {LIST: [NOTHING, listed("20240203120000")], SAVE: Reply(text="Saving…")}
    with asked(routes) as (found, _):
        assert found == Lookup(copy_of("20240203120000", DAY))


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (BUSY, "the Internet Archive is busy; ask again later"),
        (DOWN, "the Internet Archive could not save it (status 503)"),
        (
            Reply(
                523, headers={"X-Archive-Wayback-Runtime-Error": "LiveDocumentNotAvailable: page not reached"}
            ),
            "the Internet Archive could not save it (status 523: page not reached)",
        ),
        (Reply(text="Saving…"), "the Internet Archive has not finished; ask again later"),
    ],
)
def test_refusals_are_told(reply: Reply, told: str) -> None:
    """What the service says is passed on; nothing is raised."""
    with asked({LIST: NOTHING, SAVE: reply}) as (found, _):
        assert found == Lookup(None, told)


def test_an_old_copy_is_better_than_none() -> None:
    """When no new copy can be made, the nearest there is will do, and why is told."""
    with asked({LIST: listed("20190101000000"), SAVE: DOWN}) as (found, _):
        assert found.copy == copy_of("20190101000000", date(2019, 1, 1))
        assert found.trouble == "the Internet Archive could not save it (status 503)"


def test_gone_pages_are_not_saved() -> None:
    """Of a page that is gone only a copy that is there helps."""
    with asked({LIST: NOTHING}, may_save=False) as (found, server):
        assert found == Lookup(None, "the Internet Archive has no copy")
        assert len(server.targets) == 1


@pytest.mark.parametrize(
    "reply",
    [
        listed("20240203120000", status="404"),
        listed("20240203120000", available=False),
        listed("20249903120000"),
        WALL,
        Reply(json=[]),
        Reply(json={"archived_snapshots": {"closest": None}}),
        Reply(404),
    ],
)
def test_what_is_no_copy(reply: Reply) -> None:
    """Copies of errors, impossible days and answers in another form are no copies."""
    with asked({LIST: reply}, may_save=False) as (found, _):
        assert found.copy is None
        assert found.trouble
