"""Which words for pages, chapters and the like Pandoc knows in which language.

It takes the terms of the locale of the document's language (CSL locales), and leaves any other word as a
part of the text. These were found by asking it. For Belarusian it has the English ones, and octavo's own.
"""

from collections.abc import Mapping
from types import MappingProxyType

_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "page": "p. pp. page pages",
        "section": "§ section sect. sec. §§",
        "paragraph": "¶ para. paragraph paras.",
        "chapter": "chapter ch. chapters chap.",
        "folio": "fol. fols.",
        "line": "l. ll. line lines",
        "note": "n. nn. note notes",
        "issue": "no. nos.",
        "volume": "vol. vols. volume",
        "book": "book bk.",
        "column": "col. cols.",
        "figure": "fig. figs.",
        "part": "part pt.",
        "verse": "v. vv. verse",
    },
    "uk": {
        "page": "с.",
        "section": "§",
        "paragraph": "¶ параграф пар.",
        "chapter": "розд. розділ",
        "line": "л. рядок рядки",
        "note": "прим. примітка",
        "issue": "вип.",
        "volume": "том",
        "book": "кн. книга",
        "figure": "рис.",
        "part": "ч. частина",
    },
    "be": {
        "page": "с. старонка p. pp. page pages",
        "chapter": "разд. раздзел ch. chap. chapter",
        "note": "заўв. заўвага n. note",
        "issue": "вып. выпуск no.",
        "volume": "т. том vol. volume",
        "part": "ч. частка pt. part",
    },
    "ru": {
        "page": "с. сс. страница страницы",
        "section": "§ раздел разд.",
        "paragraph": "¶ п. пп. параграф",
        "chapter": "гл. глава",
        "folio": "л.",
        "line": "стр. строка",
        "note": "прим.",
        "volume": "т. том",
        "book": "кн. книга",
        "figure": "рис.",
        "part": "ч. часть",
        "verse": "ст.",
    },
    "de": {
        "page": "s. seite seiten",
        "section": "§ abschn.",
        "paragraph": "¶ abs.",
        "chapter": "kap. kapitel",
        "folio": "fol.",
        "issue": "nr.",
        "volume": "bd.",
        "column": "sp.",
        "figure": "abb.",
        "verse": "v. verse",
    },
    "fr": {
        "page": "p. page pages",
        "paragraph": "§",
        "chapter": "chap.",
        "section": "sect. section",
        "line": "l.",
        "note": "n. note",
        "volume": "vol. volume",
        "column": "col.",
        "figure": "fig.",
    },
    "pl": {
        "page": "s.",
        "section": "§",
        "paragraph": "¶",
        "chapter": "rozdz.",
        "volume": "tom",
        "part": "cz.",
    },
    "es": {
        "page": "p. pp.",
        "paragraph": "§",
        "section": "sec.",
        "chapter": "cap.",
        "line": "l.",
        "note": "n.",
        "volume": "vol. vols.",
        "column": "col.",
        "figure": "fig.",
        "part": "pt.",
    },
    "it": {
        "page": "p. pp.",
        "section": "§",
        "paragraph": "¶ par.",
        "chapter": "cap.",
        "note": "n. note",
        "volume": "vol. volume",
        "column": "col.",
        "figure": "fig.",
        "part": "pt.",
    },
}
_NOWHERE = MappingProxyType({"стор.": "page", "pg.": "page", "pgs.": "page", "pag.": "page"})
"""Words for pages that people write and no locale has."""


def _by_word() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType(
        {
            lang: MappingProxyType({word: kind for kind, words in kinds.items() for word in words.split()})
            for lang, kinds in _WORDS.items()
        }
    )


_KINDS = _by_word()


def is_foreign(word: str, lang: str) -> bool:
    """Tell whether a word is a locator's in other languages only; of one not listed nothing is known."""
    known = _KINDS.get(lang)
    if known is None or word.lower() in known:
        return False
    return _kind_of(word) is not None


def own_word(word: str, lang: str) -> str | None:
    """Return the word of a language for what a word of another language means, if it has one."""
    kind = _kind_of(word)
    words = _WORDS.get(lang, {}).get(kind or "", "").split()
    if not words:
        return None
    return "S." if (lang, kind) == ("de", "page") else words[0]


def page_word(lang: str) -> str:
    """Return the abbreviation of "page" in a language, the English one for a language not listed."""
    return own_word("p.", lang.lower().split("-")[0]) or "p."


def _kind_of(word: str) -> str | None:
    word = word.lower()
    others = (kinds[word] for kinds in _KINDS.values() if word in kinds)
    return next(others, _NOWHERE.get(word))
