"""The cited sources as data that go out with the editions: CSL JSON and BibTeX."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from octavo.model import Bibliography, Entry, Publication, SourceRecords
from octavo.pandoc import run_pandoc
from octavo.parse.bibtex import written_entry
from octavo.parse.entries import bare_doi

_PRIVATE = re.compile(
    r"file|pdf|path|abstract|annot(?:e|ation)|comments?|review|notes|owner|timestamp|date-(?:added|modified)"
    r"|date(?:added|modified)|creationdate|modificationdate|read(?:status)?|rating|groups|priority"
    r"|ranking|internal-?note|(?:bdsk|mendeley|jabref|zotero|opac)-.*"
)
"""Fields in which programs and people keep what is theirs alone."""


_TITLES = frozenset(
    {
        *("title", "subtitle", "shorttitle", "booktitle", "booksubtitle", "maintitle", "mainsubtitle"),
        *(
            "journaltitle",
            "journal",
            "journalsubtitle",
            "issuetitle",
            "issuesubtitle",
            "eventtitle",
            "series",
        ),
    }
)


def source_records(publication: Publication, cited: Iterable[str]) -> SourceRecords:
    """Make the records of the cited sources, with where their public copies lie. Raises PandocError."""
    citekeys = set(cited)
    entries = _public_entries(publication.bibliography, citekeys)
    if not entries:
        return SourceRecords()
    arguments = ["--from=biblatex", "--to=csljson", "--sandbox"]
    text = _bibtex(entries, as_typed=True)
    written = run_pandoc(arguments, text=text.encode(), folder=publication.work_path)
    items = {item["id"]: item for item in json.loads(written.output or b"[]")}
    known = [key for key in sorted(citekeys) if key in items]
    return SourceRecords(
        tuple(_record(key, items[key], publication) for key in known),
        _bibtex(entries),
    )


def _record(citekey: str, item: Mapping[str, Any], publication: Publication) -> dict[str, Any]:
    """Return a record with its citekey, a type that CSL has, and where its public copy lies."""
    named = {"id": citekey, "citation-key": citekey, **item, **_copy_of(citekey, publication)}
    return named | {"type": item.get("type") or "document"}


def _copy_of(citekey: str, publication: Publication) -> dict[str, str]:
    """Say where the public copy of a source lies, in the variables that CSL has for archives."""
    snapshot = publication.snapshots.get(citekey)
    if snapshot is None or snapshot.copy is None:
        return {}
    return {"archive_location": snapshot.copy.url}


def _public_entries(bibliography: Bibliography, cited: Iterable[str]) -> list[Entry]:
    """Return the cited entries and those that they take fields from."""
    return [bibliography.entries[key] for key in bibliography.with_parents(cited)]


def _bibtex(entries: Iterable[Entry], *, as_typed: bool = False) -> str:
    """Write entries without what is private.

    Pandoc writes English titles in lower case but for their first word, and would write the names in
    them so, too; with `as_typed`, braces round each title keep it as it is.
    """
    return "\n".join(_written(entry, as_typed=as_typed) for entry in entries)


def _written(entry: Entry, *, as_typed: bool) -> str:
    public = {name: value for name, value in entry.fields.items() if not _PRIVATE.fullmatch(name)}
    public |= {"doi": bare_doi(public["doi"])} if "doi" in public else {}
    whole = _TITLES if as_typed else frozenset[str]()
    shown = {name: f"{{{value}}}" if name in whole else value for name, value in public.items()}
    return written_entry(entry.kind, entry.citekey, shown, is_aligned=True) + "\n"
