"""Tell which sentences want a source: those with a number, a date, a quotation or somebody's statement.

The signs are words and forms of a language; a language that octavo has no words of is searched for
digits and quotations only. How well this agrees with a reader is measured by `tests/uncited`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from octavo.check.statements.english import ENGLISH
from octavo.check.statements.signs import DIGITS, YEARS, Kind, Signs
from octavo.check.statements.ukrainian import UKRAINIAN
from octavo.model import Place

__all__ = ["Mark", "find_mark"]

_SIGNS: Mapping[str, Signs] = {"en": ENGLISH, "uk": UKRAINIAN}
_QUOTATION = re.compile(
    r"“[^“”]+”|«[^«»]+»|„[^„“”]+[“”]|\"[^\"]+\"|(?<!\w)‘[^‘]+?’(?!\w)|(?<!\w)'[^']+?'(?!\w)"
)
_LONG_QUOTATION = 3
"""Words from which on a quotation is somebody's, not a word that is spoken of; a name may have one more."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a sentence wants a source, and the place in it that shows it."""

    kind: Kind
    place: Place


def find_mark(sentence: str, lang: str) -> Mark | None:
    """Return the plainest sign that a sentence wants a source, or None when it has none.

    `lang` is a BCP 47 tag. A quotation counts before a date, a date before a number, and a statement last.
    """
    signs = _SIGNS.get(lang.split("-", maxsplit=1)[0].lower(), Signs())
    if _asks(sentence) or signs.own.search(sentence) or signs.supposed.search(sentence):
        return None
    text = signs.mentions.sub(_blank, signs.structure.sub(_blank, sentence))
    if quotation := _quotation(text, signs):
        return Mark("quotation", quotation)
    found: tuple[tuple[Kind, re.Pattern[str]], ...] = (
        ("date", YEARS),
        ("date", signs.dates),
        ("number", DIGITS),
        ("number", signs.numbers),
        ("statement", signs.statements),
    )
    places = ((kind, pattern.search(text)) for kind, pattern in found)
    return next((Mark(kind, place.span()) for kind, place in places if place), None)


def _quotation(text: str, signs: Signs) -> Place | None:
    """Return the first quotation that is somebody's: it is long, or a verb of speech stands beside it."""
    for quoted in _QUOTATION.finditer(text):
        outside = text[: quoted.start()] + text[quoted.end() :]
        shortest = _LONG_QUOTATION + quoted[0][1].isupper()
        if len(quoted[0].split()) >= shortest or signs.speech.search(outside):
            return quoted.span()
    return None


def _asks(sentence: str) -> bool:
    return sentence.rstrip("\"'”’»* ").endswith("?")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
