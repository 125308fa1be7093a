"""One build of a publication at a time, in a `build/` that is its own."""

import contextlib
import errno
import fcntl
import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from octavo.publish.replacing import is_settled, settle

BUILD, WORK, _LOCK = "build", "work", ".lock"


class BuildHeld(Exception):
    """Another build of the same publication is under way."""


class BuildObstructed(Exception):
    """Something else is where octavo writes: `what` is there, under the path `name`; `cure` removes it."""

    def __init__(self, name: str, what: str, cure: str = "move it away, or remove it") -> None:
        """Say what is where."""
        super().__init__(f"{name} is {what}")
        self.name = name
        self.what = what
        self.cure = cure


@dataclass(frozen=True)
class BuildFolder:
    """A publication's `build/`, held for one run.

    `was_unsettled` tells whether an earlier build was stopped while it replaced the editions, so that
    the earlier ones were put back.
    """

    path: Path
    lock_number: int
    was_unsettled: bool

    @property
    def is_there(self) -> bool:
        """Tell whether the folder is still the one that is held, and nobody took it away."""
        try:
            return (self.path / _LOCK).stat().st_ino == self.lock_number and (self.path / WORK).is_dir()
        except OSError:
            return False


@contextlib.contextmanager
def build_lock(root: Path) -> Iterator[BuildFolder]:
    """Hold the publication's `build/` for one run, with a new folder `work/` in it.

    What an earlier build was stopped in is undone, and what it left goes. The kernel frees the lock when
    its holder dies, however it dies. Raises BuildHeld, BuildObstructed, and OSError when the folder
    cannot be written.
    """
    folder = _make_folder(root)
    with _held(folder) as number:
        was_unsettled = settle(folder)
        _clear(folder / WORK)
        (folder / WORK).mkdir()
        yield BuildFolder(folder, number, was_unsettled)


def settle_build(root: Path) -> bool:
    """Undo what a build was stopped in, if nobody is building; tell whether there was something to undo."""
    folder = root / BUILD
    if is_settled(folder):
        return False
    try:
        with _held(_make_folder(root)):
            return settle(folder)
    except (BuildHeld, BuildObstructed, OSError):
        return False


def _make_folder(root: Path) -> Path:
    """Make `build/` if it is not there; whatever else has that name is not written into."""
    folder = root / BUILD
    try:
        str(folder.absolute()).encode()
    except UnicodeEncodeError:  # libraries and configurations in XML name files in UTF-8 alone
        what, cure = "in a folder whose path is not UTF-8", "give the folder another name"
        raise BuildObstructed(BUILD, what, cure) from None
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        what = "a link that leads nowhere" if folder.is_symlink() else "a file"
        raise BuildObstructed(BUILD, what) from None
    if not folder.resolve().is_relative_to(root.resolve()):
        raise BuildObstructed(BUILD, "a link that leads out of the publication")
    return folder


@contextlib.contextmanager
def _held(folder: Path) -> Iterator[int]:
    """Hold a folder's lock, a file whose number this gives; nothing is written into it."""
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o644)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.EISDIR, errno.ENXIO}:
            raise BuildObstructed(f"{BUILD}/{_LOCK}", "no file") from error
        raise
    with os.fdopen(lock, "rb"):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildHeld from error
        yield os.fstat(lock).st_ino


def _clear(work: Path) -> None:
    """Take away what an earlier build left; links go, and what they lead to stays."""
    try:
        mode = work.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        shutil.rmtree(work)
    elif stat.S_ISLNK(mode):
        work.unlink()
    else:
        raise BuildObstructed(f"{BUILD}/{WORK}", "a file")
