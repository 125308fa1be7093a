"""Read a manifest that octavo wrote, here or elsewhere; what is none is told with its place."""

import json
import os
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from octavo.diagnostics import Diagnostic, Outcome
from octavo.model import FORMATS
from octavo.publish.manifest import FORM
from octavo.source import SourceFile, Span

_LARGEST = 20_000_000
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HINT = "give the `manifest.json` that octavo wrote beside the editions"


class _Fault(Exception):
    """The manifest says something that it may not say; `key` is where."""

    def __init__(self, message: str, key: str) -> None:
        super().__init__(message)
        self.key = key


def read_manifest(path: Path, root: Path) -> Outcome[Mapping[str, Any] | None]:
    """Read a manifest; None when it cannot be read, is none, or is of a form that is not known (B005)."""
    name = _shown(path, root)
    try:
        if path.stat().st_size > _LARGEST:
            return _refused(f"`{name}` is larger than any manifest", None, name)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return _refused(f"`{name}` cannot be read: {(error.strerror or 'unknown cause').lower()}", None, name)
    except UnicodeDecodeError:
        return _refused(f"`{name}` is not UTF-8", None, name)
    return _parsed(SourceFile(name, text))


def _shown(path: Path, root: Path) -> str:
    """Name the manifest as other files are named when it lies in the publication, else as it was given."""
    relative = Path(os.path.relpath(path, root)).as_posix()
    return path.as_posix() if relative.startswith("../") else relative


def _parsed(source: SourceFile) -> Outcome[Mapping[str, Any] | None]:
    try:
        value = json.loads(source.text)
    except json.JSONDecodeError as error:
        place = source.span(error.pos, min(error.pos + 1, len(source.text)))
        reason = error.msg[:1].lower() + error.msg[1:]
        return _refused(f"the manifest is broken: {reason}", place, source.path)
    except (RecursionError, ValueError):
        return _refused("the manifest is broken: it goes too deep", None, source.path)
    if not isinstance(value, dict) or "manifest" not in value:
        return _refused("it is no manifest, or that of an octavo which recorded no inputs", None, source.path)
    if value["manifest"] != FORM or isinstance(value["manifest"], bool):
        message = f"the manifest has the unknown form {json.dumps(value['manifest'])[:40]}"
        span = _place(source, "manifest")
        hint = "use the version of octavo that wrote it, or a later one"
        return Outcome(None, (Diagnostic("B005", message, span, hint=hint),))
    try:
        _check(value)
    except _Fault as fault:
        return _refused(f"the manifest is broken: {fault}", _place(source, fault.key), source.path)
    return Outcome(value)


def _check(manifest: Mapping[str, Any]) -> None:
    for key, check in _CHECKS.items():
        if key not in manifest:
            raise _Fault(f"`{key}` is missing", "manifest")
        check(key, manifest[key])


def _refused(message: str, span: Span | None, name: str) -> Outcome[Mapping[str, Any] | None]:
    file = None if span else name
    return Outcome(None, (Diagnostic("B005", message, span, hint=_HINT, file=file),))


def _place(source: SourceFile, key: str) -> Span | None:
    found = re.search(rf"{re.escape(json.dumps(key, ensure_ascii=False))}\s*:", source.text)
    return source.span(found.start(), found.end() - 1) if found else None


def _text(key: str, value: object) -> None:
    if not isinstance(value, str):
        raise _Fault(f"`{key}` is not a text", key)


def _day(key: str, value: object) -> None:
    _text(key, value)
    try:
        date.fromisoformat(str(value))
    except ValueError:
        raise _Fault(f"`{key}` is not a date", key) from None


def _text_or_nothing(key: str, value: object) -> None:
    if value is not None:
        _text(key, value)


def _list(key: str, value: object) -> None:
    if not isinstance(value, list):
        raise _Fault(f"`{key}` is not a list", key)


def _checksum(key: str, value: object) -> None:
    if not isinstance(value, str) or not _SHA256.fullmatch(value):
        raise _Fault(f"`{key}` is not 64 hexadecimal digits", key)


def _each(check: Callable[[str, object], None]) -> Callable[[str, object], None]:
    """Make the check of an object whose values are all alike."""

    def check_all(key: str, value: object) -> None:
        if not isinstance(value, dict):
            raise _Fault(f"`{key}` is not an object", key)
        for name, item in value.items():
            check(name, item)

    return check_all


def _measured(key: str, value: object) -> None:
    if not isinstance(value, dict):
        raise _Fault(f"`{key}` is not an object", key)
    _checksum(key, value.get("sha256"))


def _edition(key: str, value: object) -> None:
    _measured(key, value)
    if not isinstance(value, dict) or value.get("format") not in FORMATS:
        raise _Fault(f"`{key}` has no `format` that octavo knows", key)
    if type(value.get("size")) is not int:
        raise _Fault(f"`{key}` has no `size`", key)


def _style(key: str, value: object) -> None:
    if value is not None:
        _measured(key, value)


_CHECKS: Mapping[str, Callable[[str, object], None]] = {
    "date": _day,
    "date_from": _text,
    "moment": _text,
    "commit": _text_or_nothing,
    "uncommitted": _list,
    "editions": _each(_edition),
    "made_from": _checksum,
    "inputs": _each(_measured),
    "style": _style,
    "typefaces": _each(_checksum),
    "code": _checksum,
    "tools": _each(_text_or_nothing),
    "packages": _each(_text),
}
