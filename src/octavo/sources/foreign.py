"""Read what other programs export: RIS, CSL JSON, BibTeX (such as Better BibTeX of Zotero), EndNote's XML."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octavo.diagnostics import Diagnostic
from octavo.load.bibliography import Shelf, read_entries
from octavo.load.bibtex import is_key
from octavo.model import Entry
from octavo.source import SourceFile
from octavo.sources.drafting import Draft, draft_entry
from octavo.sources.endnote import NotXml, read_endnote
from octavo.sources.ris import read_ris

_UNWANTED = re.compile(
    r"file|files|abstract|timestamp|owner|groups|creationdate|modificationdate|date-added|date-modified|issn|pmid"
    r"|pmcid|rating|ranking|read|readstatus|copyright|rights|internal-note|shortdoi|keywords-plus|(?:bdsk|mendeley)-.*"
)
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]", re.ASCII)
_READ_ON = re.compile(r"\[?(?:online; )?accessed:?\s+(\d{4}-\d\d-\d\d)\]?\.?", re.IGNORECASE | re.ASCII)
"""What programs without `urldate` write into a remark."""

_NEW_NAMES = {
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "annote": "annotation",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class UnreadableExport(ValueError):
    """A file of another program that octavo cannot read; the message goes on from the file's name."""


@dataclass(frozen=True)
class Export:
    """The sources of a file: the citekey of each where it has one that chapters can cite, else "".

    `diagnostics` tell of entries that are broken and not among the sources.
    """

    sources: tuple[tuple[str, Draft], ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def read_export(path: Path) -> Export:
    """Read a file of another program, by what is in it. Raises UnreadableExport and OSError."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableExport("is not UTF-8; export it again with the encoding UTF-8") from None
    start = text.lstrip()
    if start.startswith(("[", "{")):
        return _export(_json_items(text))
    if start.startswith("<"):
        try:
            return _export(read_endnote(content))
        except NotXml as error:
            raise UnreadableExport(f"is no XML that octavo can read: it {error}") from None
    if re.search(r"(?m)^TY  ?-", text):
        return _export(read_ris(text))
    if re.search(r"(?m)^[^\S\n]*@\w+\s*[{(]", text):
        return _read_bibtex(SourceFile(path.name, text))
    raise UnreadableExport("is neither RIS nor CSL JSON nor BibTeX nor EndNote's XML")


def _json_items(text: str) -> list[Any]:
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableExport(f"is no JSON that octavo can read: {error}") from None
    items = given.get("items", [given]) if isinstance(given, dict) else given
    return items if isinstance(items, list) else []


def _export(items: list[Any]) -> Export:
    records = [item for item in items if isinstance(item, Mapping)]
    return Export(tuple((_citekey_of(record), draft_entry(record)) for record in records))


def _citekey_of(record: Mapping[str, Any]) -> str:
    """Return the citekey of a record, if it is one that somebody chose and that chapters can cite."""
    for name in ("citation-key", "id"):
        key = str(record.get(name, ""))
        if is_key(key) and "/" not in key and re.search(r"[^\W\d_]", key):
            return key
    return ""


def _read_bibtex(source: SourceFile) -> Export:
    shelf = Shelf()
    read_entries(source, shelf)
    sources = tuple(
        (entry.citekey, Draft(entry.kind, dict(_fields(entry)))) for entry in shelf.entries.values()
    )
    return Export(sources, tuple(shelf.diagnostics))


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the fields that belong into a bibliography, by their newer names."""
    fields = {name: value for name, value in entry.fields.items() if value and not _UNWANTED.fullmatch(name)}
    date = _date_of(fields)
    for name, value in fields.items():
        if date and name in {"year", "month", "day"}:
            continue
        read_on = _READ_ON.fullmatch(value) if name == "note" else None
        if read_on:
            yield from [] if "urldate" in fields else [("urldate", read_on[1])]
            continue
        newer = _NEW_NAMES.get(name, name)
        if newer == name or newer not in fields:
            yield newer, value
    if date:
        yield "date", date


def _date_of(fields: Mapping[str, str]) -> str:
    """Return the date that `year`, `month` and `day` make, where there is no `date`."""
    year, month = fields.get("year", ""), fields.get("month", "").lower()
    if "date" in fields or not re.fullmatch(r"\d{4}", year):
        return ""
    is_number = re.fullmatch(r"\d{1,2}", month)
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else int(month) if is_number else 0
    if not 1 <= number <= len(_MONTHS):
        return "" if month else year
    day = fields.get("day", "")
    return f"{year}-{number:02}" + (f"-{int(day):02}" if _DAY.fullmatch(day) else "")
