"""Dates of entries: citeproc can read them, a calendar has them, and each comes when it can."""

import re
from collections.abc import Iterator

from octavo.check.citations import cited_entries
from octavo.check.sources.date_hints import MONTHS, hint_for, month_hint
from octavo.check.sources.iso_dates import days_of, is_in_calendar, is_readable
from octavo.diagnostics import Diagnostic
from octavo.model import Entry, Publication

_FIELDS = ("date", "urldate", "eventdate", "origdate")
_YEAR = re.compile(r"-?\d{1,4}[~?%]?(?:/(?:-?\d{1,4}[~?%]?)?)?")

_COMMAND = re.compile(r"\\noopsort\s*\{[^{}]*\}|\\[a-z]+\s*(?=\{)|[{}]")
"""Pandoc reads `year` as text, in which LaTeX counts for nothing; it does not so read `date`."""


def check_readable_dates(publication: Publication) -> Iterator[Diagnostic]:
    """C023: a date of a cited entry that citeproc would drop without a word."""
    for entry in cited_entries(publication):
        for name in _FIELDS:
            text = entry.fields.get(name)
            if text and not is_readable(text):
                yield _lost(entry, name, hint_for(text))
        if "date" not in entry.fields:
            yield from _unreadable_year(entry)


def _unreadable_year(entry: Entry) -> Iterator[Diagnostic]:
    year = _COMMAND.sub("", entry.fields.get("year", ""))
    if year and not (_YEAR.fullmatch(year) or is_readable(year)):
        yield _lost(entry, "year", hint_for(year))


def check_months(publication: Publication) -> Iterator[Diagnostic]:
    """C055: a month of a cited entry that citeproc would drop without a word."""
    for entry in cited_entries(publication):
        month = entry.fields.get("month", "")
        is_read = re.fullmatch(r"\d\d?", month) or _is_bare_month(entry, month)
        if month and "date" not in entry.fields and not is_read:
            yield _lost(entry, "month", month_hint(entry.fields.get("year", ""), month), "C055")


def _is_bare_month(entry: Entry, month: str) -> bool:
    """Tell whether a month is one of BibTeX's own words, which mean nothing in braces or quotes."""
    place = entry.place("month")
    return month.lower() in MONTHS and place.source.text[place.start - 1] not in {"{", '"'}


def _lost(entry: Entry, name: str, hint: str, code: str = "C023") -> Diagnostic:
    text = entry.fields[name]
    message = f"`{name}` of entry `{entry.citekey}` is `{text}`, which citeproc cannot read and leaves out"
    return Diagnostic(code, message, entry.place(name), hint=hint)


def check_calendar(publication: Publication) -> Iterator[Diagnostic]:
    """C024: a date of a cited entry that no calendar has."""
    for entry in cited_entries(publication):
        for name, parts in _dates(entry):
            impossible = next((part for part in parts if not is_in_calendar(part)), None)
            if impossible:
                yield Diagnostic(
                    "C024",
                    f"`{name}` of entry `{entry.citekey}` is `{impossible}`, which is in no calendar",
                    entry.place(name),
                    hint="look the date up, or give the month or the year only",
                )


def check_order_of_dates(publication: Publication) -> Iterator[Diagnostic]:
    """C025: a date of a cited entry after the edition's, or before what must have come first."""
    edition = publication.metadata.date
    for entry in cited_entries(publication):
        dates = dict(_dates(entry))
        for name, parts in dates.items():
            days = [days_of(part) for part in parts if part]
            first, last = (days[0], days[-1]) if days else (None, None)
            if first and edition and first[0] > edition and "pubstate" not in entry.fields:
                yield _out_of_order(entry, name, f"after the edition's own date, {edition}")
            elif first and last and last[1] < first[0]:
                yield _out_of_order(entry, name, "which ends before it begins")
        published, read = (days_of(dates.get(name, [""])[0]) for name in ("date", "urldate"))
        if published and read and read[1] < published[0]:
            yield _out_of_order(entry, "urldate", f"before the source was published, {entry.fields['date']}")


def _out_of_order(entry: Entry, name: str, what: str) -> Diagnostic:
    return Diagnostic(
        "C025",
        f"`{name}` of entry `{entry.citekey}` is `{entry.fields[name]}`, {what}",
        entry.place(name),
        hint="correct one of the two dates",
    )


def _dates(entry: Entry) -> Iterator[tuple[str, list[str]]]:
    """Yield the dates of an entry that can be read, each as what stands on the sides of its `/`."""
    for name in _FIELDS if "date" in entry.fields else (*_FIELDS, "year"):
        text = entry.fields.get(name, "")
        if is_readable(text):
            yield name, text.split("/")
