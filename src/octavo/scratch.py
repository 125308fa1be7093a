"""Where a run lays down what nobody needs after it, and how what a killed run left is cleared away."""

import contextlib
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
"""The errors by which a disk says that there is no room for what is to be laid down."""

PREFIX = "octavo-"
_LOCK = ".lock"


@contextlib.contextmanager
def scratch_in(folder: Path) -> Iterator[None]:
    """Have all temporary files of this program lie in a folder, which is made and goes afterwards.

    Libraries ask `tempfile` where to lay them down, so that this is told there.
    """
    folder.mkdir(parents=True)
    before = tempfile.tempdir
    tempfile.tempdir = str(folder.absolute())  # programs that are started work in folders of their own
    try:
        yield
    finally:
        tempfile.tempdir = before
        shutil.rmtree(folder, ignore_errors=True)


class NoScratch(Exception):
    """The system has no place for temporary files; `reason` is its own word for why."""

    def __init__(self, reason: OSError) -> None:
        """Say why."""
        super().__init__(str(reason))
        self.reason = reason


@contextlib.contextmanager
def own_scratch() -> Iterator[Path]:
    """Make a folder of one's own among the system's temporary files; it goes when the run ends.

    Folders of earlier runs that were killed go now: nobody holds their locks any more. Raises NoScratch.
    """
    with contextlib.ExitStack() as stack:
        try:
            folder = Path(tempfile.mkdtemp(prefix=PREFIX)).absolute()
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            stack.enter_context(_held(folder))
            _sweep(folder.parent)
            stack.enter_context(scratch_in(folder / "tmp"))
        except OSError as error:
            raise NoScratch(error) from error
        yield folder


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder's lock. It gets its name when it is held, so that nobody takes it for a dead one's."""
    unnamed = folder / f"{_LOCK}-new"
    with unnamed.open("xb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        unnamed.rename(folder / _LOCK)
        yield


def _sweep(place: Path) -> None:
    """Clear away our own user's folders that nobody holds."""
    for folder in place.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.lstat().st_uid == os.getuid() and _is_abandoned(folder / _LOCK):
                shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(lock: Path) -> bool:
    """Tell whether a lock is there and nobody holds it; raises OSError when it is not to be had."""
    descriptor = os.open(lock, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(descriptor)
    return True
