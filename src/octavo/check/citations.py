"""Citations and entries belong together: every citation has its entry, every entry is cited."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from octavo.diagnostics import Diagnostic, Related, nearest
from octavo.markdown.mask import find_templates
from octavo.model import Entry, Publication

WORD = re.compile(r"[\w*](?:[\w:.#$%&\-+?<>~/]*\w)?")
"""A word that may be a citekey, wherever a template could make a citation of it."""


def check_citekeys(publication: Publication) -> Iterator[Diagnostic]:
    """C001: a citekey has no entry."""
    entries = publication.bibliography.entries
    known = entries.keys() | publication.bibliography.broken
    for chapter in publication.chapters:
        for citation in chapter.citations:
            if citation.citekey in known:
                continue
            told = f"citation `@{citation.citekey}` has no entry in the bibliography"
            yield without_entry(Diagnostic("C001", told, citation.span), citation.citekey, entries, sign="@")


def without_entry(
    found: Diagnostic, citekey: str, entries: Mapping[str, Entry], *, sign: str = ""
) -> Diagnostic:
    """Say of a citekey without entry which one may be meant; `sign` is what stands before citekeys there."""
    near = nearest(citekey, entries)
    if near is None:
        return replace(found, hint="add the entry to a file in `bibliography/`")
    related = Related(f"`{near}` is here", entries[near].key_span)
    return replace(found, hint=f"did you mean `{sign}{near}`?", related=(related,))


def check_uncited(publication: Publication) -> Iterator[Diagnostic]:
    """C002: an entry is cited nowhere, and none that is cited takes fields from it."""
    needed = frozenset(publication.bibliography.with_parents(cited_keys(publication)))
    for entry in publication.bibliography.entries.values():
        if entry.citekey not in needed:
            yield Diagnostic(
                "C002",
                f"entry `{entry.citekey}` is never cited",
                entry.key_span,
                hint=f"cite it as `[@{entry.citekey}]`, or remove it",
            )


def cited_keys(publication: Publication) -> frozenset[str]:
    """Return what chapters cite, and every word from which a template could make a citation.

    These are the words of the files of data and of the Jinja2 in chapters.
    """
    texts = [file.source.text for file in publication.data.values()]
    texts += [part for chapter in publication.chapters for part in find_templates(chapter.body)]
    words = {word for text in texts for word in WORD.findall(text)}
    keys = {citation.citekey for chapter in publication.chapters for citation in chapter.citations}
    return frozenset(keys | words)


def cited_entries(publication: Publication) -> Iterator[Entry]:
    """Yield the entries that are cited, in the order of the bibliography."""
    cited = cited_keys(publication)
    yield from (entry for entry in publication.bibliography.entries.values() if entry.citekey in cited)
