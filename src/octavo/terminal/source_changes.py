"""What became of the bibliography, in lines for people."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from octavo.report.count import counted

if TYPE_CHECKING:
    from octavo.model import Entry
    from octavo.sources.tidying import Tidied


def tidied_lines(tidied: "Tidied", *, is_check: bool) -> list[str]:
    """Tell what was laid out anew in a file, or in a check, with each entry's place, what would be."""
    path, changed = tidied.source.path, tidied.changed
    what = counted(len(changed), "entry", "entries") if changed else "blank lines"
    odd = [
        f"{_place(entry)} is left as it stands: programs differ about how to read it" for entry in tidied.odd
    ]
    if not tidied.is_changed:
        return odd
    if not is_check:
        return [f"{path}: {what} laid out anew", *odd]
    places = [f"  {_place(entry)}" for entry in changed]
    return [f"{path}: {what} would be laid out anew", *places, *odd]


def _place(entry: "Entry") -> str:
    return f"{entry.span.source.path}:{entry.key_span.first.line}: `{entry.citekey}`"


def untouched_line(files: Sequence["Tidied"]) -> str:
    """Tell that there was nothing to do."""
    if not files:
        return "there is no .bib file in bibliography/"
    return f"{counted(len(files), 'file')} {'is' if len(files) == 1 else 'are'} tidy already"
