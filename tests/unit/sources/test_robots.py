from collections.abc import Iterator

import pytest

from octavo.sources.robots import Robots
from octavo.sources.web import Clock, Web, WebFault
from tests.support.web_server import DOWN, NOT_FOUND, ROBOTS, FakeTime, Reply, serve


@pytest.fixture
def time() -> FakeTime:
    """Give a clock that passes only when somebody waits."""
    return FakeTime()


@pytest.fixture
def robots(time: FakeTime) -> Iterator[Robots]:
    """Give rules that are asked for without proxies and without waiting."""
    with Web(clock=Clock(time.now, time.wait), proxies={}) as web:
        yield Robots(web)


def test_rules_are_kept(robots: Robots, time: FakeTime) -> None:
    """What a site forbids is not fetched, its pause is kept, and it is asked for its rules once."""
    with serve({"/robots.txt": ROBOTS}) as server:
        assert not robots.allows(f"{server.address}/private/a")
        before = time.seconds
        assert robots.allows(f"{server.address}/public/a")

    assert time.seconds - before >= 2
    assert server.targets == ["/robots.txt"]


@pytest.mark.parametrize(("reply", "expected"), [(NOT_FOUND, True), (DOWN, False), (Reply(401), True)])
def test_sites_without_rules(robots: Robots, reply: Reply, expected: bool) -> None:  # noqa: FBT001
    """A site without rules lets everything, one that fails at them nothing."""
    with serve({"/robots.txt": reply}) as server:
        assert robots.allows(f"{server.address}/a") is expected


def test_rules_for_octavo_alone(robots: Robots) -> None:
    """Rules that name octavo come before those for all."""
    text = b"User-agent: octavo\nDisallow: /\n\nUser-agent: *\nAllow: /\n"
    with serve({"/robots.txt": Reply(body=text)}) as server:
        assert not robots.allows(f"{server.address}/a")


def test_a_site_that_does_not_answer_is_asked_once(robots: Robots, time: FakeTime) -> None:
    """The second page of a host that is not there waits for nothing."""
    with serve({}) as server:
        address = server.address
    for _ in range(2):
        waits = list(time.waits)
        with pytest.raises(WebFault):
            robots.allows(f"{address}/a")

    assert time.waits == waits
    with pytest.raises(WebFault, match="is not a web address"):
        robots.allows("mailto:a@example.org")
