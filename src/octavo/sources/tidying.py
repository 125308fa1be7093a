"""Tidy `.bib` files: entries laid out alike, and everything else as it stands.

Comments, `@string` blocks, the order of entries, unknown fields and line ends stay. A file that cannot
be read whole is not touched, nor is an entry that BibTeX programs would read in different ways.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from octavo.diagnostics import Diagnostic, Outcome, has_errors
from octavo.load.bibliography import FOLDER, Shelf, read_entries
from octavo.load.files import read_file
from octavo.model import Entry
from octavo.source import SourceFile
from octavo.sources.entry_text import EntryText, take_apart
from octavo.sources.layout import lay_out

_LINE_END = re.compile(r"\r?\n")


@dataclass(frozen=True)
class Tidied:
    """A `.bib` file before and after: `changed` are the entries that are laid out anew.

    `text` may differ without any, when only blank lines between entries do. `odd` are the entries that
    stay as they are because BibTeX programs would differ about them.
    """

    path: Path
    source: SourceFile
    text: str
    changed: tuple[Entry, ...]
    odd: tuple[Entry, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to write."""
        return self.text != self.source.text


def tidy_bibliography(root: Path) -> Outcome[tuple[Tidied, ...]]:
    """Tidy all `.bib` files of a publication, in their order; nothing is written.

    What is wrong with a file is told, and that file is not among the value.
    """
    tidied: list[Tidied] = []
    found: list[Diagnostic] = []
    for path in sorted((root / FOLDER).glob("*.bib")):
        read = read_file(path, root)
        outcome = tidy_file(path, read.value) if read.value else Outcome(None, read.diagnostics)
        found += outcome.diagnostics
        tidied += [outcome.value] if outcome.value else []
    return Outcome(tuple(tidied), tuple(found))


def tidy_file(path: Path, source: SourceFile) -> Outcome[Tidied | None]:
    """Tidy one file; the value is None, with what is wrong, when it cannot be read whole."""
    shelf = Shelf()
    read_entries(source, shelf)
    broken = tuple(known for known in shelf.diagnostics if known.code != "L009")
    if has_errors(broken):
        return Outcome(None, broken)
    line_end = _line_end_of(source.text)
    entries = sorted(shelf.entries.values(), key=lambda entry: entry.span.start)
    parts = [_parts_of(entry, before) for before, entry in zip([None, *entries], entries, strict=False)]
    texts = [
        lay_out(part, line_end) if part else entry.raw for entry, part in zip(entries, parts, strict=True)
    ]
    text = "".join(_woven(source.text, entries, texts, line_end))
    if _reading_of(text) != _reading_of(source.text):
        texts, text = [entry.raw for entry in entries], source.text
    changed = tuple(entry for entry, laid in zip(entries, texts, strict=True) if laid != entry.raw)
    odd = tuple(entry for entry, part in zip(entries, parts, strict=True) if part is None)
    return Outcome(Tidied(path, source, text, changed, odd))


def _parts_of(entry: Entry, before: Entry | None) -> EntryText | None:
    """Take an entry apart that begins a line, or follows another on it; behind words it is a remark's."""
    source, start = entry.span.source, entry.span.start
    line_start = source.text.rfind("\n", 0, start) + 1
    begin = max(line_start, before.span.end) if before else line_start
    return None if source.text[begin:start].strip() else take_apart(entry.raw)


def _woven(text: str, entries: list[Entry], laid: list[str], line_end: str) -> Iterator[str]:
    """Yield the laid out entries with what stands between them."""
    place = 0
    for index, (entry, new) in enumerate(zip(entries, laid, strict=True)):
        yield _gap(text[place : entry.span.start], line_end, is_first=index == 0)
        yield new
        place = entry.span.end
    end = _gap(text[place:], line_end, is_first=not entries).rstrip()
    yield f"{end}{line_end}" if entries or end else ""


def _gap(gap: str, line_end: str, *, is_first: bool) -> str:
    """Give what stands between two entries, with one blank line at most at its ends; one if it is blank."""
    remark = gap.strip()
    if not remark:
        return "" if is_first else line_end * 2
    start = gap.index(remark)
    before = "" if is_first else _spacing(gap[:start], line_end)
    return before + remark + _spacing(gap[start + len(remark) :], line_end)


def _spacing(blank: str, line_end: str) -> str:
    """Keep what stands on the line where it is; end lines once, or twice for any number of blank lines."""
    ends = len(_LINE_END.findall(blank))
    return line_end * min(ends, 2) if ends else blank


def _line_end_of(text: str) -> str:
    """Return the line end of the first line that says anything: tidying leaves it as it is."""
    first = _LINE_END.search(text.lstrip())
    return first[0] if first else "\n"


def _reading_of(text: str) -> tuple[object, ...]:
    """Return all that a text says, to compare: entries in order, `@string` blocks, and what is wrong."""
    shelf = Shelf()
    read_entries(SourceFile("", text), shelf)
    entries = [(entry.citekey, entry.kind, dict(entry.fields)) for entry in shelf.entries.values()]
    return entries, shelf.string_blocks, shelf.broken, [known.message for known in shelf.diagnostics]
