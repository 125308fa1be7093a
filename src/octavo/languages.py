"""Languages of sources: tags (BCP 47) by the names that BibLaTeX gives them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from octavo.model import Entry

_TAGS: Mapping[str, str] = MappingProxyType(
    {
        "american": "en-US",
        "belarusian": "be",
        "british": "en-GB",
        "bulgarian": "bg",
        "czech": "cs",
        "dutch": "nl",
        "english": "en",
        "estonian": "et",
        "finnish": "fi",
        "french": "fr",
        "german": "de",
        "greek": "el",
        "hungarian": "hu",
        "italian": "it",
        "latvian": "lv",
        "lithuanian": "lt",
        "ngerman": "de",
        "polish": "pl",
        "portuguese": "pt",
        "romanian": "ro",
        "russian": "ru",
        "serbian": "sr",
        "slovak": "sk",
        "spanish": "es",
        "swedish": "sv",
        "turkish": "tr",
        "ukrainian": "uk",
    }
)
_TAG = re.compile(r"^[a-z]{2,3}(-[a-z0-9]+)*$", re.IGNORECASE)


def language_of(entry: Entry) -> str | None:
    """Return the tag of an entry's language (BCP 47), None when it says none that is known."""
    name = (entry.fields.get("langid") or "").strip().lower()
    return _TAGS.get(name) or (name if _TAG.match(name) else None)


def primary(tag: str) -> str:
    """Return the language of a tag without its country: `uk` of `uk-UA`."""
    return tag.partition("-")[0].lower()
