"""The only door to vl-convert, which draws Vega-Lite without a browser: in a child process with limits.

A chart is a program of its author's: its expressions run in V8, which no time limit of Python's ends, and
what brings V8 or a Rust library down brings its whole process down. One child draws everything of a run;
one that dies or does not answer is a fault of the drawing that it had, and the next drawing gets a new one.
"""

import contextlib
import multiprocessing
import os
import resource
import signal
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any

from octavo.leash import end_with_parent

PATIENCE_SECONDS = 30.0
"""How long a drawing may take; charts of publications take a tenth of a second."""

_START_SECONDS = 60.0
_DATA_BYTES = 3 * 1024**3
_FONTS = Path(__file__).with_name("no_system_fonts.conf")


class Undrawable(Exception):
    """The drawing cannot be drawn; the message is vl-convert's, or says what it did to it."""


class Draughtsman:
    """The child process; it starts when it is first needed, or with `warm`."""

    def __init__(self, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self._patience_seconds = patience_seconds
        self._lock = Lock()
        self._child: Any = None
        self._connection: Connection[Any, Any] | None = None
        self._is_ready = False

    def warm(self) -> None:
        """Start the child, if there is none; do not wait for it."""
        with self._lock:
            self._started()

    def svg_of(
        self, specification: Mapping[str, Any], look: Mapping[str, Any], font_folders: Sequence[str]
    ) -> str:
        """Draw a Vega-Lite specification with a configuration, in the typefaces of some folders.

        Raises Undrawable.
        """
        return str(self._ask("svg", specification, look, font_folders))

    def png_of(self, svg: str, scale: float) -> bytes:
        """Draw an SVG text as PNG. Raises Undrawable."""
        return bytes(self._ask("png", svg, scale))

    def _ask(self, *question: Any) -> Any:
        with self._lock:
            connection = self._started()
            try:
                connection.send(question)
                is_drawn, said = self._answer(connection)
            except (EOFError, OSError) as error:
                self._end()
                raise Undrawable("it brings down the program that draws it") from error
            except BaseException:
                self._end()
                raise
        if not is_drawn:
            raise Undrawable(said)
        return said

    def _answer(self, connection: "Connection[Any, Any]") -> Any:
        """Wait until the child is ready, then for what it has drawn."""
        if not self._is_ready:
            if not connection.poll(_START_SECONDS):
                raise EOFError
            connection.recv()
            self._is_ready = True
        if not connection.poll(self._patience_seconds):
            raise Undrawable(f"it takes more than {self._patience_seconds:g} s to draw")
        return connection.recv()

    def _started(self) -> "Connection[Any, Any]":
        if self._connection is None or not self._child.is_alive():
            self._end()
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._child = context.Process(target=_serve, args=(theirs,), name="octavo-charts", daemon=True)
            self._child.start()
            theirs.close()
        return self._connection

    def _end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.join()
        if self._connection is not None:
            self._connection.close()
        self._child, self._connection, self._is_ready = None, None, False


@cache
def draughtsman() -> Draughtsman:
    """Give the one of this run."""
    return Draughtsman()


def _serve(connection: "Connection[Any, Any]") -> None:
    """Be the child: draw what is asked for until the parent hangs up.

    Time is UTC, since Vega draws local times. There are no typefaces of the machine: a drawing that asks
    for "sans-serif" would look otherwise on every one; it gets vl-convert's own.
    """
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.environ["TZ"] = "UTC"
    os.environ["FONTCONFIG_FILE"] = str(_FONTS)
    for kind, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_DATA, _DATA_BYTES)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))
    import vl_convert

    with contextlib.suppress(EOFError, BrokenPipeError):
        connection.send("ready")
        while True:
            connection.send(_drawn(vl_convert, *connection.recv()))


def _drawn(converter: Any, kind: str, *given: Any) -> tuple[bool, Any]:
    try:
        if kind == "png":
            svg, scale = given
            return True, bytes(converter.svg_to_png(svg, scale=scale))
        specification, look, folders = given
        for folder in folders:
            converter.register_font_directory(folder)
        return True, str(converter.vegalite_to_svg(specification, config=look, allowed_base_urls=[]))
    except (ValueError, RuntimeError) as error:
        return False, str(error)
