"""How much the engine's child may take for a job: processor time and memory that grow with the book.

Measured: a book lays out in about a tenth of a second a page, a page is some three kilobytes of HTML, and
a book may be laid out five times until its figures stand well. A page takes a megabyte of memory. What is
allowed here is several times as much, so that only what has no end comes to its limit.
"""

import os
import resource
from dataclasses import dataclass

_KEPT = frozenset(
    {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "LD_PRELOAD"}
    | {"DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "FONTCONFIG_FILE"}
)
_KEPT_BEGINNINGS = ("PYTHON", "COV")


@dataclass(frozen=True, slots=True)
class Allotment:
    """Seconds of the processor and bytes of address space: at least, and for each character of HTML."""

    seconds: float = 180
    seconds_each: float = 0.0006
    memory_bytes: int = 4_000_000_000
    memory_each: int = 1_500

    def apply(self, characters: int) -> None:
        """Limit this process for a job whose HTML has so many characters."""
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        _lower(resource.RLIMIT_CPU, int(used + self.seconds + self.seconds_each * characters) + 1)
        _lower(resource.RLIMIT_AS, self.memory_bytes + self.memory_each * characters)


def _lower(kind: int, value: int) -> None:
    """Set a soft limit, below the hard one: the next job may need more."""
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def forget_environment() -> None:
    """Leave no variable to the engine but those that it and the system's libraries need."""
    for name in set(os.environ) - _KEPT:
        if not name.startswith(_KEPT_BEGINNINGS):
            del os.environ[name]
