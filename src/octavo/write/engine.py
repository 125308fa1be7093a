"""The press: a child process that lays pages out, and the parent's side of the conversation with it.

WeasyPrint takes a second to import and brings down the whole process when Pango finds no font, so it
lives in a child. The child starts when an `Engine` is entered and imports while the parent loads,
checks and parses; it takes one job at a time and answers in the order of the jobs.
"""

import contextlib
import multiprocessing
import os
import tempfile
from collections import deque
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType
from typing import Self

from octavo.progress import Progress, Silent
from octavo.write.layout import serve
from octavo.write.messages import Answer, EngineDied, Job, LaidOut, Loaded, Printed, Step
from octavo.write.page_starts import PageStart

PATIENCE_SECONDS = 600.0
"""How long the layout of a page, or what comes after the last, may take."""


@dataclass
class _Waiting:
    """A job that was sent, and who waits for it."""

    watch: Progress
    laid_out: "Future[tuple[PageStart, ...]]" = field(default_factory=Future)
    future: "Future[Printed]" = field(default_factory=Future)


class Engine:
    """The child process; enter it early, since entering starts it and does not wait."""

    def __init__(self, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """Prepare; nothing starts before the engine is entered.

        A child that has a job and tells of no step for `patience_seconds` is taken for one that hangs.
        """
        self._patience_seconds = patience_seconds
        self._lock = Lock()
        self._waiting: deque[_Waiting] = deque()
        self._is_dead = False
        self._has_stalled = False
        self._libraries: Future[Mapping[str, str | None]] = Future()

    def __enter__(self) -> Self:
        """Start the child, which begins to import at once."""
        context = multiprocessing.get_context("spawn")
        self._folder = tempfile.TemporaryDirectory(prefix="octavo-")
        self._stderr = Path(self._folder.name, "stderr.log")
        self._stderr.touch()
        self._connection, theirs = context.Pipe()
        arguments = (theirs, self._folder.name, self._stderr.name)
        self._child = context.Process(target=serve, args=arguments, name="octavo-engine", daemon=True)
        self._child.start()
        theirs.close()
        self._listener = Thread(target=self._listen, args=(self._connection,), daemon=True)
        self._listener.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child, whatever it is doing, and clear away what it cannot clear away then."""
        self._child.kill()
        self._child.join()
        self._listener.join()
        self._connection.close()
        self._folder.cleanup()

    def libraries(self) -> Mapping[str, str | None]:
        """Wait until the child is ready, and return its libraries' versions; none when it is dead."""
        return self._libraries.result()

    def render_pdf(
        self,
        job: Job,
        watch: Progress | None = None,
        laid_out: "Future[tuple[PageStart, ...]] | None" = None,
    ) -> "Future[Printed]":
        """Lay a job out as a PDF; the future fails with LayoutFailed, EngineDied or OSError (no room).

        `laid_out` is told where each page begins, before the PDF is written; nothing if it comes not so far.
        """
        return self._send(job, _Waiting(watch or Silent(), laid_out or Future()))

    def render_png(self, job: Job, width_px: int) -> "Future[Printed]":
        """Draw the first page of a job as a PNG; the future fails with LayoutFailed or EngineDied."""
        return self._send(Job(job.html, job.css, job.files, job.output_path, width_px), _Waiting(Silent()))

    def _send(self, job: Job, waiting: _Waiting) -> "Future[Printed]":
        with self._lock:
            self._waiting.append(waiting)
            with contextlib.suppress(OSError):  # a dead child: the listener knows, or the next line does
                self._connection.send(job)
            if self._is_dead:
                self._bury()
        return waiting.future

    def _listen(self, connection: "Connection[Job, Answer]") -> None:
        """Hand answers to those who wait, until the child is gone."""
        with contextlib.suppress(EOFError, OSError):
            while self._hears(connection):
                self._deliver(connection.recv())
        self._child.join()
        with self._lock:
            self._is_dead = True
            self._bury()

    def _hears(self, connection: "Connection[Job, Answer]") -> bool:
        """Wait for an answer; end a child that owes one and has said nothing for too long."""
        while not connection.poll(self._patience_seconds):
            if self._waiting:
                self._has_stalled = True
                self._child.kill()
                return False
        return True

    def _deliver(self, answer: Answer) -> None:
        if isinstance(answer, Loaded):
            self._libraries.set_result(answer.libraries)
            return
        if isinstance(answer, Step):
            self._waiting[0].watch.step("page", answer.page, answer.total)
            return
        if isinstance(answer, LaidOut):
            self._waiting[0].laid_out.set_result(answer.starts)
            return
        with self._lock:
            waiting = self._waiting.popleft()
        if isinstance(answer, Printed):
            waiting.future.set_result(answer)
        elif answer.refusal is not None:
            waiting.future.set_exception(OSError(answer.refusal, os.strerror(answer.refusal)))
        else:
            waiting.future.set_exception(answer)

    def _bury(self) -> None:
        """Tell everybody who still waits that the child is gone."""
        if not self._libraries.done():
            self._libraries.set_result({})
        patience = self._patience_seconds if self._has_stalled else None
        death = EngineDied(self._child.exitcode, self._last_words(), patience)
        while self._waiting:
            self._waiting.popleft().future.set_exception(death)

    def _last_words(self) -> str:
        lines = self._stderr.read_text("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""
