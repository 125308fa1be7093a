"""Moments in which a build is not to be interrupted.

One of them is the birth of a child: what Python does around it swallows interrupts, and keeps its locks.
"""

import contextlib
import signal
import threading
from collections.abc import Iterator

INTERRUPTS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""The signals by which people and machines ask a program to end."""


@contextlib.contextmanager
def later() -> Iterator[None]:
    """Let interrupts wait until the block has ended; then the first that came takes effect.

    Only the main thread is ever interrupted, so that others need no such thing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = {number: signal.getsignal(number) for number in INTERRUPTS}
    for number in INTERRUPTS:
        signal.signal(number, lambda which, _: came.append(which))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if came:
            signal.raise_signal(came[0])
