"""Languages of sources: the names by which BibTeX knows them, and what letters tell."""

import re

_NAMES = {
    "ar": "arabic",
    "bg": "bulgarian",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "he": "hebrew",
    "hu": "hungarian",
    "it": "italian",
    "ja": "japanese",
    "lt": "lithuanian",
    "lv": "latvian",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sl": "slovenian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
}
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
    primary = re.split(r"[-_]", (language or "").strip().lower())[0]
    known = _SHORT.get(primary, primary)
    if known in _NAMES.values():
        known = next(tag for tag, name in _NAMES.items() if name == known)
    is_cyrillic = bool(_CYRILLIC.search(title))
    if not re.fullmatch(r"[a-z]{2,3}", known) or is_cyrillic != (known in _CYRILLIC_LANGUAGES):
        known = _language_by_letters(title) if is_cyrillic else "" if known in _CYRILLIC_LANGUAGES else known
    if not re.fullmatch(r"[a-z]{2,3}", known):
        return None
    return _NAMES.get(known, known)


def _language_by_letters(title: str) -> str:
    """Tell Belarusian, Ukrainian and Russian apart by letters that the others lack; "" without any."""
    letters = set(title.lower())
    if "ў" in letters or ("і" in letters and letters & set("ыэё")):
        return "be"
    if letters & set("іїєґ"):
        return "uk"
    return "ru" if letters & set("ыъэё") else ""
