"""Languages of sources: tags (BCP 47) by the names that BibLaTeX gives them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from octavo.model import Entry

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "arabic",
        "be": "belarusian",
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
        "sr": "serbian",
        "sv": "swedish",
        "tr": "turkish",
        "uk": "ukrainian",
    }
)
_VARIANTS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("american", "usenglish"), "en-US"),
        **dict.fromkeys(("british", "ukenglish"), "en-GB"),
        "australian": "en-AU",
        "newzealand": "en-NZ",
        "canadian": "en-CA",
        "ngerman": "de",
        **dict.fromkeys(("austrian", "naustrian"), "de-AT"),
        **dict.fromkeys(("swissgerman", "nswissgerman"), "de-CH"),
        **dict.fromkeys(("acadian", "canadien"), "fr-CA"),
        "brazilian": "pt-BR",
    }
)
_TAGS: Mapping[str, str] = MappingProxyType({**{name: tag for tag, name in _NAMES.items()}, **_VARIANTS})
_UNKNOWN_TO_PANDOC = frozenset({"be"})
_TAG = re.compile(r"^[a-z]{2,3}(-[a-z0-9]+)*$", re.IGNORECASE)


def language_of(entry: Entry) -> str | None:
    """Return the tag of an entry's language (BCP 47), None when it says none that is known."""
    return tag_of(entry.fields.get("langid") or "")


def tag_of(name: str) -> str | None:
    """Return the tag of a language by its BibLaTeX name or by any tag; None for words that are neither."""
    known = name.strip().lower()
    return _TAGS.get(known) or (known if _TAG.match(known) else None)


def name_of(language: str) -> str:
    """Return what to write as `langid` for a language: its name, or its tag where Pandoc knows no name."""
    return language if language in _UNKNOWN_TO_PANDOC else _NAMES.get(language, language)


def primary(tag: str) -> str:
    """Return the language of a tag without its country: `uk` of `uk-UA`."""
    return tag.partition("-")[0].lower()
