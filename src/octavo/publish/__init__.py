"""Stage publish: verified editions replace the old ones, all or none, and a manifest says what they are."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from octavo.diagnostics import Outcome
from octavo.model import Artifact, Document
from octavo.publish.comparison import Comparison, Manifest, as_recorded, compare, recorded_formats
from octavo.publish.inputs import State, changed_inputs, measures, states
from octavo.publish.lock import WORK, BuildFolder, BuildHeld, BuildObstructed, build_lock, settle_build
from octavo.publish.manifest import MANIFEST, Libraries, as_json, make_manifest, with_earlier_editions
from octavo.publish.reading import read_manifest
from octavo.publish.refusals import (
    REFUSALS,
    build_gone,
    in_the_way,
    no_scratch,
    refusal,
    unsettled,
    unwritable,
)
from octavo.publish.replacing import replace_together
from octavo.transforms.claim_record import claim_record

__all__ = [
    "REFUSALS",
    "WORK",
    "BuildFolder",
    "BuildHeld",
    "BuildObstructed",
    "Comparison",
    "Manifest",
    "as_recorded",
    "build_gone",
    "build_lock",
    "compare_editions",
    "no_scratch",
    "publish_editions",
    "read_manifest",
    "recorded_formats",
    "refusal",
    "settle_build",
    "states",
    "unsettled",
]
_NOTHING: Mapping[str, Any] = {}


def publish_editions(
    document: Document,
    artifacts: Sequence[Artifact],
    libraries: Libraries = _NOTHING,
    before: Mapping[str, State] = _NOTHING,
) -> Outcome[tuple[Path, ...]]:
    """Move the artifacts into `build/`, and write the manifest and the register of claims if there is one.

    All of these change together or none (`replacing`). Each artifact is read once, so that the manifest
    describes what is published. `before` are the states of the inputs when the run began: when one has
    changed since, nothing is published.
    """
    folder = document.publication.root / "build"
    try:
        contents: dict[str, bytes | None] = {it.path.name: it.path.read_bytes() for it in artifacts}
        described = _describe(document, artifacts, libraries, before)
        if described.value is None:
            return Outcome((), described.diagnostics)
        manifest = with_earlier_editions(described.value, folder)
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
    except IsADirectoryError as error:
        return Outcome((), (in_the_way(str(error.filename)),))
    except OSError as error:
        return Outcome((), (unwritable(folder.name, error),))
    return Outcome(tuple(folder / artifact.path.name for artifact in artifacts))


def compare_editions(
    document: Document,
    artifacts: Sequence[Artifact],
    recorded: Manifest,
    libraries: Libraries = _NOTHING,
    before: Mapping[str, State] = _NOTHING,
) -> Outcome[Comparison | None]:
    """Compare the artifacts with a manifest, and leave what is published alone."""
    described = _describe(document, artifacts, libraries, before)
    if described.value is None:
        return Outcome(None, described.diagnostics)
    comparison = compare(recorded, described.value)
    return Outcome(comparison, comparison.diagnostics)


def _describe(
    document: Document, artifacts: Sequence[Artifact], libraries: Libraries, before: Mapping[str, State]
) -> Outcome[dict[str, Any] | None]:
    """Make the manifest from inputs that were what they are when the run began, and still are."""
    changed = changed_inputs(document, before)
    manifest = None if changed else make_manifest(document, artifacts, libraries)
    changed = changed or changed_inputs(document, before)
    return Outcome(None, changed) if changed else Outcome(manifest)
