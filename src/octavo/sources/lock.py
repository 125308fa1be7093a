"""Write `bibliography/sources.lock` and the files it speaks of, so that an end at any moment loses nothing.

The lock is canonical: tables in the order of citekeys, keys in one order, one to a line, so that Git shows
what changed and merges the rest.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from errno import EPERM
from json import dumps
from pathlib import Path

from octavo.diagnostics import Outcome
from octavo.load.files import is_inside, read_file
from octavo.load.sources_lock import ARCHIVE, LOCK, VERSION, parse_lock
from octavo.model import Snapshot, StoredFile
from octavo.sources.writing import replace_file

RESERVED = "version"
"""A name in the lock that no citekey can have."""
_HEAD = "# What web sources said when they were archived. Written by `octavo sources archive`."
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_FOLDER_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_DEVICE = re.compile(r"(?i)con|prn|aux|nul|(?:com|lpt)\d")
"""What Windows takes for a device."""
_ATTRIBUTES = "# Snapshots stay as they came, byte by byte: their SHA-256 are in sources.lock.\n* -text\n"


def lock_text(snapshots: Mapping[str, Snapshot]) -> str:
    """Return the lock as it is written (TOML 1.0)."""
    tables = ["\n".join(_table_lines(snapshots[key])) for key in sorted(snapshots)]
    return "\n\n".join([f"{_HEAD}\nversion = {VERSION}", *tables]) + "\n"


def _table_lines(snapshot: Snapshot) -> Iterator[str]:
    key = snapshot.citekey
    yield f"[{key if _BARE_KEY.fullmatch(key) else _quoted(key)}]"
    for name, value in _values(snapshot):
        yield f"{name} = {value.isoformat() if isinstance(value, date) else _quoted(value)}"


def _values(snapshot: Snapshot) -> Iterator[tuple[str, str | date]]:
    yield "url", snapshot.url
    page, copy = snapshot.page, snapshot.copy
    if page:
        yield "fetched", page.fetched
        yield "content_type", page.content_type
        yield "page", page.file.path
        yield "page_sha256", page.file.sha256
        if page.text:
            yield "text", page.text.path
            yield "text_sha256", page.text.sha256
        if page.etag is not None:
            yield "etag", page.etag
        if page.last_modified is not None:
            yield "last_modified", page.last_modified
    if copy:
        yield "archive_url", copy.url
        yield "archive_date", copy.day


def _quoted(text: str) -> str:
    """Write a text as a basic string; TOML knows all escapes of JSON's writer but lets no DEL pass."""
    return dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def read_lock(root: Path) -> Outcome[dict[str, Snapshot]]:
    """Read the whole lock, without texts; nothing is in it where there is none."""
    if not (root / LOCK).exists():
        return Outcome({})
    read = read_file(root / LOCK, root)
    if read.value is None:
        return Outcome({}, read.diagnostics)
    return parse_lock(read.value)


def write_lock(root: Path, snapshots: Mapping[str, Snapshot]) -> None:
    """Replace the lock at once, after it is on the disk. Raises OSError."""
    replace_file(root / LOCK, lock_text(snapshots).encode())


def store_file(root: Path, citekey: str, name: str, content: bytes) -> StoredFile:
    """Keep one file of a snapshot. Raises OSError, too where a link would have it kept elsewhere."""
    folder = root / ARCHIVE
    path = f"{ARCHIVE}/{_folder_among(folder, citekey)}/{name}"
    if not is_inside((root / path).parent, root.resolve()):
        raise OSError(EPERM, "a link leads out of the publication", path)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / ".gitattributes").exists():
        replace_file(folder / ".gitattributes", _ATTRIBUTES.encode())
    (root / path).parent.mkdir(exist_ok=True)
    replace_file(root / path, content)
    return StoredFile(path, hashlib.sha256(content).hexdigest())


def _folder_among(folder: Path, citekey: str) -> str:
    """Return a name that differs from the others in the folder in more than its capitals."""
    name = folder_name(citekey)
    others = {other.name for other in folder.iterdir()} - {name} if folder.is_dir() else set()
    is_taken = name.casefold() in {other.casefold() for other in others}
    return _marked_name(citekey) if is_taken else name


def folder_name(citekey: str) -> str:
    """Return a name that any file system takes: the citekey, else what is left of it and a mark of it all."""
    if _FOLDER_NAME.fullmatch(citekey) and len(citekey) <= 100 and not _DEVICE.fullmatch(citekey):
        return citekey
    return _marked_name(citekey)


def _marked_name(citekey: str) -> str:
    mark = hashlib.sha256(citekey.encode()).hexdigest()[:8]
    bare = re.sub(r"[^A-Za-z0-9]+", "-", citekey).strip("-")[:80]
    return f"{bare}-{mark}" if bare else mark


def remove_snapshot(root: Path, snapshot: Snapshot) -> None:
    """Remove the files of a snapshot, and its folder when nothing else is in it. Raises OSError.

    What a link has kept outside of the publication is not ours to remove.
    """
    page = snapshot.page
    for stored in (page.file, page.text) if page else ():
        if stored and is_inside((root / stored.path).parent, root.resolve()):
            path = root / stored.path
            path.unlink(missing_ok=True)
            if path.parent.is_dir() and not any(path.parent.iterdir()):
                path.parent.rmdir()
