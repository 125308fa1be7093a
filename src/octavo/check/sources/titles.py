"""Titles that the citation style would spoil: it must know their language, and which letters are to stay."""

import re
from collections.abc import Iterator

from octavo.check.citations import cited_entries
from octavo.check.sources.style_needs import type_of, variables_of
from octavo.check.sources.title_language import evident_language, is_english
from octavo.csl import style_text
from octavo.csl.variables import StylePrints
from octavo.diagnostics import Diagnostic
from octavo.model import Entry, Publication

_SEEN_TO = frozenset(("english", "ukrainian", "russian"))
"""English is what citeproc takes for granted, and C004 sees to Cyrillic titles."""
_TITLES = ("title", "booktitle", "maintitle")
_LANGUAGES = ("langid", "hyphenation")
_BRACED = re.compile(r"\{[^{}]*\}|\\[a-zA-Z]+|\$[^$]*\$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_START = re.compile(r"(?:^|[:?!.…—]\s)[\W_]*$")
_KEPT_CASES = frozenset(("title", "uppercase", "capitalize-all"))
_LONG = 4
_LEAST_SHOUTED = 3
_SHOWN = 3


def check_title_languages(publication: Publication) -> Iterator[Diagnostic]:
    """C032: a cited entry does not say the language of a title, or says another than it evidently is.

    citeproc sets the capitals of English titles, and takes titles without a language for the document's.
    """
    is_english_text = publication.metadata.lang.lower().startswith("en")
    for entry in cited_entries(publication):
        title, named = entry.fields.get("title", ""), _language_of(entry)
        evident = evident_language(title if named else _BRACED.sub(" ", title))
        if evident is None or named == "":
            if evident and is_english_text and evident not in _SEEN_TO:
                yield _language(entry, "does not say that its title is not English", evident)
        elif is_english(named) and evident != "english" and is_english_text:
            yield _language(entry, f"says `{named}` of a title in another language", evident)
        elif not is_english(named) and evident == "english":
            yield _language(entry, f"says `{named}` of an English title", evident)


def _language_of(entry: Entry) -> str:
    return next((entry.fields[name] for name in _LANGUAGES if entry.fields.get(name)), "")


def _language(entry: Entry, what: str, evident: str) -> Diagnostic:
    is_said = bool(_language_of(entry))
    return Diagnostic(
        "C032",
        f"entry `{entry.citekey}` {what}",
        entry.place(*(_LANGUAGES if is_said else ("title",))),
        hint=f"{'write' if is_said else 'add'} `langid = {{{evident}}}`, or what the language is",
    )


def check_shouted_titles(publication: Publication) -> Iterator[Diagnostic]:
    """C033: a title of a cited entry is in capitals."""
    for entry in cited_entries(publication):
        for name in _TITLES:
            words = [word for word in _WORD.findall(entry.fields.get(name, "")) if len(word) >= _LONG]
            if len(words) >= _LEAST_SHOUTED and all(word.isupper() for word in words):
                yield Diagnostic(
                    "C033",
                    f"`{name}` of entry `{entry.citekey}` is in capitals",
                    entry.place(name),
                    hint="write it in small letters, with names and abbreviations in braces: "
                    "`Trade of {Belarus} with the {EU}`",
                )


def check_lowered_names(publication: Publication) -> Iterator[Diagnostic]:
    """C034: the style would write names in an English title of a cited entry with a small letter.

    Pandoc takes the capitals off the words of English titles in BibTeX, since these stand in title case
    there, and only styles in title case put them back. A title that is not in title case shows which of
    its words are names.
    """
    if publication.csl is None or not publication.metadata.lang.lower().startswith("en"):
        return
    style = StylePrints(style_text(publication.csl))
    for entry in cited_entries(publication):
        named = _language_of(entry)
        cases = style.prints(type_of(entry), variables_of(entry)).get("title", _KEPT_CASES)
        names = [] if cases & _KEPT_CASES or (named and not is_english(named)) else _names_in(entry)
        if names:
            shown = ", ".join(f"`{name}`" for name in names[:_SHOWN])
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            yield Diagnostic(
                "C034",
                f"this style prints {shown}{more} in the title of `{entry.citekey}` with a small letter",
                entry.place("title"),
                hint=f"put names into braces: `{{{names[0]}}}`",
            )


def _names_in(entry: Entry) -> list[str]:
    """Return the words with a capital within the sentences of a title that is not in title case."""
    title = _BRACED.sub(lambda braced: "\x00" * len(braced[0]), entry.fields.get("title", ""))
    inner = [word for word in _WORD.finditer(title) if not _SENTENCE_START.search(title[: word.start()])]
    small = [word for word in inner if word[0].islower() and len(word[0]) >= _LONG]
    capital = [word[0] for word in inner if word[0][0].isupper() and word[0][1:].islower()]
    return capital if len(small) >= len(capital) else []
