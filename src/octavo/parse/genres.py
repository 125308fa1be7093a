"""What a thesis or a report is called, and how far from print, in the language whose rules it is set by.

BibTeX has words of its own for these, such as `phdthesis` and `inpress`. Pandoc prints "PhD thesis" and
"in press" in English and their like in French; in any other language it prints the words of BibTeX.
"""

from collections.abc import Mapping
from types import MappingProxyType

from octavo.languages import primary

_KINDS = MappingProxyType({"phdthesis": "phdthesis", "mastersthesis": "mathesis"})
_NAMES = ("phdthesis", "candthesis", "mathesis", "bathesis", "techreport", "resreport")
_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "uk": (
            *("дисертація", "кандидатська дисертація", "магістерська робота", "бакалаврська робота"),
            *("технічний звіт", "науковий звіт"),
        ),
        "ru": (
            *("диссертация", "кандидатская диссертация", "магистерская диссертация", "бакалаврская работа"),
            *("технический отчёт", "научный отчёт"),
        ),
        "be": (
            *("дысертацыя", "кандыдацкая дысертацыя", "магістарская дысертацыя", "бакалаўрская праца"),
            *("тэхнічная справаздача", "навуковая справаздача"),
        ),
        "pl": (
            *("rozprawa doktorska", "rozprawa kandydacka", "praca magisterska", "praca licencjacka"),
            *("raport techniczny", "raport badawczy"),
        ),
        "de": (
            *("Dissertation", "Kandidatendissertation", "Masterarbeit", "Bachelorarbeit"),
            *("Technischer Bericht", "Forschungsbericht"),
        ),
    }
)
"""The words of languages for these names."""


_STATES = ("forthcoming", "inpreparation", "inpress", "prepublished", "submitted")
_WORDS_OF_STATES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "uk": ("готується до друку", "у підготовці", "у друці", "препринт", "подано до друку"),
        "ru": ("готовится к печати", "в подготовке", "в печати", "препринт", "подано в печать"),
        "be": ("рыхтуецца да друку", "у падрыхтоўцы", "у друку", "прэпрынт", "пададзена ў друк"),
        "pl": ("ukaże się", "w przygotowaniu", "w druku", "preprint", "złożono do druku"),
        "de": ("erscheint demnächst", "in Vorbereitung", "im Druck", "Preprint", "eingereicht"),
    }
)


def state_of(given: str, lang: str) -> str | None:
    """Return what a `pubstate` is called in a language (a BCP 47 tag); None where Pandoc needs no help."""
    name, words = given.strip().lower(), _WORDS_OF_STATES.get(primary(lang))
    return words[_STATES.index(name)] if words and name in _STATES else None


def genre_of(kind: str, given: str, lang: str) -> str | None:
    """Return what an entry of a kind, with `given` as its `type`, is called in a language (a BCP 47 tag).

    None where Pandoc needs no help: in other languages, and for words of the entry's author.
    """
    name = given.strip().lower() or _KINDS.get(kind, "")
    words = _WORDS.get(primary(lang))
    return words[_NAMES.index(name)] if words and name in _NAMES else None
