"""The parent's side of the child process that renders templates.

One child serves all templates of a run, one after the other. It starts early, beside the first stages,
and imports Jinja2 while they work. A child that dies, or that does not answer in time, is a fault of the
template that it had; the next template gets a new child.
"""

import atexit
import contextlib
import os
import pickle
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import RLock
from typing import Any

from octavo.templating import messages
from octavo.templating.faults import TemplateFault
from octavo.templating.messages import Costs, Question
from octavo.templating.plain import plain_values

_CHUNK = 1 << 20
_PROGRAM = (
    "import sys; sys.path[:] = {path!r}\n"
    "from octavo.templating.child import serve\n"
    "from octavo.templating.messages import Costs\n"
    "serve({costs!r})"
)
_SPARE_BYTES = 1_000_000
_JSON_BYTES = 6
"""The most bytes with which JSON writes a character."""


class Values:
    """The values of several templates, made plain and pickled once."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.pickled = pickle.dumps(plain_values(values), pickle.HIGHEST_PROTOCOL)


class Scribe:
    """The child process; it starts when it is first needed, or with `warm`."""

    def __init__(self, costs: Costs = Costs()) -> None:  # noqa: B008  # a frozen value
        self._costs = costs
        self._longest = _JSON_BYTES * costs.output_characters + _SPARE_BYTES
        self._lock = RLock()
        self._child: subprocess.Popen[bytes] | None = None
        self._known: Values | None = None

    def warm(self) -> None:
        """Start the child, if there is none; do not wait for it."""
        with self._lock:
            if self._child is None or self._child.poll() is not None:
                self.close()
                self._child = _new_child(self._costs)

    def close(self) -> None:
        """End the child, whatever it is doing."""
        with self._lock:
            child, self._child, self._known = self._child, None, None
            if child is None:
                return
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                with contextlib.suppress(OSError):  # what it was not yet told is lost with it
                    pipe.close()  # type: ignore[union-attr]  # both are pipes

    def render_text(self, text: str, values: Values) -> str:
        """Render a chapter's text. Raises TemplateFault."""
        with self._lock:
            self.warm()
            told = None if values is self._known else values.pickled
            self._known = values
            return self._ask(Question(text, "<chapter>", (), told))

    def render_file(self, folders: tuple[Path, ...], name: str, values: Mapping[str, Any]) -> str:
        """Render a template by name, from the first of the folders that has it. Raises TemplateFault."""
        with self._lock:
            self.warm()
            self._known = None
            places = tuple(folder.absolute() for folder in folders)  # the child is in a folder of its own
            return self._ask(Question(None, name, places, Values(values).pickled))

    def _ask(self, question: Question) -> str:
        """Send a question and wait for its answer; a child without one is ended. Raises TemplateFault."""
        answer = self._answer(question)
        try:
            return messages.read_answer(answer)
        except ValueError as error:  # a template that broke out of its sandbox, perhaps
            self.close()
            why = "the process that renders it does not answer as it should"
            raise TemplateFault(why, question.name, None, is_costly=True) from error

    def _answer(self, question: Question) -> bytes:
        child = self._child
        assert child is not None  # noqa: S101  # `warm` came before
        deadline = time.monotonic() + self._costs.wall_seconds
        try:
            child.stdin.write(messages.framed(pickle.dumps(question, pickle.HIGHEST_PROTOCOL)))  # type: ignore[union-attr]
            child.stdin.flush()  # type: ignore[union-attr]
            return _read_message(child, self._longest, deadline)
        except (_Silent, OSError) as silence:
            self.close()
            why = str(silence) if isinstance(silence, _Silent) else _end_of(child)
            raise TemplateFault(why, question.name, None, is_costly=True) from silence
        except BaseException:
            self.close()  # half an answer must not be taken for the next one
            raise


class _Silent(Exception):
    """The child gave no answer; the message says why."""


@cache
def scribe() -> Scribe:
    """Return the scribe of this process of octavo's."""
    made = Scribe()
    atexit.register(made.close)
    return made


def _new_child(costs: Costs) -> "subprocess.Popen[bytes]":
    """Start a Python that knows where octavo's packages are, and nothing else of this machine."""
    program = _PROGRAM.format(path=[entry for entry in sys.path if entry], costs=costs)
    return subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-S", "-s", "-P", "-B", "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(sys.executable).anchor,
        env={"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"},
        start_new_session=True,
    )


def _read_message(child: "subprocess.Popen[bytes]", longest: int, deadline: float) -> bytes:
    length = messages.framed_length(_read(child, messages.LENGTH_BYTES, deadline))
    if length > longest:
        raise _Silent("it prints too much")
    return _read(child, length, deadline)


def _read(child: "subprocess.Popen[bytes]", length: int, deadline: float) -> bytes:
    """Read so many bytes of the child's answer. Raises _Silent at the deadline or at its end."""
    descriptor = child.stdout.fileno()  # type: ignore[union-attr]
    pieces = []
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        while length:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise _Silent("it takes too long")
            piece = os.read(descriptor, min(length, _CHUNK))
            if not piece:
                raise _Silent(_end_of(child))
            pieces.append(piece)
            length -= len(piece)
    return b"".join(pieces)


def _end_of(child: "subprocess.Popen[bytes]") -> str:
    """Say how a child ended: by its limit of time, by what the system did to it, or by itself."""
    code = child.wait()
    if code == -signal.SIGXCPU:
        return "it takes too long"
    what = f"signal {-code}" if code < 0 else f"exit status {code}"
    return f"it brought down the process that renders it ({what})"
