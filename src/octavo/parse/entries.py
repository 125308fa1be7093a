"""Entries as citeproc is to read them: in Latin letters where that is wanted, with translated titles.

What is printed beside a title, in brackets, goes to citeproc within the title, between private-use
characters; `transforms/title_notes.py` takes it out of the title's quotation marks and italics again.
"""

from collections.abc import Mapping

from octavo.languages import language_of, primary
from octavo.model import Entry, Transliteration
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


def entry_text(entry: Entry, wanted: Transliteration) -> str:
    """Return an entry as it stands in its file, or with the fields that are to be printed otherwise."""
    fields = printed_fields(entry, wanted)
    if fields == entry.fields:
        return entry.raw
    lines = "".join(f"  {name} = {_value(name, value)},\n" for name, value in fields.items())
    return f"@{entry.kind}{{{entry.citekey},\n{lines}}}"


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


def _value(name: str, value: str) -> str:
    """Write a value in braces, but not the name of a month: BibTeX knows these as words of its own."""
    return value if name == "month" and value.isalpha() and len(value) == 3 else f"{{{value}}}"
