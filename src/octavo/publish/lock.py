"""One build of a publication at a time."""

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from octavo.publish.replacing import settle


class BuildHeld(Exception):
    """Another build of the same publication is under way."""


@contextlib.contextmanager
def build_lock(root: Path) -> Iterator[None]:
    """Hold the publication's `build/` for one run.

    The kernel frees the lock when its holder dies, however it dies. Raises BuildHeld, and OSError
    when the folder cannot be written.
    """
    folder = root / "build"
    folder.mkdir(exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildHeld from error
        settle(folder)
        yield
