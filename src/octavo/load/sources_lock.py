"""Load `bibliography/sources.lock`: which web sources are archived, where, and whether all is as it was.

The lock is TOML: `version = 1`, then a table per citekey. `octavo sources archive` writes it; builds
read it, and nothing else of it than files of the publication.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from octavo.diagnostics import Diagnostic, Outcome
from octavo.load.files import is_inside, read_file
from octavo.model import ArchivedCopy, Bibliography, Page, Snapshot, StoredFile
from octavo.source import SourceFile, Span

LOCK = "bibliography/sources.lock"
ARCHIVE = "bibliography/archive"
VERSION = 1
AGAIN = "run `octavo sources archive --again {key}`"

_TABLE = re.compile(r'^\[(?:"((?:[^"\\]|\\.)*)"|([\w-]+))\][ \t]*(?:#.*)?\r?$', re.MULTILINE)
_KEY = re.compile(r"^([\w-]+)[ \t]*=[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DATES = ("fetched", "archive_date")
_TOGETHER: tuple[tuple[str, ...], ...] = (
    ("fetched", "content_type", "page", "page_sha256"),
    ("text", "text_sha256"),
    ("archive_url", "archive_date"),
)
_NAMES = frozenset({"url", "etag", "last_modified"}.union(*_TOGETHER))


class LockFault(Exception):
    """A table of the lock says something that it may not say; `key` is the key at fault."""

    def __init__(self, message: str, key: str) -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True)
class _Table:
    """Where a table of the lock stands: its citekey, and its keys with their values."""

    span: Span
    keys: Mapping[str, Span] = field(default_factory=dict)


def load_snapshots(root: Path, bibliography: Bibliography) -> Outcome[dict[str, Snapshot]]:
    """Load the snapshots by citekey, with their texts; what is broken is left out and reported.

    A snapshot of another address than the entry now has is kept apart from what is printed: it is
    reported and left out, too.
    """
    path = root / LOCK
    if not path.exists() and not path.is_symlink():
        return Outcome({})
    read = read_file(path, root)
    if read.value is None:
        return Outcome({}, read.diagnostics)
    parsed = parse_lock(read.value)
    snapshots: dict[str, Snapshot] = {}
    diagnostics = list(parsed.diagnostics)
    for key, snapshot in parsed.value.items():
        stale = _find_stale(snapshot, bibliography)
        loaded = Outcome(snapshot, (stale,)) if stale else _load_content(snapshot, root)
        diagnostics += loaded.diagnostics
        if not stale:
            snapshots[key] = loaded.value
    return Outcome(snapshots, tuple(diagnostics))


def parse_lock(source: SourceFile) -> Outcome[dict[str, Snapshot]]:
    """Read the lock's tables; a broken table costs that table only."""
    try:
        tables = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Outcome({}, (_broken_lock(source, str(error)),))
    if tables.pop("version", VERSION) != VERSION:
        hint = "use the version of octavo that wrote it, or a later one"
        span = source.line_span(_line_of(source, "version"))
        return Outcome({}, (Diagnostic("L016", "the sources' lock has an unknown version", span, hint=hint),))
    places = dict(_iter_places(source))
    snapshots: dict[str, Snapshot] = {}
    diagnostics = []
    for key, table in tables.items():
        place = places.get(key, _Table(source.line_span(_line_of(source, key))))
        try:
            snapshots[key] = replace(_read_table(key, table), span=place.span)
        except LockFault as fault:
            span = place.keys.get(fault.key, place.span)
            hint = AGAIN.format(key=key)
            message = f"the sources' lock is broken at `{key}`: {fault}"
            diagnostics.append(Diagnostic("L016", message, span, hint=hint))
    return Outcome(snapshots, tuple(diagnostics))


def _read_table(key: str, table: Any) -> Snapshot:
    if not isinstance(table, dict):
        raise LockFault("it is no table", key)
    for name, value in table.items():
        _check_value(name, value)
    if "url" not in table:
        raise LockFault("`url` is missing", key)
    for names in _TOGETHER:
        given = [name for name in names if name in table]
        if given and len(given) < len(names):
            absent = next(name for name in names if name not in table)
            raise LockFault(f"`{given[0]}` stands without `{absent}`", given[0])
    if "page" not in table and "archive_url" not in table:
        raise LockFault("it has neither `page` nor `archive_url`", key)
    copy = ArchivedCopy(table["archive_url"], table["archive_date"]) if "archive_url" in table else None
    return Snapshot(key, table["url"], _read_page(table) if "page" in table else None, copy)


def _read_page(table: Mapping[str, Any]) -> Page:
    return Page(
        fetched=table["fetched"],
        content_type=table["content_type"],
        file=StoredFile(table["page"], table["page_sha256"]),
        text=StoredFile(table["text"], table["text_sha256"]) if "text" in table else None,
        etag=table.get("etag"),
        last_modified=table.get("last_modified"),
    )


def _check_value(name: str, value: object) -> None:
    if name not in _NAMES:
        raise LockFault(f"it has the unknown key `{name}`", name)
    if type(value) is not (date if name in _DATES else str):
        raise LockFault(f"`{name}` is not {'a date' if name in _DATES else 'a text'}", name)
    if name.endswith("sha256") and not _SHA256.fullmatch(str(value)):
        raise LockFault(f"`{name}` is not 64 hexadecimal digits", name)
    if name == "archive_url" and not re.fullmatch(r"https?://[^\s\"<>]+", str(value)):
        raise LockFault(f"`{name}` is not a web address", name)
    if name in {"page", "text"} and (
        ".." in str(value).split("/") or not str(value).startswith(f"{ARCHIVE}/")
    ):
        raise LockFault(f"`{name}` lies outside `{ARCHIVE}/`", name)


def _iter_places(source: SourceFile) -> Iterator[tuple[str, _Table]]:
    """Find the tables as they stand in the file, each with its keys."""
    found = list(_TABLE.finditer(source.text))
    ends = [*(match.start() for match in found[1:]), len(source.text)]
    for match, end in zip(found, ends, strict=False):
        group = 1 if match[1] is not None else 2
        keys = {pair[1]: source.span(*pair.span(2)) for pair in _KEY.finditer(source.text, match.end(), end)}
        name = tomllib.loads(f'key = "{match[1]}"')["key"] if group == 1 else match[2]
        yield name, _Table(source.span(*match.span(group)), keys)


def _broken_lock(source: SourceFile, reason: str) -> Diagnostic:
    place = _AT_LINE.search(reason)
    line = int(place[1]) if place and place[1] else source.text.count("\n") + (not source.text.endswith("\n"))
    why = _AT_LINE.sub("", reason)
    message = f"the sources' lock is broken: {why[:1].lower()}{why[1:]}"
    hint = "take the file back from Git, or remove it and run `octavo sources archive`"
    return Diagnostic("L016", message, source.line_span(line), hint=hint)


def _line_of(source: SourceFile, key: str) -> int:
    start = source.text.find(key)
    return source.position_at(max(start, 0)).line


def _find_stale(snapshot: Snapshot, bibliography: Bibliography) -> Diagnostic | None:
    """L019: the snapshot is not of the address that the entry has now."""
    key = snapshot.citekey
    entry = bibliography.entries.get(key)
    if key in bibliography.broken or (entry and entry.fields.get("url", "").strip() == snapshot.url):
        return None
    if entry is None:
        message = f"the sources' lock keeps `{key}`, which the bibliography does not have"
        hint = "run `octavo sources archive --prune`"
        return Diagnostic("L019", message, snapshot.span, hint=hint)
    message = f"`{key}` is archived from another address than its entry has now"
    return Diagnostic("L019", message, entry.place("url"), hint=f"run `octavo sources archive {key}`")


def _load_content(snapshot: Snapshot, root: Path) -> Outcome[Snapshot]:
    """Read the snapshot's text and see that its files are as they were stored."""
    page = snapshot.page
    stored = [page.file, *([page.text] if page.text else [])] if page else []
    found = [diagnostic for file in stored if (diagnostic := _verify_file(file, snapshot, root))]
    if found or page is None or page.text is None:
        return Outcome(snapshot, tuple(found))
    content = (root / page.text.path).read_bytes().decode("utf-8", "replace")
    return Outcome(replace(snapshot, content=content))


def _verify_file(stored: StoredFile, snapshot: Snapshot, root: Path) -> Diagnostic | None:
    """L017, L018: a file of a snapshot is not what was stored, or not there."""
    path = root / stored.path
    key = snapshot.citekey
    if not path.is_file() or not is_inside(path, root.resolve()):
        message = f"`{stored.path}`, a snapshot of `{key}`, is not there"
        hint = f"take the file back from Git, or {AGAIN.format(key=key)}"
        return Diagnostic("L018", message, snapshot.span, hint=hint)
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest == stored.sha256:
        return None
    message = f"`{stored.path}` is not what was archived of `{key}`: its SHA-256 differs"
    hint = f"take the file back from Git, or {AGAIN.format(key=key)}"
    return Diagnostic("L017", message, snapshot.span, hint=hint)
