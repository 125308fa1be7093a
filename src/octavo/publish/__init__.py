"""Stage publish: verified editions replace the old ones, all or nothing, and the manifest says what they are.

Each file is copied to a temporary name beside its place, flushed to the disk and renamed over the old
one (POSIX `rename` replaces atomically); the manifest comes last, so that it never speaks of a file
that is not there.
"""

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from octavo.diagnostics import Outcome
from octavo.model import Artifact, Document
from octavo.publish.lock import BuildHeld, build_lock
from octavo.publish.manifest import MANIFEST, as_json, make_manifest, measures
from octavo.publish.refusals import DISK_REFUSALS, unwritable
from octavo.transforms.claim_record import claim_record

__all__ = ["DISK_REFUSALS", "BuildHeld", "build_lock", "publish_editions", "unwritable"]


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
            manifest = make_manifest(document, artifacts, folder)
            claims = claim_record(document)
            if claims is not None:
                name, content = f"{document.publication.metadata.slug}.claims.json", as_json(claims)
                manifest["claims"] = {"file": name, "claims": len(claims["claims"]), **measures(content)}
                staged.append((_stage(content, folder, undo), folder / name))
            staged.append((_stage(as_json(manifest), folder, undo), folder / MANIFEST))
            for temporary, final in staged:
                temporary.replace(final)
        _flush_folder(folder)
    except OSError as error:
        return Outcome((), (unwritable(folder.name, error),))
    return Outcome(tuple(final for _, final in staged[: len(artifacts)]))


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
