"""Read RIS, which nearly every database exports, as CSL JSON.

Pandoc reads RIS too, but loses days, dates of access and the names of bodies; so octavo reads it itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from octavo.sources.page_dates import date_parts

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_KINDS = {
    "JOUR": "article-journal",
    "JFULL": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "RPRT": "report",
    "GOVDOC": "report",
    "THES": "thesis",
    "ELEC": "webpage",
    "WEB": "webpage",
    "ICOMM": "webpage",
    "BLOG": "post-weblog",
    "DATA": "dataset",
    "COMP": "software",
    "STAT": "legislation",
    "LEGAL": "legislation",
    "BILL": "bill",
    "CASE": "legal_case",
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
    "PAT": "patent",
    "UNPB": "manuscript",
    "MANSCPT": "manuscript",
    "SLIDE": "speech",
    "VIDEO": "motion_picture",
    "MPCT": "motion_picture",
}
_BOOKS = frozenset({"book", "chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"})

Record = Mapping[str, list[str]]


def read_ris(text: str) -> list[dict[str, Any]]:
    """Return the records of an RIS file as CSL JSON; lines before the first record say nothing."""
    return [_item(record) for record in _records(text)]


def _records(text: str) -> Iterator[Record]:
    """Yield the records; a record without its end line ends where the next one begins."""
    for part in re.split(r"(?m)^(?=TY  ?-)", text)[1:]:
        record: dict[str, list[str]] = defaultdict(list)
        last = ""
        for line in part.splitlines():
            match = _LINE.fullmatch(line.rstrip())
            if match and match[1] == "ER":
                break
            if match:
                last = match[1]
                record[last].append(match[2].strip())
            elif line.strip():
                record[last][-1] += f" {line.strip()}"
        yield record


def _item(record: Record) -> dict[str, Any]:
    kind = _KINDS.get(_first(record, "TY"), "")
    is_book = kind in _BOOKS
    host = _first(record, "T2", "JO", "JF", "BT", "JA", "J2")
    number = _first(record, "IS", "M1")
    return {
        "id": _first(record, "ID"),
        "type": kind,
        "title": _first(record, "TI", "T1", "CT"),
        "title-short": _first(record, "ST"),
        "author": _names(record, "AU", "A1"),
        "editor": _names(record, "ED", *(["A2"] if is_book or kind == "report" else [])),
        "translator": _names(record, "A4"),
        "container-title": "" if kind == "book" else host,
        "collection-title": _first(record, "T3") or (host if kind == "book" else ""),
        "event-title": _first(record, "C3") if kind == "paper-conference" else "",
        "issued": _date(record, "DA", "PY", "Y1"),
        "accessed": _date(record, "Y2") if _first(record, "UR") else {},
        "volume": _first(record, "VL"),
        "issue": number,
        "number": number,
        "page": "-".join(filter(None, (_first(record, "SP"), _first(record, "EP")))),
        "edition": _first(record, "ET"),
        "publisher": _first(record, "PB"),
        "publisher-place": _first(record, "CY"),
        "genre": _first(record, "M3"),
        "DOI": _first(record, "DO"),
        "ISBN": _first(record, "SN") if is_book else "",
        "URL": _first(record, "UR"),
        "language": _first(record, "LA"),
        "keyword": ", ".join(record.get("KW", ())),
        "note": _first(record, "N1"),
    }


def _first(record: Record, *tags: str) -> str:
    return next((value for tag in tags for value in record.get(tag, ()) if value), "")


def _names(record: Record, *tags: str) -> list[dict[str, str]]:
    """Read names: a person's has a comma in it, a body's has none."""
    names = []
    for written in (value for tag in tags for value in record.get(tag, ()) if value):
        family, comma, rest = written.partition(",")
        given, _, suffix = (part.strip() for part in rest.partition(","))
        is_person = bool(comma and given)
        names.append(
            {"family": family, "given": given, "suffix": suffix} if is_person else {"literal": family}
        )
    return names


def _date(record: Record, *tags: str) -> dict[str, list[list[int]]]:
    """Return the most exact of some dates."""
    dates = [date_parts(value) for tag in tags for value in record.get(tag, ())]
    return max(dates, key=lambda date: len(date.get("date-parts", [[]])[0]), default={})
