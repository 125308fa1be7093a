"""Cyrillic in Latin letters, by standard schemes, for Ukrainian, Russian and Belarusian.

- `iso-9`: ISO 9:1995, one sign for each letter, the same in all languages;
- `ala-lc`: the romanization tables of the American Library Association and the Library of Congress, without
  the ties over pairs of letters, as most publications print them;
- `bgn-pcgn`: the United States Board on Geographic Names and the British Permanent Committee on Geographical
  Names: Russian 1947, Belarusian 1979, Ukrainian by agreement of 2019, which is that of `kmu-55`;
- `kmu-55`: resolution 55 of the Cabinet of Ministers of Ukraine, 2010, for Ukrainian alone;
- `scholarly`: the transliteration of Slavic linguistics (x for х).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

LANGUAGES = ("uk", "ru", "be")
SCHEMES = ("iso-9", "ala-lc", "bgn-pcgn", "kmu-55", "scholarly")

_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
_CYRILLIC = re.compile(rf"[Ѐ-ӿ]+(?:[{_APOSTROPHES}][Ѐ-ӿ]+)*")
_VOWELS = frozenset("аеёиіїоуыэєюяў")


@dataclass(frozen=True)
class _Table:
    """Latin letters by Cyrillic letter.

    `first` has those that differ at the beginning of a word, `soft` those that differ there and behind a
    vowel, й, ъ or ь; `groups` are letters that are written as one.
    """

    letters: Mapping[str, str]
    first: Mapping[str, str]
    soft: Mapping[str, str]
    groups: Mapping[str, str]


def _table(letters: str, first: str = "", soft: str = "", groups: str = "") -> _Table:
    return _Table(_pairs(letters), _pairs(first), _pairs(soft), _pairs(groups))


def _pairs(text: str) -> Mapping[str, str]:
    """Read pairs such as `ж=zh`; a letter with nothing behind the sign is left out."""
    return MappingProxyType(dict(pair.split("=") for pair in text.split()))


_COMMON = "а=a б=b в=v д=d з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f "
_ISO = (
    _COMMON
    + "г=g ґ=g\u0300 е=e ё=ë є=ê ж=ž и=i і=ì ї=ï й=j ў=ŭ х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û я=â '=’"
)
_DIGRAPHS = _COMMON + "ж=zh х=kh ц=ts ч=ch ш=sh щ=shch "
_ALA = _DIGRAPHS + "й=ĭ ь=ʹ ю=iu я=ia '= "
_CARONS = _COMMON + "ж=ž й=j х=x ц=c ч=č ш=š щ=šč ь=ʹ ю=ju я=ja '= "
_KMU = _table(
    _DIGRAPHS + "г=h ґ=g е=e є=ie и=y і=i ї=i й=i ь= ю=iu я=ia '=",
    first="є=ye ї=yi й=y ю=yu я=ya",
    groups="зг=zgh",
)
_TABLES: Mapping[tuple[str, str], _Table] = MappingProxyType(
    {
        **{("iso-9", language): _table(_ISO) for language in LANGUAGES},
        ("ala-lc", "uk"): _table(_ALA + "г=h ґ=g е=e є=ie и=y і=i ї=ï"),
        ("ala-lc", "ru"): _table(_ALA + "г=g е=e ё=ë и=i ъ=ʺ ы=y э=ė"),
        ("ala-lc", "be"): _table(_ALA + "г=h ґ=g е=e ё=io і=i ў=ŭ ы=y э=ė"),
        ("bgn-pcgn", "uk"): _KMU,
        ("bgn-pcgn", "ru"): _table(
            _DIGRAPHS + "г=g е=e ё=ë и=i й=y ъ=” ы=y ь=’ э=e ю=yu я=ya", soft="е=ye ё=yë"
        ),
        ("bgn-pcgn", "be"): _table(_DIGRAPHS + "г=h ґ=g е=ye ё=yo і=i й=y ў=w ы=y ь=’ э=e ю=yu я=ya '=”"),
        ("kmu-55", "uk"): _KMU,
        ("scholarly", "uk"): _table(_CARONS + "г=h ґ=g е=e є=je и=y і=i ї=ji"),
        ("scholarly", "ru"): _table(_CARONS + "г=g е=e ё=ë и=i ъ=ʺ ы=y э=è"),
        ("scholarly", "be"): _table(_CARONS + "г=h ґ=g е=e ё=ë і=i ў=ŭ ы=y э=è"),
    }
)


def knows(scheme: str, language: str) -> bool:
    """Tell whether a scheme is meant for a language, which is one of LANGUAGES."""
    return (scheme, language) in _TABLES


def transliterate(text: str, scheme: str, language: str) -> str:
    """Write the Cyrillic words of a text in Latin letters; all else stays as it is.

    Letters that the language does not have, in a foreign name, are written as another language's table of
    the scheme has them, and else left.
    """
    table = _TABLES[scheme, language]
    others = [_TABLES[scheme, other] for other in LANGUAGES if knows(scheme, other)]
    return _CYRILLIC.sub(lambda found: _word(found[0], table, others), text)


def _word(word: str, table: _Table, others: list[_Table]) -> str:
    lower = "".join("'" if char in _APOSTROPHES else char for char in word.lower())
    pieces = []
    for index, letter in enumerate(lower):
        after_group = table.groups.get(lower[max(index - 1, 0) : index + 1])
        before_group = table.groups.get(lower[index : index + 2])
        if after_group:
            continue
        piece = before_group or _letter(letter, lower[:index], table, others)
        pieces.append(_cased(piece, word, index))
    return "".join(pieces)


def _letter(letter: str, before: str, table: _Table, others: list[_Table]) -> str:
    if not before and letter in table.first:
        return table.first[letter]
    if letter in table.soft and (not before or before[-1] in _VOWELS or before[-1] in "йъь"):
        return table.soft[letter]
    found = (known.letters[letter] for known in (table, *others) if letter in known.letters)
    return next(found, letter)


def _cased(piece: str, word: str, index: int) -> str:
    """Give a letter's signs the case that it has: all capitals within a word of capitals."""
    if not word[index].isupper():
        return piece
    near = word[index + 1 : index + 2] or word[max(index - 1, 0) : index]
    return piece.upper() if near.isupper() else piece[:1].upper() + piece[1:]
