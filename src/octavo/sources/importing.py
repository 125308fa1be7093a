"""Bring in the sources of another program's file: those that are not there yet, under their own citekeys."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from octavo.load.values import slug_from
from octavo.sources.citekeys import make_citekey
from octavo.sources.drafting import Draft
from octavo.sources.foreign import Export
from octavo.sources.references import identities
from octavo.sources.shelf import BibliographyShelf

Mark = tuple[str, str]


@dataclass(frozen=True)
class Import:
    """What becomes of each source: `new` are to be written; `there` are the same as an entry that is there.

    `renamed` pairs a citekey that another source has already with the one that is taken instead;
    `untitled` counts those that have no title and are left out.
    """

    new: tuple[tuple[str, Draft], ...]
    there: tuple[tuple[str, str], ...]
    renamed: tuple[tuple[str, str], ...]
    untitled: int


def sort_import(export: Export, shelf: BibliographyShelf) -> Import:
    """Part the sources of a file into those that are new and those that are there already."""
    keys: dict[Mark, str] = {}
    for entry in shelf.bibliography.entries.values():
        for mark in _marks(Draft(entry.kind, entry.fields)):
            keys.setdefault(mark, entry.citekey)
    taken = {key.lower() for key in (*shelf.bibliography.entries, *shelf.bibliography.broken)}
    new, there, renamed, untitled = [], [], [], 0
    for citekey, draft in export.sources:
        if not draft.fields.get("title"):
            untitled += 1
            continue
        twin = next((keys[mark] for mark in _marks(draft) if mark in keys), None)
        if twin:
            there.append((citekey or draft.fields["title"], twin))
            continue
        key = citekey if citekey and citekey.lower() not in taken else make_citekey(draft, taken)
        renamed += [(citekey, key)] if citekey and citekey != key else []
        new.append((key, draft))
        taken.add(key.lower())
        keys |= dict.fromkeys(_marks(draft), key)
    return Import(tuple(new), tuple(there), tuple(renamed), untitled)


def _marks(draft: Draft) -> Iterator[Mark]:
    """Yield what two entries of one source have in common: identifiers, or title, year and first author."""
    yield from identities(draft.fields)
    fields = draft.fields
    title = slug_from(re.sub(r"[{}\\]", "", fields.get("title", "")))
    year = (fields.get("date") or fields.get("year", ""))[:4]
    who = slug_from(re.split(r",|\s+and\s+", fields.get("author", ""))[0].strip("{}"))
    if year and len(title.split("-")) > 2:
        yield "title", f"{title} {year} {who}"
