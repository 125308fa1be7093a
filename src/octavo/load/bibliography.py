"""The only door to bibtexparser: `bibliography/*.bib` as entries that know their place.

A broken entry costs that entry only (bibtexparser goes on at the next `@`); its field values stay as
they are written, without their outer braces: nothing is decoded here.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from bibtexparser.exceptions import ParserStateException
from bibtexparser.model import (
    Block,
    ExplicitComment,
    ImplicitComment,
    ParsingFailedBlock,
    Preamble,
    String,
)
from bibtexparser.model import Entry as ParsedEntry
from bibtexparser.splitter import Splitter

from octavo.diagnostics import Diagnostic, Outcome, Related
from octavo.load import bibtex
from octavo.load.files import read_file
from octavo.model import Bibliography, Entry
from octavo.source import Position, SourceFile, Span

FOLDER = "bibliography"
_LONGEST_STRING = 100_000
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())


@dataclass
class Shelf:
    """What was read so far, over all files."""

    entries: dict[str, Entry] = field(default_factory=dict)
    strings: dict[str, str] = field(default_factory=dict)
    string_blocks: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def load_bibliography(root: Path) -> Outcome[Bibliography]:
    """Load all `.bib` files in path order; none at all is fine."""
    shelf = Shelf()
    for path in bibliography_paths(root):
        read = read_file(path, root)
        shelf.diagnostics += read.diagnostics
        if read.value is not None:
            read_entries(read.value, shelf)
    bibliography = Bibliography(shelf.entries, tuple(shelf.string_blocks), frozenset(shelf.broken))
    return Outcome(bibliography, tuple(shelf.diagnostics))


def bibliography_paths(root: Path) -> list[Path]:
    """Find the publication's `.bib` files, in the order in which they are read."""
    return sorted((root / FOLDER).glob("*.bib"))


def read_entries(source: SourceFile, shelf: Shelf) -> None:
    """Read one file onto the shelf; the first of two entries with one citekey stays."""
    cursor = 0
    last_entry: Entry | None = None
    for block in _iter_blocks(source, shelf):
        raw = (block.raw or "").rstrip()
        start = _place_of(block, raw, source, cursor)
        cursor = start + (1 if type(block) is ParsingFailedBlock else len(raw))
        if isinstance(block, ImplicitComment):
            _report_early_end(source, start, last_entry, shelf)
            last_entry = None
        elif isinstance(block, String):
            _read_string(block, source.span(start, start + len(raw)), shelf)
            last_entry = None
        elif not isinstance(block, (ExplicitComment, Preamble)):
            last_entry = _read_entry(block, source, start, shelf)


def _place_of(block: Block, raw: str, source: SourceFile, cursor: int) -> int:
    """Find where a block stands: on its line or below it, and behind the last one, unless that was broken."""
    earliest = source.offset_at(Position((block.start_line or 0) + 1, 1))
    start = source.text.find(raw, max(earliest, cursor))
    return start if start >= 0 else max(source.text.find(raw, earliest), 0)


def _read_string(block: String, span: Span, shelf: Shelf) -> None:
    """Read a `@string`; one that doubles others over and over would fill the memory."""
    value = bibtex.bare_value(block.value, shelf.strings)
    if len(value) > _LONGEST_STRING:
        message = f"the `@string` `{block.key}` comes to more than {_LONGEST_STRING:,} characters"
        shelf.diagnostics.append(Diagnostic("L008", message, span, hint="join fewer others in it"))
        return
    shelf.strings[block.key.lower()] = value
    shelf.string_blocks.append(span.text)


def _iter_blocks(source: SourceFile, shelf: Shelf) -> Iterator[Block]:
    try:
        yield from Splitter(source.text).split().blocks
    except ParserStateException:
        message = f"`{source.path}` has quotes and braces that cross each other"
        hint = "write values in braces only: `title = {…}`"
        shelf.diagnostics.append(Diagnostic("L008", message, hint=hint, file=source.path))


def _read_entry(block: Block, source: SourceFile, start: int, shelf: Shelf) -> Entry | None:
    """Read one entry onto the shelf; None when it is broken."""
    raw = (block.raw or "").rstrip()
    key_start, key_end = bibtex.find_key(raw)
    key = raw[key_start:key_end]
    place = source.span(start + (key_start if key else 0), start + key_end)
    parsed = getattr(block, "ignore_error_block", block)
    fault = _find_fault(block, parsed, key)
    if fault or not isinstance(parsed, ParsedEntry):
        message, hint = fault or bibtex.explain_failure("")
        subject = f"entry `{key}`" if key else "an entry"
        shelf.broken.add(key)
        shelf.diagnostics.append(Diagnostic("L008", f"{subject} {message}", place, hint=hint))
        return None
    fields: dict[str, str] = {}
    twice: dict[str, None] = {}
    for item in parsed.fields:
        name = item.key.lower()
        if name in fields:
            twice[name] = None
        else:
            fields[name] = bibtex.bare_value(str(item.value), shelf.strings)
    shelf.diagnostics += [_duplicate_field(key, name, raw, source, start) for name in twice]
    span = source.span(start, start + len(raw))
    places = {
        name: source.span(start + begin, start + end)
        for name, (begin, end) in bibtex.value_places(raw, fields).items()
    }
    kind = parsed.entry_type.lower()
    entry = Entry(key, kind, fields, raw=raw, span=span, key_span=place, field_spans=places)
    _shelve(entry, shelf)
    return entry


def _find_fault(block: Block, parsed: Block, key: str) -> tuple[str, str] | None:
    """Say what is wrong with an entry, and what to do about it."""
    if not isinstance(parsed, ParsedEntry):
        return bibtex.explain_failure(str(getattr(getattr(block, "error", None), "abort_reason", "")))
    if not bibtex.is_key(key):
        what = "has a citekey that chapters cannot cite" if key else "has no citekey"
        return what, "use letters, digits and single `_`, `-`, `:` or `.` between them"
    for item in parsed.fields:
        if not bibtex.is_value(str(item.value)):
            return f"has no comma after its field `{item.key}`", "write `name = {value},` for each field"
    return None


def _shelve(entry: Entry, shelf: Shelf) -> None:
    first = shelf.entries.setdefault(entry.citekey, entry)
    if first is not entry:
        duplicate = Diagnostic(
            "L009",
            f"citekey `{entry.citekey}` is used by two entries",
            entry.key_span,
            hint="remove one of the entries, or give one another citekey and cite it by that",
            related=(Related("first used here", first.key_span),),
        )
        shelf.diagnostics.append(duplicate)


def _duplicate_field(key: str, name: str, raw: str, source: SourceFile, start: int) -> Diagnostic:
    found = islice(bibtex.iter_field_names(raw, name), 2)
    places = [source.span(start + match.start(), start + match.end()) for match in found]
    related = (Related("first given here", places[0]),) if len(places) > 1 else ()
    span = places[1] if len(places) > 1 else source.span(start, start + len(raw))
    message = f"entry `{key}` has the field `{name}` twice"
    return Diagnostic("L008", message, span, hint="keep one of the two", related=related)


def _report_early_end(source: SourceFile, start: int, last_entry: Entry | None, shelf: Shelf) -> None:
    """Report text right after an entry that looks like the rest of it."""
    if last_entry is None or not re.match(r"[,}]|[A-Za-z_-]+\s*=", source.text[start:]):
        return
    end = last_entry.span.end
    shelf.entries.pop(last_entry.citekey, None)
    shelf.broken.add(last_entry.citekey)
    message = f"entry `{last_entry.citekey}` ends here, before its last fields"
    hint = "remove the closing brace that is one too many"
    shelf.diagnostics.append(Diagnostic("L008", message, source.span(end - 1, end), hint=hint))
