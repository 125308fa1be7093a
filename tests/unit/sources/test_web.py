import contextlib
import gzip
import socket
from collections.abc import Iterator
from threading import Thread
from time import monotonic, sleep

import pytest

from octavo.sources.addresses import wire_address
from octavo.sources.web import Clock, Limits, Redirect, Web, WebFault, next_address, user_agent
from tests.support.web_server import BUSY, DOWN, NOT_FOUND, FakeTime, Reply, moved, serve

HELLO = Reply(text="hello")


@pytest.fixture
def time() -> FakeTime:
    """Give a clock that passes only when somebody waits."""
    return FakeTime()


@pytest.fixture
def web(time: FakeTime) -> Iterator[Web]:
    """Give a network without proxies whose waits take no time."""
    with Web("care@example.org", clock=Clock(time.now, time.wait), proxies={}) as web:
        yield web


def fault_of(web: Web, address: str) -> WebFault:
    """Return the fault that an address ends with."""
    with pytest.raises(WebFault) as caught:
        web.fetch(address)
    return caught.value


def test_an_answer_is_whole(web: Web) -> None:
    """An answer has its status, headers by lower-case name, body and address; a fragment is not sent."""
    with serve({"/a": HELLO}) as server:
        answer = web.fetch(f"{server.address}/a#part", headers={"Accept": "text/html"})

    assert (answer.status, answer.body, answer.media_type) == (200, b"hello", "text/html")
    assert (answer.address, answer.redirects) == (f"{server.address}/a", ())
    assert server.requests[0].headers["accept"] == "text/html"
    assert "(mailto:care@example.org)" in server.requests[0].headers["user-agent"]


def test_not_found_is_an_answer(web: Web, time: FakeTime) -> None:
    """A page that is gone is an answer, and is asked for once."""
    with serve({}) as server:
        answer = web.fetch(f"{server.address}/gone")

    assert (answer.status, len(server.requests), time.waits) == (404, 1, [])


def test_compressed_answers_are_decoded(web: Web) -> None:
    """A body comes decoded, whatever its coding on the way."""
    packed = Reply(body=gzip.compress(b"plain"), headers={"Content-Encoding": "gzip"})

    with serve({"/": packed}) as server:
        assert web.fetch(server.address).body == b"plain"


def test_the_busy_are_asked_again_when_they_said(web: Web, time: FakeTime) -> None:
    """What answers 429 is asked again after the seconds that it named."""
    with serve({"/": [BUSY, HELLO]}) as server:
        assert web.fetch(server.address).status == 200

    assert time.waits == [7]


def test_a_time_to_come_back_may_be_a_date(web: Web, time: FakeTime) -> None:
    """`Retry-After` may be a date, which is reckoned from the answer's own."""
    dates = {"Date": "Mon, 02 Mar 2020 10:00:00 GMT", "Retry-After": "Mon, 02 Mar 2020 10:00:30 GMT"}

    with serve({"/": [Reply(503, headers=dates), HELLO]}) as server:
        web.fetch(server.address)

    assert time.waits == [30]


def test_patience_grows_and_ends(web: Web, time: FakeTime) -> None:
    """What stays down is asked three times, each pause twice the last, and then its answer counts."""
    with serve({"/": DOWN}) as server:
        answer = web.fetch(server.address)

    assert (answer.status, len(server.requests), time.waits) == (503, 3, [1, 2])


def test_nobody_waits_an_hour(web: Web, time: FakeTime) -> None:
    """A service that wants more patience than there is, is not asked again."""
    with serve({"/": Reply(429, headers={"Retry-After": "3600"})}) as server:
        assert web.fetch(server.address).status == 429

    assert time.waits == []


def test_a_host_is_given_a_pause(web: Web, time: FakeTime) -> None:
    """Between two requests to one host lies a second; another host need not wait."""
    with serve({"/": HELLO}) as one, serve({"/": HELLO}) as other:
        web.fetch(one.address)
        web.fetch(other.address)
        web.fetch(one.address)

    assert time.waits == [1]


def test_redirects_are_followed_and_told(web: Web) -> None:
    """The way to an answer is told, step by step, with what was for good."""
    with serve({"/a": moved("/b", 301), "/b": moved("c?x=1"), "/c": HELLO}) as server:
        answer = web.fetch(f"{server.address}/a")

    steps = (Redirect(301, f"{server.address}/b"), Redirect(302, f"{server.address}/c?x=1"))
    assert (answer.body, answer.redirects) == (b"hello", steps)
    assert answer.address == f"{server.address}/c?x=1"


def test_redirects_end(web: Web) -> None:
    """A ring of redirects ends with a reason."""
    with serve({"/a": moved("/b"), "/b": moved("/a")}) as server:
        fault = fault_of(web, f"{server.address}/a")

    assert (fault.reason, str(fault)) == ("redirects", "127.0.0.1 redirects more than 8 times")


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org/a", "example.org", "http://", "http://a b/"]
)
def test_only_the_web_is_asked(web: Web, address: str) -> None:
    """Addresses of other schemes are refused, and so are those that are none."""
    assert fault_of(web, address).reason == "bad-address"


def test_redirects_lead_to_the_web_only(web: Web) -> None:
    """A page cannot send octavo to a file."""
    with serve({"/": moved("file:///etc/passwd")}) as server:
        fault = fault_of(web, server.address)

    told = "127.0.0.1 redirects to `file:///etc/passwd`, not a web address"
    assert (fault.reason, str(fault)) == ("bad-address", told)


@pytest.mark.parametrize(
    "target",
    [
        *("http://127.0.0.1/a", "http://LOCALHOST./", "http://169.254.1.1/", "//10.1.2.3/", "http://0/"),
        *(
            "http://2130706433/",
            "http://127.1/",
            "http://[::1]:80/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::1",
        ),
    ],
)
def test_nobody_outside_leads_octavo_inside(target: str) -> None:
    """A public page cannot have octavo fetch, and keep, what only this machine's network can reach."""
    with pytest.raises(WebFault) as caught:
        next_address("https://example.org/a", target)

    assert caught.value.reason == "bad-address"


def test_redirects_lead_on_within_a_network() -> None:
    """Pages of one's own network may redirect within it, and any page to the public one."""
    assert next_address("http://127.0.0.1:8000/a", "/b") == "http://127.0.0.1:8000/b"
    assert next_address("http://10.1.2.3/a", "//8.8.8.8/b") == "http://8.8.8.8/b"


def test_a_trickle_of_headers_is_not_waited_for() -> None:
    """Headers that never end do not hold octavo: there is a time for a whole answer."""
    limits = Limits(silence=0.1, total=0.2, attempts=1)

    def trickle(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection, contextlib.suppress(OSError):
            connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
            for _ in range(60):
                connection.sendall(b"a")
                sleep(0.02)

    with socket.create_server(("127.0.0.1", 0)) as listener, Web(limits=limits, proxies={}) as web:
        Thread(target=trickle, args=(listener,), daemon=True).start()
        begun = monotonic()
        fault = fault_of(web, f"http://127.0.0.1:{listener.getsockname()[1]}/")

    assert fault.reason == "timeout"
    assert monotonic() - begun < 1


def test_a_large_answer_is_refused() -> None:
    """An answer beyond the limit ends with a reason, also when it was packed small."""
    bomb = Reply(body=gzip.compress(bytes(300_000)), headers={"Content-Encoding": "gzip"})

    with serve({"/": bomb}) as server, Web(limits=Limits(size=200_000), proxies={}) as web:
        fault = fault_of(web, server.address)

    assert (fault.reason, str(fault)) == ("too-large", "127.0.0.1 sent more than 0.2 MB")


def test_silence_is_not_waited_for(time: FakeTime) -> None:
    """Who says nothing for too long is given up, after three attempts."""
    limits = Limits(silence=0.02)

    with (
        serve({"/": Reply(delay=0.1)}) as server,
        Web(limits=limits, clock=Clock(wait=time.wait), proxies={}) as web,
    ):
        fault = fault_of(web, server.address)

    assert (fault.reason, str(fault)) == ("timeout", "127.0.0.1 does not answer in time")
    assert len(server.requests) == 3


def test_a_trickle_is_not_waited_for(time: FakeTime) -> None:
    """Who sends a byte now and then does not hold octavo for ever."""
    limits = Limits(total=0.05, attempts=1)

    with serve({"/": Reply(body=bytes(50), drip=0.01)}) as server, Web(limits=limits, proxies={}) as web:
        fault = fault_of(web, server.address)

    assert (fault.reason, time.waits) == ("timeout", [])


def test_half_an_answer_is_none(web: Web) -> None:
    """An answer that breaks off is asked for again, and never taken for a whole one."""
    with serve({"/": [Reply(body=bytes(1000), cut_off=10), HELLO]}) as server:
        assert web.fetch(server.address).body == b"hello"
    with serve({"/": Reply(body=bytes(1000), cut_off=10)}) as server:
        fault = fault_of(web, server.address)

    assert (fault.reason, str(fault)) == ("cut-off", "127.0.0.1 broke off before its answer was complete")


def test_a_closed_door_is_told(web: Web) -> None:
    """Where nobody listens, the connection is refused."""
    with serve({}) as server:
        address = server.address

    assert fault_of(web, address).reason == "refused"


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:1", "socks5://127.0.0.1:1"])
def test_a_proxy_that_fails_is_told(time: FakeTime, proxy: str) -> None:
    """Where the environment's proxy fails, or is of a kind that octavo does not speak, that is told."""
    with Web(clock=Clock(time.now, time.wait), proxies={"http": proxy}) as web:
        fault = fault_of(web, "http://a.example/")

    told = "a.example cannot be reached: the proxy of your environment fails"
    assert (fault.reason, str(fault)) == ("refused", told)


def test_offline_is_told_at_once(web: Web, time: FakeTime) -> None:
    """Without a network, or for a host that is none, the reason is told without a second attempt."""
    fault = fault_of(web, "https://octavo.invalid/")

    told = "octavo.invalid cannot be found: there is no such host, or you are offline"
    assert (fault.reason, str(fault), time.waits) == ("no-name", told, [])


def test_other_methods_and_bodies_are_sent(web: Web) -> None:
    """A method and a body go out as they are; after a redirect of a form, the answer is fetched."""
    with serve({"/form": moved("/done", 303), "/done": HELLO, "/": HELLO}) as server:
        web.fetch(f"{server.address}/form", method="POST", body=b"x=1")
        head = web.fetch(server.address, method="HEAD")

    assert [(asked.method, asked.body) for asked in server.requests] == [
        ("POST", b"x=1"),
        ("GET", b""),
        ("HEAD", b""),
    ]
    assert (head.status, head.body) == (200, b"")


def test_unchanged_is_an_answer(web: Web) -> None:
    """A conditional request may be answered with 304."""
    with serve({"/": Reply(304)}) as server:
        answer = web.fetch(server.address, headers={"If-None-Match": '"a"'})

    assert (answer.status, server.requests[0].headers["if-none-match"]) == (304, '"a"')


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        (
            "http://приклад.укр/шлях?а=б#в",
            "http://xn--80aikifvh.xn--j1amh/%D1%88%D0%BB%D1%8F%D1%85?%D0%B0=%D0%B1",
        ),
        ("https://a.example/x%20y/(z);p?q=[1]&r", "https://a.example/x%20y/(z);p?q=[1]&r"),
        ("https://a.example:8080", "https://a.example:8080/"),
        ("http://[::1]:80/a b", "http://[::1]:80/a%20b"),
        ("https://me:secret@a.example/", "https://a.example/"),
        ("https://a.example:port/", None),
        ("javascript:alert(1)", None),
    ],
)
def test_addresses_are_sent_in_ascii(written: str, sent: str | None) -> None:
    """Hosts and paths of any script are sent in ASCII; what is encoded already stays as it is."""
    assert wire_address(written) == sent


@pytest.mark.parametrize(
    ("contact", "end"),
    [
        ("a@example.org", " (mailto:a@example.org)"),
        ("https://example.org/us", " (+https://example.org/us)"),
        ("Ask at the desk", ""),
        ("бюро@example.org", ""),
        (None, ""),
    ],
)
def test_octavo_says_who_asks(contact: str | None, end: str) -> None:
    """The user agent has the contact when it is one that a machine can read."""
    assert user_agent(contact).partition(" ")[1:] == (end[:1], end[1:])


def test_a_page_that_is_gone_has_a_body(web: Web) -> None:
    """The body of an error is there for who wants to read it."""
    with serve({"/x": NOT_FOUND}) as server:
        assert b"Not Found" in web.fetch(f"{server.address}/x").body
