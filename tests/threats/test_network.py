"""Where a stranger's addresses may lead `octavo sources`: never into the network that it runs in."""

import socket
from collections.abc import Iterator

import pytest

from octavo.sources.addresses import is_public_number
from octavo.sources.web import Clock, Limits, Web, WebFault
from tests.support.web_server import Reply, Server, serve


@pytest.fixture
def server() -> Iterator[Server]:
    """Give a server of this machine, which nobody outside should be able to ask for."""
    with serve({"/": Reply(text="secret")}) as made:
        yield made


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.1", "::1", "fe80::1%eth0", "fc00::1",
     "::ffff:127.0.0.1", "2002:7f00:1::", "224.0.0.1", "100.64.0.1"],
)  # fmt: skip
def test_numbers_of_this_network_are_not_public(number: str) -> None:
    """Private, local and shared numbers are not, however they are written."""
    assert not is_public_number(number)
    assert is_public_number("93.184.216.34")


def test_a_name_that_leads_here_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public name whose number is this machine's is told, and nothing is asked of it."""
    found = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest, **more: found("127.0.0.1", *rest, **more))
    with Web(proxies={}) as web, pytest.raises(WebFault) as caught:
        web.fetch(server.address.replace("127.0.0.1", "example.org"))

    assert caught.value.reason == "bad-address"
    assert "leads to `127.0.0.1`, which is not public" in str(caught.value)
    assert server.requests == []


def test_the_number_that_was_judged_is_the_one_that_is_asked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name is resolved once for a connection: a second answer, with another number, is never seen."""
    asked: list[str] = []
    found, reached = socket.getaddrinfo, list[str]()

    def resolve(host: str, port: int, *rest: int, **more: int) -> object:
        asked.append(host)
        return found(
            "93.184.216.34" if len(asked) == 1 and host == "example.org" else host, port, *rest, **more
        )

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        reached.append(address[0])
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    with Web(proxies={}, limits=Limits(attempts=1)) as web, pytest.raises(WebFault):
        web.fetch(server.address.replace("127.0.0.1", "example.org"))

    assert (asked, reached) == (["example.org"], ["93.184.216.34"])


def test_an_answer_that_trickles_is_not_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time for a whole answer there is no second attempt."""
    monkeypatch.setattr("octavo.sources.addresses.is_public_number", lambda _: True)
    limits = Limits(silence=0.3, total=0.2, pause=0)
    with (
        serve({"/": Reply(body=bytes(500), drip=0.02)}) as slow,
        Web(limits=limits, clock=Clock(), proxies={}) as web,
        pytest.raises(WebFault, match="did not finish"),
    ):
        web.fetch(slow.address)

    assert len(slow.requests) == 1
