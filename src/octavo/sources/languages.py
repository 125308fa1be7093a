"""The language of a new source: what services and pages say of it, and what its letters tell."""

import re

from octavo.languages import name_of, primary, tag_of

_SHORT = {
    "ara": "ar",
    "bel": "be",
    "chi": "zh",
    "cze": "cs",
    "dut": "nl",
    "eng": "en",
    "est": "et",
    "fre": "fr",
    "ger": "de",
    "hun": "hu",
    "ita": "it",
    "jpn": "ja",
    "lav": "lv",
    "lit": "lt",
    "pol": "pl",
    "por": "pt",
    "rum": "ro",
    "rus": "ru",
    "spa": "es",
    "tur": "tr",
    "ukr": "uk",
}
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_CYRILLIC_LANGUAGES = frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"})


def langid_of(language: str | None, title: str) -> str | None:
    """Return the `langid` for a language's tag or name, checked against the letters of the title.

    A page in Cyrillic that claims to be English is not: there, and without a claim, the letters that
    only one language has tell which it is. None when nothing tells.
    """
    given = re.split("_", (language or "").strip().lower())[0]
    tag = primary(tag_of(given) or given)
    known = _SHORT.get(tag, tag)
    is_cyrillic = bool(_CYRILLIC.search(title))
    if not re.fullmatch(r"[a-z]{2,3}", known) or is_cyrillic != (known in _CYRILLIC_LANGUAGES):
        known = _language_by_letters(title) if is_cyrillic else "" if known in _CYRILLIC_LANGUAGES else known
    if not re.fullmatch(r"[a-z]{2,3}", known):
        return None
    return name_of(known)


def _language_by_letters(title: str) -> str:
    """Tell Belarusian, Ukrainian and Russian apart by letters that the others lack; "" without any."""
    letters = set(title.lower())
    if "ў" in letters or ("і" in letters and letters & set("ыэё")):
        return "be"
    if letters & set("іїєґ"):
        return "uk"
    return "ru" if letters & set("ыъэё") else ""
