"""Which language a title is evidently in: by its letters, or by the small words that each language has."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from octavo.check.sources.entry_words import word_set, words_of

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_ACCENTED = re.compile(r"[^\W\d_a-zA-Z]|\\[\"'`^~=.cvHuk]")
_ENGLISH = word_set("the of and to in for on an a with from by at is are as its how why what who after")
_OTHERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "french": word_set("le la les des du de dans sur pour une est et aux avec par sous entre l d"),
        "german": word_set("der die das und des dem den im ein eine fur von zur zum uber auf mit nach"),
        "spanish": word_set("el la los las del de en una por para con y sobre entre"),
        "italian": word_set("il lo gli le del della dei delle di nel nella una per con tra e"),
        "polish": word_set("w i z na o do dla sie jako przez oraz wobec miedzy nad po"),
        "portuguese": word_set("o os da do dos das em no na uma por para com e entre"),
        "dutch": word_set("de het een van en in op voor met naar over tussen"),
        "czech": word_set("a v na se z pro ve o za mezi jako"),
    }
)
_ENGLISH_NAMES = word_set("english american british usenglish ukenglish canadian australian newzealand en")
_ENOUGH = 2


def evident_language(title: str) -> str | None:
    """Tell the language of a title as `langid` names it, None when in doubt; for Cyrillic, a likely one."""
    if len(_CYRILLIC.findall(title)) > len(title) // 3:
        return "ukrainian" if _UKRAINIAN.search(title) else "russian"
    words = set(words_of(title))
    english = len(words & _ENGLISH)
    counts = {name: len(words & known) for name, known in _OTHERS.items()}
    best = max(counts, key=lambda name: counts[name])
    if counts[best] > english and (counts[best] > 1 or _ACCENTED.search(title)) and not english:
        return best
    return "english" if english >= _ENOUGH and counts[best] <= english else None


def is_english(langid: str) -> bool:
    """Tell whether a `langid` names English, as BibLaTeX or BCP 47 does."""
    return re.split(r"[-_]", langid.strip().lower())[0] in _ENGLISH_NAMES
