"""Put several files in the places of others, all together or none of them.

No system call renames several files at once. So all new files are on the disk first, under other names,
and so is an undo journal: the names that are to change, beside a second name for what each was before.
As long as the journal is there, the folder is unsettled, and `settle` goes back to what was; the moment
that takes the journal away is the one at which all files are new.

The renames are done by a process of its own in a session of its own: whoever kills a build, or all of its
group, does not reach it, so that it comes to its end within a moment. Only what stops both at once (the
power, say) leaves a journal for the next run of octavo to settle.
"""

import contextlib
import errno
import json
import os
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

from octavo.interrupts import later

JOURNAL = ".publishing"
_NEW, _OLD, _SUFFIX = ".new-", ".old-", ".partial"
_MODE = 0o644


def replace_together(folder: Path, contents: Mapping[str, bytes | None]) -> None:
    """Write `contents`, by name, into a folder that nobody else writes into; in order, all or none.

    A file whose content is None goes. Raises OSError when something refuses; the folder is then as it
    was. It is so, too, after an interrupt, unless that came when all was done.
    """
    try:
        for number, content in enumerate(contents.values()):
            if content is not None:
                _write(folder / f"{_NEW}{number}{_SUFFIX}", content)
        _begin(folder, {name: _keep(folder, name, number) for number, name in enumerate(contents)})
        with later():
            _move_apart(folder, {name: content is not None for name, content in contents.items()})
    finally:
        settle(folder)


def settle(folder: Path) -> bool:
    """Clear away what a replacement left in a folder; tell whether it had to be undone.

    It may be stopped at any moment, and done again.
    """
    journal = folder / JOURNAL
    is_unsettled = os.path.lexists(journal)
    if is_unsettled:
        _undo(folder, _read(journal))
        _flush(folder)
        journal.unlink(missing_ok=True)
    for stale in folder.glob(f".*{_SUFFIX}"):
        with contextlib.suppress(IsADirectoryError):
            stale.unlink()
    return is_unsettled


def is_settled(folder: Path) -> bool:
    """Tell whether there is nothing to undo."""
    return not os.path.lexists(folder / JOURNAL)


def _write(path: Path, content: bytes) -> None:
    """Write a file that is not there yet; a link in its place is not followed."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fchmod(file.fileno(), _MODE)
        os.fsync(file.fileno())


def _keep(folder: Path, name: str, number: int) -> str | None:
    """Give what is called `name` a second name, and return it; None when there is nothing."""
    path, kept = folder / name, folder / f"{_OLD}{number}{_SUFFIX}"
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
    try:
        os.link(path, kept, follow_symlinks=False)
    except OSError:  # a disk without hard links, or a file of somebody else's
        shutil.copy2(path, kept, follow_symlinks=False)
    return kept.name


def _begin(folder: Path, kept: Mapping[str, str | None]) -> None:
    """Write the journal; it is whole as soon as it is there."""
    path = folder / f"{_NEW}journal{_SUFFIX}"
    _write(path, json.dumps(kept).encode())
    _flush(folder)
    path.rename(folder / JOURNAL)
    _flush(folder)


def _move_apart(folder: Path, are_new: Mapping[str, bool]) -> None:
    """Have the files renamed in a process of its own, and wait for it; raises OSError as that one did.

    `are_new` tells of each name whether a new file takes it, or it goes.
    """
    child = os.fork()
    if child == 0:
        os._exit(_moved(folder, are_new))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code:
        number = code if code > 0 else errno.EINTR
        raise OSError(number, os.strerror(number))


def _moved(folder: Path, are_new: Mapping[str, bool]) -> int:
    """Rename the new files and take the journal away; return 0, or the number of the error."""
    try:
        os.setsid()
        for number, (name, is_new) in enumerate(are_new.items()):
            if is_new:
                (folder / f"{_NEW}{number}{_SUFFIX}").rename(folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        _flush(folder)
        (folder / JOURNAL).unlink()
        _flush(folder)
    except OSError as error:
        return error.errno or errno.EIO
    except BaseException:  # noqa: BLE001  # whatever it is, it ends here: this is a copy of the whole program
        return errno.EINTR
    return 0


def _read(journal: Path) -> dict[str, str | None]:
    """Read a journal. One that names anything but files of its own folder was not written by octavo."""
    try:
        kept = json.loads(journal.read_bytes()) if stat.S_ISREG(journal.lstat().st_mode) else {}
        names = {*kept, *filter(None, kept.values())}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}
    return kept if all(isinstance(name, str) and _is_name(name) for name in names) else {}


def _is_name(text: str) -> bool:
    return text not in {"", ".", ".."} and "/" not in text and "\0" not in text


def _undo(folder: Path, kept: Mapping[str, str | None]) -> None:
    """Put back what was there; what was put back already has no second name any more."""
    for name, second in kept.items():
        if second is None:
            (folder / name).unlink(missing_ok=True)
        elif os.path.lexists(folder / second):
            (folder / second).rename(folder / name)


def _flush(folder: Path) -> None:
    """Have the names of a folder on the disk, and not only in memory."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
