"""What a date that cannot be read was meant to be, so that a hint can say it."""

import re

from octavo.check.sources.iso_dates import is_in_calendar

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_STEMS = (
    *(("січ", "янв"), ("лют", "фев"), ("бер", "март"), ("квіт", "апр"), ("трав", "мая"), ("черв", "июн")),
    *(("лип", "июл"), ("серп", "авг"), ("вер", "сен"), ("жовт", "окт"), ("лист", "ноя"), ("груд", "дек")),
)
_UNDATED = re.compile(
    r"(?i)\W*(?:n\.?\s?d\.?|no date|s\.?\s?d\.?|unknown|undated|б\.?\s?[др]\.?|o\.?\s?d\.?)\W*"
)
_UNPUBLISHED = re.compile(r"(?i)forthcoming|in press|to appear|submitted|друк|печат")
_ABOUT = re.compile(r"(?i)\W*(?:c|ca|circa)\W*(\d{4})\W*")
_YEAR_ALONE = re.compile(r"\W*(\d{4})[a-z]?\W*")
_SPAN = re.compile(r"(\d{4})\s*(?:[-–—]{1,2}|,|and|&)\s*(\d{4})")


_SEASONS = (("spring",), ("summer",), ("autumn", "fall"), ("winter",))


def month_hint(year: str, month: str) -> str:
    """Say how to write a month that is given in words, or a season."""
    for season, names in enumerate(_SEASONS, start=21):
        if month.lower().startswith(names):
            return f"write `date = {{{year}-{season}}}` instead of `year` and `month`"
    months = [number for word in re.split(r"[\W_]+", month) if (number := month_of(word))]
    if len(months) > 1:
        return (
            f"write `date = {{{year}-{months[0]:02}/{year}-{months[-1]:02}}}` instead of `year` and `month`"
        )
    return (
        f"write `month = {MONTHS[months[0] - 1]}`, without braces"
        if months
        else "write its number, or leave it out"
    )


def month_of(word: str) -> int | None:
    """Tell the number of a month from its name in English, Ukrainian or Russian."""
    bare = word.lower().strip(".{}~ ")
    months = enumerate(zip(MONTHS, _STEMS, strict=True), start=1)
    return next((number for number, (english, stems) in months if bare.startswith((english, *stems))), None)


def hint_for(text: str) -> str:
    """Say how to write what was meant."""
    if _UNDATED.fullmatch(text):
        return "remove it; for a page online give `urldate`, the day on which you read it"
    if _UNPUBLISHED.search(text):
        return "write `pubstate = {forthcoming}` or `{inpress}` instead"
    iso = _iso(text)
    return f"write `{iso}`" if iso else "write it as `2021`, `2021-09` or `2021-09-05`"


def _iso(text: str) -> str | None:
    for pattern, form in ((_ABOUT, r"\1~"), (_YEAR_ALONE, r"\1"), (_SPAN, r"\1/\2")):
        if found := pattern.fullmatch(text):
            return found.expand(form)
    words = re.findall(r"\d+|[^\W\d_]+", text)
    years = [word for word in words if re.fullmatch(r"\d{4}", word)]
    if len(years) != 1 or len(words) > 3 or ("/" in text and words[0] not in years):
        return None
    others = [word for word in words if word not in years]
    months = [number for word in others if (number := month_of(word))]
    days = [int(word) for word in others if re.fullmatch(r"\d{1,2}", word)]
    if not months and len(days) == len(others) > 0:
        months = [days.pop(0 if words[0] in years else -1)]
    if len(months) != 1 or len(months) + len(days) != len(others):
        return None
    iso = "-".join([years[0], *(f"{number:02}" for number in (*months, *days))])
    return iso if is_in_calendar(iso) else None
