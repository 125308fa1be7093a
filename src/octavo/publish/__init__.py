"""Stage publish: verified editions replace the old ones, all or none, and a manifest says what they are."""

from collections.abc import Sequence
from pathlib import Path

from octavo.diagnostics import Outcome
from octavo.model import Artifact, Document
from octavo.publish.lock import BuildHeld, build_lock
from octavo.publish.manifest import MANIFEST, as_json, make_manifest, measures
from octavo.publish.refusals import DISK_REFUSALS, unwritable
from octavo.publish.replacing import replace_together
from octavo.transforms.claim_record import claim_record

__all__ = ["DISK_REFUSALS", "BuildHeld", "build_lock", "publish_editions", "unwritable"]


def publish_editions(document: Document, artifacts: Sequence[Artifact]) -> Outcome[tuple[Path, ...]]:
    """Move the artifacts into `build/`, and write the manifest and the register of claims if there is one.

    All of these change together or none (`replacing`). Each artifact is read once, so that the manifest
    describes what is published.
    """
    folder = document.publication.root / "build"
    try:
        contents: dict[str, bytes | None] = {it.path.name: it.path.read_bytes() for it in artifacts}
        manifest = make_manifest(document, artifacts, folder)
        claims = claim_record(document)
        register = f"{document.publication.metadata.slug}.claims.json"
        contents[register] = as_json(claims) if claims else None
        if claims:
            manifest["claims"] = {
                "file": register,
                "claims": len(claims["claims"]),
                **measures(as_json(claims)),
            }
        contents[MANIFEST] = as_json(manifest)
        replace_together(folder, contents)
    except OSError as error:
        return Outcome((), (unwritable(folder.name, error),))
    return Outcome(tuple(folder / artifact.path.name for artifact in artifacts))
