"""Dates as pages and services write them."""

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T|\s|$)")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[./](\d{1,2})[./](\d{4})")
_WORDS = re.compile(
    r"(?i)\b(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?,?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,\s+)?(\d{4})\b"
)


def date_parts(text: str) -> dict[str, list[list[int]]]:
    """Return a date as CSL JSON has it, as exact as it was given; empty when it is none.

    Read are ISO 8601 (the day as it was where the text was written), `2021/09/10`, `10.09.2021` and
    English words; of what has a month beyond 12, nothing but the year.
    """
    for numbers in _readings(text):
        year, *rest = numbers
        if 1000 <= year <= 2999:
            is_whole = all(1 <= number <= limit for number, limit in zip(rest, (12, 31), strict=False))
            return {"date-parts": [numbers if is_whole else [year]]}
    return {}


def _readings(text: str) -> list[list[int]]:
    found: list[list[int]] = []
    if compact := _COMPACT.match(text):
        found.append([int(part) for part in compact.groups()])
    elif iso := _ISO.match(text):
        found.append([int(part) for part in iso.groups() if part])
    elif day_first := _DAY_FIRST.match(text):
        found.append([int(day_first[3]), int(day_first[2]), int(day_first[1])])
    elif (words := _WORDS.search(text)) and words[2][:3].lower() in _MONTHS:
        day = words[1] or words[3]
        month = _MONTHS.index(words[2][:3].lower()) + 1
        found.append([int(words[4]), month, *([int(day)] if day else [])])
    if year := re.search(r"(?<!\d)([12]\d{3})(?!\d)", text):
        found.append([int(year[1])])
    return found
