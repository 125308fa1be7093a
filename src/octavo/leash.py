"""Children that end with their parent, however that ends."""

import signal
import sys
from collections.abc import Callable
from functools import cache

_PR_SET_PDEATHSIG = 1
"""`prctl(2)`: have the kernel send a signal to this process when the thread that began it is gone."""


def end_with_parent() -> None:
    """Have this process killed as soon as its parent is dead; where the system is not Linux, do nothing."""
    leash = leash_for_child()
    if leash:
        leash()


@cache
def leash_for_child() -> Callable[[], None] | None:
    """Give what a child calls between its birth and its program; None where the system has no such thing.

    All is looked up beforehand: in a child of a program with threads, little more than a system call is
    safe.
    """
    if sys.platform != "linux":
        return None
    import ctypes

    try:
        prctl = ctypes.CDLL(None).prctl
    except (OSError, AttributeError):
        return None

    def leash() -> None:
        prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))

    return leash
