"""Entries as citeproc is to read them: in Latin letters where that is wanted, with translated titles.

What Pandoc would print wrongly is written otherwise, too: the address of a DOI, BibTeX's words for theses in
languages that it does not know them in, and titles of cases and acts, which are names.

What is printed beside a title, in brackets, goes to citeproc within the title, between private-use
characters; `transforms/title_notes.py` takes it out of the title's quotation marks and italics again.
"""

import re
from collections.abc import Mapping

from octavo.identifiers import IdentifierFault, parse_doi
from octavo.languages import language_of, primary
from octavo.model import Entry, Transliteration
from octavo.parse.bibtex import written_entry
from octavo.parse.genres import genre_of, state_of
from octavo.transforms.title_notes import CLOSE, OPEN
from octavo.transliteration import LANGUAGES, transliterate

TRANSLATION = "titletranslation"
_UNKNOWN_NAMES = frozenset({"belarusian"})
"""Languages that Pandoc does not know by name: it would set their titles as English ones."""
_KEPT = frozenset(
    {"abstract", "annotation", "annote", "crossref", "doi", "file", "ids", "keywords", "langid", "related"}
    | {TRANSLATION, "url", "xdata", "xref"}
)
"""Fields that are not printed, or are not words."""
_LEGAL = frozenset({"jurisdiction", "legal", "legislation"})
"""Entries whose titles are names: "Example v Sample"."""
_NAMES = frozenset({"title", "shorttitle"})
_QUOTING = _NAMES | {"subtitle", "booktitle", "booksubtitle", "maintitle"}
_STRAIGHT = re.compile(r"""(?<!\\)"([^"]+)(?<![\\'])"()""")
_GUILLEMETS = re.compile(_STRAIGHT.pattern.removesuffix("()") + "|«([^«»]+)»")
"""Quotations within titles; guillemets are the marks of titles themselves where Cyrillic is written."""
BOOKS = frozenset({"booktitle", "booksubtitle", "maintitle", "mainsubtitle"})
"""Titles of what a source stands in."""


def entry_text(entry: Entry, wanted: Transliteration, lang: str, whole: frozenset[str] = frozenset()) -> str:
    """Return an entry as it stands in its file, or with the fields that are to be printed otherwise.

    `lang` is the language whose rules it is set by, as a tag; fields in `whole` keep their capitals.
    """
    fields = _mended(entry, printed_fields(entry, wanted), lang, whole)
    if fields == entry.fields:
        return entry.raw
    return written_entry(entry.kind, entry.citekey, fields)


def _mended(entry: Entry, fields: Mapping[str, str], lang: str, whole: frozenset[str]) -> Mapping[str, str]:
    """Return fields without what Pandoc would print wrongly."""
    mended = dict(fields)
    if "doi" in fields:
        mended["doi"] = bare_doi(fields["doi"])
    genre = genre_of(entry.kind, fields.get("type", ""), lang)
    state = state_of(fields.get("pubstate", ""), lang)
    mended |= ({"type": genre} if genre else {}) | ({"pubstate": state} if state else {})
    marks = _GUILLEMETS if primary(lang) in LANGUAGES else _STRAIGHT
    mended |= {name: marks.sub(_as_quoted, fields[name]) for name in _QUOTING & fields.keys()}
    names = whole | (_NAMES if entry.kind in _LEGAL else frozenset())
    return mended | {name: _whole(mended[name]) for name in names if name in mended}


def _as_quoted(found: re.Match[str]) -> str:
    """Write a quotation as BibTeX does; citeproc gives it marks of the language, as one in another if so."""
    return f"``{found[1] or found[2]}''"


def _whole(title: str) -> str:
    """Put a title, without what is to stand beside it, in braces, so that its capitals stay."""
    words, mark, beside = title.partition(OPEN)
    return f"{{{words}}}{mark}{beside}"


def bare_doi(text: str) -> str:
    """Return a DOI without its address, which styles put before it; what is no address of a DOI stays."""
    try:
        return parse_doi(text) if "//" in text else text
    except IdentifierFault:
        return text


def printed_fields(entry: Entry, wanted: Transliteration) -> Mapping[str, str]:
    """Return an entry's fields as they are printed; a short title is there if the title has brackets."""
    fields = {
        name: value if name in _KEPT else latinized(value, entry, wanted)
        for name, value in entry.fields.items()
    }
    if fields.get("langid", "").strip().lower() in _UNKNOWN_NAMES:
        fields["langid"] = language_of(entry) or ""
    told = "; ".join(filter(None, [_original(entry, wanted), entry.fields.get(TRANSLATION, "")]))
    if told and fields.get("title"):
        fields.setdefault("shorttitle", fields["title"])
        last = "subtitle" if fields.get("subtitle") else "title"
        fields[last] += f"{OPEN}{told}{CLOSE}"
    return fields


def latinized(text: str, entry: Entry, wanted: Transliteration) -> str:
    """Return a text of an entry in Latin letters, if the publication wants its language in them."""
    language = _language(entry)
    scheme = wanted.schemes.get(language or "")
    return transliterate(text, scheme, language) if language and scheme else text


def _original(entry: Entry, wanted: Transliteration) -> str:
    """Return the title in its own letters if it is to stand beside the Latin ones, else nothing."""
    title = ": ".join(filter(None, (entry.fields.get("title"), entry.fields.get("subtitle"))))
    return title if wanted.keeps_original and latinized(title, entry, wanted) != title else ""


def _language(entry: Entry) -> str | None:
    tag = primary(language_of(entry) or "")
    return tag if tag in LANGUAGES else None
