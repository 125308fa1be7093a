"""How a run ends when it is asked to: children and temporary files first, then at once."""

import contextlib
import os
import signal
import sys
from types import FrameType
from typing import NoReturn, TypeGuard

_BASE_STATUS = 128
"""Programs that end by a signal have this status and the signal's number, as shells count it."""


class Interrupted(KeyboardInterrupt):
    """The run is to end; `number` is that of the signal."""

    def __init__(self, number: int) -> None:
        """Keep what it was."""
        super().__init__(number)
        self.number = number


def status_of(interrupt: KeyboardInterrupt) -> int:
    """Return the exit status that says by what a run was interrupted."""
    return _BASE_STATUS + (interrupt.number if isinstance(interrupt, Interrupted) else signal.SIGINT)


def is_interrupt(status: object) -> TypeGuard[int]:
    """Tell whether an exit status says that a run was interrupted."""
    return isinstance(status, int) and status > _BASE_STATUS


def heed_signals() -> None:
    """Have requests to end (`kill`, a terminal that closes) stop a run as Ctrl-C does.

    What the caller chose to ignore (`nohup`) stays ignored.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _interrupt)


def leave(status: int) -> NoReturn:
    """End this program without waiting for work that was given up; children on a leash end with it."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def open_streams() -> None:
    """Give a program that was started with closed streams empty ones.

    Else the first files that it opens would get their numbers, and what is written for people would go
    into them.
    """
    for number, mode in enumerate(("r", "w", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
        name = ("stdin", "stdout", "stderr")[number]
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def _interrupt(number: int, _: FrameType | None) -> NoReturn:
    raise Interrupted(number)
