"""The manifest: what each edition in `build/` is, and all that it was made from and with.

docs/reproducibility.md describes its shape. Nothing in it comes from a clock, and nothing names the
machine's folders or users: the same build has the same manifest everywhere.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from octavo.model import Artifact, Document
from octavo.publish.inputs import installed_fonts, measures, read_inputs, style_origin
from octavo.publish.tools import code_digest, digest_of, lock_digest, package_versions, tool_versions

MANIFEST = "manifest.json"
FORM = 1
"""The number of the manifest's shape; it changes when a name of it gets another meaning, or goes."""

Libraries = Mapping[str, str | None]
"""The versions of the C libraries that the layout engine has loaded, None for one that it lacks."""


def make_manifest(document: Document, artifacts: Sequence[Artifact], libraries: Libraries) -> dict[str, Any]:
    """Describe this build and its editions. Raises OSError when a file cannot be read any more."""
    publication = document.publication
    origin = made_from(document, libraries)
    digest = digest_of({**origin, "commit": publication.commit})
    formats = {it.format for it in artifacts}
    editions = {it.path.name: _described(it, document, digest, formats) for it in artifacts}
    return {
        "manifest": FORM,
        "title": publication.metadata.title,
        **{key: origin.pop(key) for key in ("date", "date_from", "moment")},
        "commit": publication.revision or publication.commit,
        "uncommitted": list(publication.uncommitted),
        "editions": dict(sorted(editions.items())),
        "made_from": digest,
        **origin,
        "lock": lock_digest(publication.root),
    }


def made_from(document: Document, libraries: Libraries) -> dict[str, Any]:
    """Tell all that decides the bytes of the editions, but for the commit that they print."""
    publication = document.publication
    return {
        "date": publication.edition_date.isoformat(),
        "date_from": publication.date_origin,
        "moment": publication.moment_text,
        "inputs": read_inputs(document),
        "style": style_origin(publication),
        "typefaces": installed_fonts(publication),
        "code": code_digest(),
        "tools": tool_versions(libraries),
        "packages": package_versions(),
    }


def with_earlier_editions(manifest: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Add editions of an earlier build that are still in the folder, as its manifest describes them."""
    editions = {**_earlier_editions(folder), **manifest["editions"]}
    return {**manifest, "editions": dict(sorted(editions.items()))}


def as_json(value: Mapping[str, Any]) -> bytes:
    """Write a value as JSON that people can read and Git can compare."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def _described(
    artifact: Artifact, document: Document, origin: str, formats: Collection[str]
) -> dict[str, Any]:
    """Describe an edition. An EPUB that is made beside a PDF marks where that one's pages begin."""
    marks = {"has_page_marks": "pdf" in formats} if artifact.format == "epub" else {}
    return {
        "format": artifact.format,
        **measures(artifact.path.read_bytes()),
        "pages": artifact.pages,
        "notes": len(document.notes),
        **marks,
        "made_from": origin,
    }


def _earlier_editions(folder: Path) -> dict[str, Mapping[str, Any]]:
    try:
        earlier = json.loads((folder / MANIFEST).read_bytes())["editions"].items()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return {name: edition for name, edition in earlier if (folder / name).is_file()}
