"""The cited sources as data that go out with the editions: CSL JSON and BibTeX."""

import json
import re
from collections.abc import Iterable

from octavo.model import Bibliography, Entry, Publication, SourceRecords
from octavo.pandoc import run_pandoc

_PRIVATE = re.compile(
    r"file|pdf|path|abstract|annot(?:e|ation)|comments?|review|notes|owner|timestamp|date-(?:added|modified)"
    r"|date(?:added|modified)|creationdate|modificationdate|read(?:status)?|rating|groups|priority"
    r"|ranking|internal-?note|(?:bdsk|mendeley|jabref|zotero|opac)-.*"
)
"""Fields in which programs and people keep what is theirs alone."""


def source_records(publication: Publication, cited: Iterable[str]) -> SourceRecords:
    """Make the records of the cited sources. Raises PandocError."""
    citekeys = set(cited)
    text = public_bibtex(publication.bibliography, citekeys)
    if not text:
        return SourceRecords()
    arguments = ["--from=biblatex", "--to=csljson", "--sandbox"]
    written = run_pandoc(arguments, text=text.encode(), folder=publication.work_path)
    items = {item["id"]: item for item in json.loads(written.output or b"[]")}
    known = [key for key in sorted(citekeys) if key in items]
    return SourceRecords(tuple({"id": key, "citation-key": key, **items[key]} for key in known), text)


def public_bibtex(bibliography: Bibliography, cited: Iterable[str]) -> str:
    """Write the cited entries and those that they take fields from, without what is private."""
    keys = bibliography.with_parents(cited)
    return "\n".join(_written(bibliography.entries[key]) for key in keys)


def _written(entry: Entry) -> str:
    public = {name: value for name, value in entry.fields.items() if not _PRIVATE.fullmatch(name)}
    width = max((len(name) for name in public), default=0)
    fields = "".join(f"  {name:<{width}} = {_value(name, value)},\n" for name, value in public.items())
    return f"@{entry.kind}{{{entry.citekey},\n{fields}}}\n"


def _value(name: str, value: str) -> str:
    """Write a value in braces, but not the name of a month: BibTeX knows these as words of its own."""
    return value if name == "month" and value.isalpha() and len(value) == 3 else f"{{{value}}}"
