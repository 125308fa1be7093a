"""Load the copies of images on the web that a publication allows itself to show.

They lie in `manuscript/remote-images/`, each with a table in `images.lock` (TOML: `version = 1`, then a
table per address). `octavo sources fetch-images` writes both; builds read them and ask nobody.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from json import dumps
from pathlib import Path
from typing import Any

from octavo.diagnostics import Diagnostic, Outcome
from octavo.load.files import is_inside, read_file
from octavo.model import Allowance, Chapter, RemoteImage, StoredFile
from octavo.source import SourceFile, Span

IMAGES = "manuscript/remote-images"
LOCK = f"{IMAGES}/images.lock"
VERSION = 1
SUFFIXES = (".png", ".jpg", ".gif", ".webp", ".svg")
FETCH = "octavo sources fetch-images"

_REMOVE_TABLE = f"take the file back from Git, or remove what stands under this address and run `{FETCH}`"
_KEYS = ("file", "sha256", "fetched")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(rf"{IMAGES}/[A-Za-z0-9][A-Za-z0-9._-]*")
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

Copies = dict[tuple[str, str], str]


def load_remote_images(
    root: Path, allowances: Iterable[Allowance], chapters: Iterable[Chapter]
) -> Outcome[Copies]:
    """Return the paths of the copies by the chapter and the address that may be shown there.

    A copy that is not there (L021), or is not what was fetched (L022), is left out.
    """
    known = {chapter.source.path for chapter in chapters}
    wanted = [it for it in allowances if it.kind == "remote-image" and it.at in known]
    if not wanted:
        return Outcome({})
    lock = read_images_lock(root)
    copies: Copies = {}
    found = list(lock.diagnostics)
    for allowance in wanted:
        image = lock.value.get(allowance.name)
        fault = _fault(allowance, image, root)
        if image and not fault:
            copies[allowance.at, allowance.name] = image.file.path
        elif fault and (image or not lock.diagnostics):
            found.append(fault)
    return Outcome(copies, tuple(found))


def read_images_lock(root: Path) -> Outcome[dict[str, RemoteImage]]:
    """Read `images.lock`, by addresses; where there is none, nothing is in it."""
    path = root / LOCK
    if not path.exists() and not path.is_symlink():
        return Outcome({})
    read = read_file(path, root)
    return parse_images_lock(read.value) if read.value else Outcome({}, read.diagnostics)


def parse_images_lock(source: SourceFile) -> Outcome[dict[str, RemoteImage]]:
    """Read the lock's tables; a broken one (L023) costs that table only."""
    try:
        tables = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Outcome({}, (_broken(source, error),))
    if tables.pop("version", VERSION) != VERSION:
        hint = "use the version of octavo that wrote it, or a later one"
        span = _place(source, "version")
        return Outcome({}, (Diagnostic("L023", "the images' lock has an unknown version", span, hint=hint),))
    images: dict[str, RemoteImage] = {}
    found: list[Diagnostic] = []
    for address, table in tables.items():
        faults = [f"the images' lock is broken at `{address}`: {told}" for told in _faults(table)]
        if faults:
            span = _place(source, dumps(address, ensure_ascii=False))
            found.append(Diagnostic("L023", faults[0], span, hint=_REMOVE_TABLE))
        else:
            stored = StoredFile(table["file"], table["sha256"])
            images[address] = RemoteImage(address, stored, table["fetched"])
    return Outcome(images, tuple(found))


def is_whole(stored: StoredFile, root: Path) -> bool | None:
    """Tell whether a copy is what was fetched; None when there is none in the publication."""
    path = root / stored.path
    if not path.is_file() or not is_inside(path, root.resolve()):
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == stored.sha256


def _fault(allowance: Allowance, image: RemoteImage | None, root: Path) -> Diagnostic | None:
    if image is None:
        message = f"there is no copy of `{allowance.name}` in the publication"
        return Diagnostic("L021", message, allowance.span, hint=f"run `{FETCH}`; builds fetch nothing")
    whole = is_whole(image.file, root)
    if whole is None:
        message = f"`{image.file.path}`, the copy of `{allowance.name}`, is not there"
        hint = f"take the file back from Git, or run `{FETCH}`"
        return Diagnostic("L021", message, allowance.span, hint=hint)
    if not whole:
        message = f"`{image.file.path}` is not what was fetched from `{allowance.name}`: its SHA-256 differs"
        hint = f"take the file back from Git, or run `{FETCH}`"
        return Diagnostic("L022", message, allowance.span, hint=hint)
    return None


def _faults(table: Any) -> Iterator[str]:
    if not isinstance(table, Mapping):
        yield "it is no table"
        return
    yield from (f"it has the unknown key `{key}`" for key in table if key not in _KEYS)
    yield from (f"`{key}` is missing" for key in _KEYS if key not in table)
    file, digest = table.get("file", ""), table.get("sha256", "")
    if not isinstance(file, str) or not _NAME.fullmatch(file) or not file.endswith(SUFFIXES):
        yield f"`file` is no image in `{IMAGES}/`"
    if not isinstance(digest, str) or not _SHA256.fullmatch(digest):
        yield "`sha256` is not 64 hexadecimal digits"
    if type(table.get("fetched")) is not date:
        yield "`fetched` is not a date"


def _place(source: SourceFile, words: str) -> Span:
    start = source.text.find(words)
    return source.span(start, start + len(words)) if start >= 0 else source.line_span(1)


def _broken(source: SourceFile, error: Exception) -> Diagnostic:
    place = _AT_LINE.search(str(error))
    line = int(place[1]) if place and place[1] else source.text.count("\n") + (not source.text.endswith("\n"))
    why = _AT_LINE.sub("", str(error))
    message = f"the images' lock is broken: {why[:1].lower()}{why[1:]}"
    hint = f"take the file back from Git, or remove it and run `{FETCH}`"
    return Diagnostic("L023", message, source.line_span(line), hint=hint)
