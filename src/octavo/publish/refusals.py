"""What is said when a build cannot begin, or the disk refuses."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from octavo.diagnostics import Diagnostic
from octavo.pandoc import PandocMissing
from octavo.publish.lock import BUILD, BuildHeld, BuildObstructed
from octavo.scratch import NoScratch

REFUSALS = (BuildHeld, BuildObstructed, NoScratch, PandocMissing, OSError)
"""What can keep a run from beginning or going on, and is not of octavo's making."""

DISK_REFUSALS = frozenset(
    {
        errno.EACCES,
        errno.EPERM,
        errno.EROFS,
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EFBIG,
        errno.EIO,
        errno.EISDIR,
        errno.EINTR,
        errno.ENAMETOOLONG,
        errno.ENOLCK,
        errno.EMFILE,
        errno.ENFILE,
    }
)
"""The errors by which a system says that it is full, broken or somebody else's; any other is a bug."""

_UNTOUCHED = "the editions that were there are untouched"


def unwritable(name: str, error: OSError) -> Diagnostic:
    """Say that the disk refused, and what the user can do."""
    return Diagnostic(
        "B001",
        f"cannot write into `{name}/`: {_reason(error)}",
        hint=f"make room on the disk, or make the folder yours; {_UNTOUCHED}",
        file=name,
    )


def _unwritable_build(error: OSError) -> Diagnostic:
    return unwritable(BUILD, error)


def refusal(
    error: Exception, root: Path, otherwise: Callable[[OSError], Diagnostic] = _unwritable_build
) -> Diagnostic:
    """Say what kept a run from going on, one of `REFUSALS`; `otherwise` tells of a disk that takes nothing.

    Raises the error again when it is a bug.
    """
    if isinstance(error, BuildHeld):
        return build_held()
    if isinstance(error, BuildObstructed):
        return obstructed(error)
    if isinstance(error, NoScratch):
        return no_scratch(error.reason)
    if isinstance(error, PandocMissing):
        return _no_pandoc(error)
    if not isinstance(error, OSError):
        raise error
    name = _own_file(error, root)
    if name and isinstance(error, FileNotFoundError):
        return _taken_away(name)
    if error.errno not in DISK_REFUSALS:
        raise error
    return _unreadable(name, error) if name else otherwise(error)


def _own_file(error: OSError, root: Path) -> str | None:
    """Return the file of the publication that an error is about; None for all others and `build/`."""
    path = Path(os.fsdecode(error.filename)).absolute() if error.filename else None
    base = root.absolute()
    if path is None or not path.is_relative_to(base) or path.is_relative_to(base / BUILD):
        return None
    return path.relative_to(base).as_posix()


def _taken_away(name: str) -> Diagnostic:
    hint = f"build again when nothing changes the files any more; {_UNTOUCHED}"
    return Diagnostic("B004", f"`{name}` was taken away while octavo worked", hint=hint, file=name)


def _unreadable(name: str, error: OSError) -> Diagnostic:
    message = f"`{name}` cannot be read: {_reason(error).lower()}"
    return Diagnostic("L015", message, hint="make it a readable file", file=name)


def obstructed(error: BuildObstructed) -> Diagnostic:
    """Say what is in the way."""
    hint = f"{error.cure}, then build again; {_UNTOUCHED}"
    return Diagnostic("B011", f"`{error.name}` is {error.what}", hint=hint, file=error.name)


def in_the_way(name: str) -> Diagnostic:
    """Say that an edition's name is taken by a folder."""
    return obstructed(BuildObstructed(f"{BUILD}/{name}", "a folder"))


def build_held() -> Diagnostic:
    """Say that another build is under way."""
    hint = "wait for it to end, then build again"
    return Diagnostic("B002", "another build of this publication is under way", hint=hint)


def build_gone() -> Diagnostic:
    """Say that somebody cleared away what was being written."""
    hint = "build again, and clean up when no build is under way"
    return Diagnostic("B013", f"`{BUILD}/` was taken away while octavo worked in it", hint=hint, file=BUILD)


def unsettled() -> tuple[Diagnostic]:
    """Tell that an earlier build was stopped in the midst of publishing."""
    message = "an earlier build was stopped while it replaced the editions; the earlier ones were put back"
    return (Diagnostic("B010", message, hint="build again to have the new ones", file=BUILD),)


def no_scratch(error: OSError) -> Diagnostic:
    """Say that there is no place for temporary files."""
    place = tempfile.tempdir or os.environ.get("TMPDIR") or "/tmp"  # noqa: S108  # it is only named
    return Diagnostic(
        "B012",
        f"cannot write temporary files into `{place}`: {_reason(error)}",
        hint="make room there, or set `TMPDIR` to a folder that you may write into",
    )


def _no_pandoc(error: PandocMissing) -> Diagnostic:
    hint = "install octavo's packages again: Pandoc comes with `pypandoc_binary`"
    return Diagnostic("B014", f"Pandoc cannot be started: {error}", hint=hint)


def _reason(error: OSError) -> str:
    """Give a system's words for an error, without the paths of this machine."""
    return os.strerror(error.errno) if error.errno else str(error)
