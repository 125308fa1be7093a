"""A web server on this machine's own address that answers as the real services do, errors included.

    with serve({"/works/1": Reply(json={"title": "Made Up"})}) as server:
        web.fetch(server.address + "/works/1")

A path may have several replies, given one after the other (the last for good): so a service refuses
first and answers later. `server.requests` tells what was asked.
"""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Request:
    """What was asked: the path with its query, headers by lower-case name, the body."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The path without its query."""
        return urlsplit(self.target).path


@dataclass(frozen=True)
class Reply:
    """One answer. `json` and `text` are short for a body and its type.

    `delay` passes before the first byte, `drip` between any two bytes, both in seconds; `cut_off` ends
    the connection after so many bytes of the body, though more were announced.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    json: Any = None
    text: str | None = None
    delay: float = 0
    drip: float = 0
    cut_off: int | None = None

    def content(self) -> tuple[bytes, str]:
        """Return the body and its media type."""
        if self.json is not None:
            return json.dumps(self.json, ensure_ascii=False).encode(), "application/json"
        if self.text is not None:
            return self.text.encode(), "text/html; charset=utf-8"
        return self.body, "application/octet-stream"


Answering = Reply | Sequence[Reply] | Callable[[Request], Reply]

NOT_FOUND = Reply(404, text="<!DOCTYPE html><title>404 Not Found</title><h1>Not Found</h1>")
BUSY = Reply(429, text="Too many requests", headers={"Retry-After": "7"})
DOWN = Reply(503, text="<html><body><h1>503 Service Unavailable</h1>No server is available.</body></html>")
WALL = Reply(
    200, text="<!DOCTYPE html><html><title>Just a moment...</title><body>Are you human?</body></html>"
)
ROBOTS = Reply(
    body=b"User-agent: *\nDisallow: /private/\nCrawl-delay: 2\n", headers={"Content-Type": "text/plain"}
)


def moved(target: str, status: int = 302) -> Reply:
    """Return a redirect."""
    return Reply(status, headers={"Location": target})


class Server:
    """The running server: where it is, what was asked of it."""

    def __init__(self, routes: Mapping[str, Answering]) -> None:
        self.routes = dict(routes)
        self.requests: list[Request] = []
        self._lock = threading.Lock()
        self._listening = ThreadingHTTPServer(("127.0.0.1", 0), self._answerer())
        self._listening.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._listening.server_address[1]}"
        self._thread = threading.Thread(target=self._listening.serve_forever, args=(0.01,))
        self._thread.start()

    def stop(self) -> None:
        """End it, and wait until it has."""
        self._listening.shutdown()
        self._thread.join()
        self._listening.server_close()

    @property
    def targets(self) -> list[str]:
        """The paths with their queries, in the order in which they were asked for."""
        return [request.target for request in self.requests]

    def reply_to(self, request: Request) -> Reply:
        """Note the request and choose its reply; what nobody gave a reply for is not found."""
        with self._lock:
            earlier = sum(before.path == request.path for before in self.requests)
            self.requests.append(request)
        answering = self.routes.get(request.target, self.routes.get(request.path, NOT_FOUND))
        if isinstance(answering, Reply):
            return answering
        if callable(answering):
            return answering(request)
        return answering[min(earlier, len(answering) - 1)]

    def _answerer(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Answerer(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                headers = {name.lower(): value for name, value in self.headers.items()}
                request = Request(self.command, self.path, headers, self.rfile.read(length))
                with contextlib.suppress(ConnectionError):
                    self._send(server.reply_to(request))

            do_HEAD = do_POST = do_GET  # noqa: N815  # the names that the library calls

            def _send(self, reply: Reply) -> None:
                time.sleep(reply.delay)
                content, media_type = reply.content()
                self.send_response(reply.status)
                for name, value in {
                    "Content-Type": media_type,
                    "Content-Length": str(len(content)),
                    **reply.headers,
                }.items():
                    self.send_header(name, value)
                self.end_headers()
                if self.command == "HEAD":
                    return
                content = content[: reply.cut_off]
                for start in range(0, len(content), 1 if reply.drip else max(1, len(content))):
                    self.wfile.write(content[start : start + 1] if reply.drip else content)
                    time.sleep(reply.drip)
                if reply.cut_off is not None:
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)

            def log_message(self, *_: object) -> None:
                pass

        return Answerer


@contextlib.contextmanager
def serve(routes: Mapping[str, Answering]) -> Iterator[Server]:
    """Run a server for a while."""
    server = Server(routes)
    try:
        yield server
    finally:
        server.stop()


@dataclass
class FakeTime:
    """Time that passes only when somebody waits; `waits` are the seconds, in order, without naughts."""

    seconds: float = 0
    waits: list[float] = field(default_factory=list)

    def now(self) -> float:
        """Tell the time."""
        return self.seconds

    def wait(self, seconds: float) -> None:
        """Let time pass at once."""
        self.seconds += seconds
        if seconds:
            self.waits.append(seconds)
