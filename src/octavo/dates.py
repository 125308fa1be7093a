"""The only door to Babel: dates in words, as each language writes them."""

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date


def date_in_words(day: date, lang: str) -> str:
    """Write a date in the language of the BCP 47 tag `lang` (CLDR, long form), else in English."""
    try:
        locale = Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return format_date(day, format="long", locale=locale)
