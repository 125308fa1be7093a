"""The only door to the network: one request, answered or refused for a reason that can be told.

Any status is an answer, 404 too; a `WebFault` is raised when there is none. Services are spared: there
is a pause between two requests to one host, and what asks for patience (429, 503) is asked again later,
after the time that it named (RFC 9110, 10.2.3) or a growing one.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from threading import Lock, Thread
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from octavo import __version__
from octavo.sources.addresses import is_private, wire_address
from octavo.sources.answers import Answer, Reason, Redirect, WebFault
from octavo.sources.connections import NotPublic, fault_of, public_pools

__all__ = ["Answer", "Clock", "Limits", "Redirect", "Web", "WebFault", "user_agent"]

_PATIENCE = frozenset({429, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRANSIENT: frozenset[Reason] = frozenset({"timeout", "cut-off", "refused"})
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much: seconds and bytes.

    `silence` is the longest wait for the next bytes, `total` for a whole answer, `patience` for a
    service that asks to come back later; `pause` lies between two requests to one host.
    """

    silence: float = 15
    total: float = 60
    patience: float = 60
    pause: float = 1
    size: int = 20_000_000
    attempts: int = 3
    redirects: int = 8


@dataclass(frozen=True)
class Clock:
    """Time, which tests replace: `now` counts seconds from anywhere, `wait` lets some pass."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[float], None] = time.sleep


def user_agent(contact: str | None) -> str:
    """Say who asks; services may write to the contact, an email or a web address, when something is amiss."""
    name = f"octavo/{__version__}"
    if not contact or not contact.isascii() or any(char.isspace() for char in contact):
        return name
    return f"{name} (mailto:{contact})" if "@" in contact and "/" not in contact else f"{name} (+{contact})"


@dataclass
class Web:
    """The network for one run; a context manager, whose end closes all connections.

    It may be shared between threads: only requests to the same host wait for each other.
    """

    contact: str | None = None
    limits: Limits = Limits()
    clock: Clock = Clock()
    proxies: Mapping[str, str] = field(default_factory=getproxies)
    _pools: dict[str, urllib3.PoolManager] = field(default_factory=dict, init=False)
    _hosts: dict[str, "_Host"] = field(default_factory=dict, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pool in self._pools.values():
            pool.clear()

    def fetch(
        self,
        address: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Answer:
        """Ask for an address and follow its redirects. Raises WebFault when there is no answer.

        An answer that asks for patience comes back only when it still does so after the last attempt,
        or wants more patience than there is.
        """
        current, steps = _checked(address, address), list[Redirect]()
        while True:
            answer = self._ask_patiently(_Question(method, current, headers or {}, body))
            target = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not target:
                return Answer(answer.status, answer.headers, answer.body, current, tuple(steps))
            if len(steps) == self.limits.redirects:
                raise WebFault("redirects", address, f"redirects more than {len(steps)} times")
            current = next_address(current, target)
            steps.append(Redirect(answer.status, current))
            if answer.status in {301, 302, 303} and method != "HEAD":
                method, body = "GET", None

    def _ask_patiently(self, question: "_Question") -> Answer:
        end = self.clock.now() + self.limits.total
        for attempt in range(1, self.limits.attempts + 1):
            is_last = attempt == self.limits.attempts
            delay = float(2 ** (attempt - 1))
            try:
                answer = self._ask(question)
            except WebFault as fault:
                if is_last or fault.reason not in _TRANSIENT or self.clock.now() >= end:
                    raise
            else:
                delay = max(delay, _asked_delay(answer))
                if is_last or answer.status not in _PATIENCE or delay > self.limits.patience:
                    return answer
            self.clock.wait(delay)
        raise AssertionError  # pragma: no cover  # the last attempt answers or raises

    def _ask(self, question: "_Question") -> Answer:
        host = self._host(urlsplit(question.address).netloc)
        with host.lock:
            if host.next_time is not None:
                self.clock.wait(max(0.0, host.next_time - self.clock.now()))
            try:
                return self._send_in_time(question)
            finally:
                host.next_time = self.clock.now() + self.limits.pause

    def _send_in_time(self, question: "_Question") -> Answer:
        """Send in a thread that is left alone when time is up: a trickle of headers ends no single wait."""
        found: list[Answer | BaseException] = []

        def send() -> None:
            try:
                found.append(self._send(question))
            except BaseException as error:  # noqa: BLE001  # raised again where octavo waits
                found.append(error)

        sending = Thread(target=send, daemon=True)
        sending.start()
        sending.join(self.limits.total + self.limits.silence)
        if not found:
            told = f"did not finish within {self.limits.total:g} seconds"
            raise WebFault("timeout", question.address, told)
        if isinstance(found[0], BaseException):
            raise found[0]
        return found[0]

    def _send(self, question: "_Question") -> Answer:
        try:
            response = self._pool(question.address).request(
                question.method,
                question.address,
                body=question.body,
                headers={
                    "User-Agent": user_agent(self.contact),
                    "Accept-Encoding": "gzip, deflate",
                    **question.headers,
                },
                preload_content=False,
                redirect=False,
                retries=False,
                timeout=urllib3.Timeout(connect=self.limits.silence, read=self.limits.silence),
            )
            try:
                body = self._read(response, question.address)
            finally:
                response.close()
        except NotPublic as error:
            told = f"leads to `{error}`, which is not public"
            raise WebFault("bad-address", question.address, told) from error
        except (HTTPError, OSError) as error:
            raise fault_of(error, question.address) from error
        names = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, names, body, question.address)

    def _read(self, response: BaseHTTPResponse, address: str) -> bytes:
        """Read what comes, piece by piece, so that neither a slow nor an endless answer holds octavo."""
        end = self.clock.now() + self.limits.total
        pieces, size = [], 0
        while piece := response.read1(_CHUNK, decode_content=True):
            pieces.append(piece)
            size += len(piece)
            if size > self.limits.size:
                raise WebFault("too-large", address, f"sent more than {self.limits.size / 1e6:g} MB")
            if self.clock.now() > end:
                raise WebFault("timeout", address, f"did not finish within {self.limits.total:g} seconds")
        return b"".join(pieces)

    def _host(self, name: str) -> "_Host":
        with self._lock:
            return self._hosts.setdefault(name, _Host())

    def _pool(self, address: str) -> urllib3.PoolManager:
        parts = urlsplit(address)
        proxy = self.proxies.get(parts.scheme, "")
        if proxy and proxy_bypass(parts.hostname or ""):
            proxy = ""
        with self._lock:
            if proxy not in self._pools:
                self._pools[proxy] = urllib3.ProxyManager(proxy) if proxy else public_pools()
            return self._pools[proxy]


@dataclass
class _Host:
    lock: Lock = field(default_factory=Lock)
    next_time: float | None = None


@dataclass(frozen=True, slots=True)
class _Question:
    method: str
    address: str
    headers: Mapping[str, str]
    body: bytes | None


def _checked(address: str, asked: str) -> str:
    """Return an address as it is sent; only the web's two schemes are."""
    wired = wire_address(address)
    if wired is None:
        told = "is not a web address" if address == asked else f"redirects to `{address}`, not a web address"
        raise WebFault("bad-address", asked, told)
    return wired


def next_address(current: str, target: str) -> str:
    """Return where a redirect leads, as it is sent. Raises WebFault when it leads nowhere.

    Nobody outside may send octavo into the network that it runs in.
    """
    try:
        address = urljoin(current, target)
    except ValueError:
        raise WebFault("bad-address", current, f"redirects to `{target}`, not a web address") from None
    wired = _checked(address, current)
    if is_private(wired) and not is_private(current):
        raise WebFault("bad-address", current, f"redirects to `{wired}`, which is not public")
    return wired


def _asked_delay(answer: Answer) -> float:
    """Return the seconds after which a service wants to be asked again, 0 when it names no time.

    A date is reckoned from the answer's own, since the two clocks may differ.
    """
    asked = answer.headers.get("retry-after", "").strip()
    if asked.isdecimal():
        return float(asked)
    try:
        later, sent = (parsedate_to_datetime(text) for text in (asked, answer.headers.get("date", "")))
    except ValueError:
        return 0
    return max(0.0, later.timestamp() - sent.timestamp())
