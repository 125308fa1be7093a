"""What the names of files and folders must not be."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from octavo.diagnostics import Diagnostic
from octavo.load.files import MANUSCRIPT, TEMPLATES, Listing

_FOLDERS = ("bibliography", TEMPLATES, f"{MANUSCRIPT}/data")
_NO_TEXT = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Kinds of characters that no line of a report can show: controls, bytes that are no text, line ends."""


def name_findings(root: Path, listing: Listing) -> tuple[Diagnostic, ...]:
    """Judge the names under `manuscript/`, and whether the other folders are folders."""
    return (
        *_no_folders(root),
        *_named_as_chapters(listing),
        *_unspeakable(listing),
        *_clashes(listing.names),
    )


def _no_folders(root: Path) -> Iterator[Diagnostic]:
    """L031: a file has the name of one of the publication's folders."""
    for name in _FOLDERS:
        path = root / name
        if path.exists() and not path.is_dir():
            hint = "give it another name; octavo looks into the folder of this name"
            yield Diagnostic("L031", f"`{name}` is a file, and no folder", hint=hint, file=name)


def _named_as_chapters(listing: Listing) -> Iterator[Diagnostic]:
    """L030: a folder has the name of a chapter."""
    for name in sorted(listing.folders):
        hint = "give the folder a name without `.md`, or put the chapter's file in its place"
        yield Diagnostic("L030", f"`{name}` is a folder, and no chapter", hint=hint, file=name)


def _unspeakable(listing: Listing) -> Iterator[Diagnostic]:
    """L033: a name has characters that cannot be shown."""
    for name in sorted(listing.names):
        if any(unicodedata.category(char) in _NO_TEXT for char in name):
            shown = name.encode("unicode_escape").decode("ascii")
            hint = "rename it with letters, digits, hyphens and underlines"
            message = f"the name `{shown}` has characters that cannot be shown"
            yield Diagnostic("L033", message, hint=hint, file=MANUSCRIPT)


def _clashes(names: Iterable[str]) -> Iterator[Diagnostic]:
    """L032: names that differ only in case, or in how their accents are written."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        alike[unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())].append(name)
    for first, *others in alike.values():
        for other in others:
            hint = "rename one of them, and what names it"
            message = f"`{first}` and `{other}` are one file on macOS and Windows"
            yield Diagnostic("L032", message, hint=hint, file=other)
