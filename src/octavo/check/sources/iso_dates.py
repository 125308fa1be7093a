"""Dates as Pandoc's reader of BibLaTeX takes them: ISO 8601, ranges, and the marks of doubt `~`, `?`, `%`."""

import calendar
import re
from datetime import date

_PART = r"-?\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.+Z-]+)?)?)?[~?%]?"
_READABLE = re.compile(
    rf"{_PART}|{_PART}/(?:{_PART}|open)?|(?:{_PART}|unknown)?/{_PART}|\d\d(?:\du|uu)|y-?\d+"
)
_DAY = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_SEASONS = range(21, 25)


def is_readable(text: str) -> bool:
    """Tell whether citeproc gets a date at all; any other value is dropped without a word."""
    return bool(_READABLE.fullmatch(text))


def is_in_calendar(part: str) -> bool:
    """Tell whether a date, no range, can be; one without a month always can."""
    found = _DAY.match(part)
    if not found or not found[2]:
        return True
    year, month = int(found[1]), int(found[2])
    if month in _SEASONS and not found[3]:
        return True
    return 1 <= month <= 12 and 1 <= int(found[3] or 1) <= calendar.monthrange(max(year, 1), month)[1]


def days_of(part: str) -> tuple[date, date] | None:
    """Return the first and the last day that a date, no range, can mean; None before our era."""
    found = _DAY.match(part)
    if not found or int(found[1]) < 1 or not is_in_calendar(part):
        return None
    year, month = int(found[1]), int(found[2] or 0)
    if not 1 <= month <= 12:
        return date(year, 1, 1), date(year, 12, 31)
    last = calendar.monthrange(year, month)[1]
    return date(year, month, int(found[3] or 1)), date(year, month, int(found[3] or last))
