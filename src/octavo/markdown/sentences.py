"""Part a paragraph into its sentences, in the ways of its language."""

import bisect
import re
from collections.abc import Mapping, Sequence

from octavo.model import Place

_END = re.compile(r"""(?<![.!?…])[.!?…]+["'”’»“*_)\]]*(?=\s|$)""")
_NEXT = re.compile(r"""[\s"'“„«‘(*_\[—–-]*(?P<letter>[^\W_])""")
_LAST_WORD = re.compile(r"[\w.'’-]+$")
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"")
_LONGEST_WORD = 60
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE_NAMES: Mapping[str, frozenset[str]] = {
    "en": _words(
        "mr mrs ms dr prof st gen col lt sgt capt gov sen rep hon rev messrs jr sr vs cf e.g i.e viz"
        " ca approx al inc ltd co u.s u.k u.n d.c"
    ),
    "uk": _words(
        "р рр ст ст.ст т тт тов гр о пп напр див пор ім проф доц акад інж ген полк д-р п пан о.о т.зв"
        " зв тис млн млрд трлн грн коп дол руб обл м с смт вул просп буд кв корп ред упоряд пер нар бл"
    ),
    "ru": _words(
        "г гг в вв ст т тт тов напр см ср им проф доц акад инж ген полк д-р тыс млн млрд трлн руб коп дол"
        " обл ул просп кв корп ред сост пер н о род"
    ),
    "be": _words("г гг ст т тт напр гл імя праф дац акад ген тыс млн млрд руб кап вобл вул рэд"),
    "pl": _words("r w ul im prof dr gen płk np tzw tys mln mld godz nr s t por ks św inż mgr"),
    "de": _words("dr prof nr bzw z.b d.h u.a usw ca vgl bd s hrsg st mio mrd abs art"),
    "fr": _words("m mm mme mlle dr pr st ste cf p vol éd av env"),
}
"""Words, without their last stop, after which a sentence goes on even when a capital follows."""

_BEFORE_NUMBERS = _words(
    "no nos p pp ch sec fig figs vol art par para eq tab № с сс рис табл розд гл п пп ст т вип кн nr s str"
    " bd abb abs"
)
"""Words after which a sentence goes on when a number follows."""

_ORDINALS_WITH_STOPS = frozenset({"de", "pl", "cs", "sk", "fi", "da", "nb", "no", "hu", "et", "lv"})


def split_sentences(plain: str, lang: str) -> list[Place]:
    """Return where the sentences of a paragraph begin and end, without the white space round them.

    `plain` is a paragraph's text in which all that is not read aloud is blotted out; `lang` is a BCP 47
    tag. Stops of abbreviations, initials and decimals end nothing, nor do those within a quotation. A
    language that octavo has no abbreviations of is read with those of English.
    """
    language = lang.split("-", maxsplit=1)[0].lower()
    quoted = [found.span() for found in _QUOTED.finditer(plain)]
    places = []
    start = 0
    for stop in _END.finditer(plain):
        if not _is_within(stop, quoted) and _ends(plain, stop, language):
            places.append(_trimmed(plain, start, stop.end()))
            start = stop.end()
    places.append(_trimmed(plain, start, len(plain)))
    return [(begin, end) for begin, end in places if begin < end]


def _is_within(stop: re.Match[str], quoted: Sequence[Place]) -> bool:
    """Tell whether a stop stands in a quotation, of those that are found from left to right."""
    last = bisect.bisect_left(quoted, stop.start(), key=lambda place: place[0]) - 1
    return last >= 0 and stop.end() < quoted[last][1]


def _ends(plain: str, stop: re.Match[str], language: str) -> bool:
    """Tell whether a sentence ends at a stop: a new one begins behind it, and it is no abbreviation's."""
    following = _NEXT.match(plain, stop.end())
    if following is None:
        return not plain[stop.end() :].strip()
    letter = following["letter"]
    if letter.islower():
        return False
    word = _LAST_WORD.search(plain[max(0, stop.start() - _LONGEST_WORD) : stop.start()])
    if word is None or stop[0] != ".":
        return True
    return not _is_abbreviation(word[0].lstrip("'’-"), letter, language)


def _is_abbreviation(word: str, letter: str, language: str) -> bool:
    if letter.isdigit() and word.lower() in _BEFORE_NUMBERS:
        return True
    if word.isdigit():
        return len(word) < 3 and language in _ORDINALS_WITH_STOPS
    if word.isupper() and _INITIAL.fullmatch(word):
        return word != "I" or language != "en"
    return word.lower() in _BEFORE_NAMES.get(language, _BEFORE_NAMES["en"])


def _trimmed(plain: str, start: int, end: int) -> Place:
    text = plain[start:end]
    return (start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))
