"""What a thesis or a report is called, in the language whose rules it is set by.

BibTeX has words of its own for these, such as `phdthesis`. Pandoc prints "PhD thesis" for it in English and
its like in French; in any other language it prints the word of BibTeX.
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


def genre_of(kind: str, given: str, lang: str) -> str | None:
    """Return what an entry of a kind, with `given` as its `type`, is called in a language (a BCP 47 tag).

    None where Pandoc needs no help: in other languages, and for words of the entry's author.
    """
    name = given.strip().lower() or _KINDS.get(kind, "")
    words = _WORDS.get(primary(lang))
    return words[_NAMES.index(name)] if words and name in _NAMES else None
