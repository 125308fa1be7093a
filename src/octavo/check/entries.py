"""An entry says what a full note of its type needs, and in which language its title is."""

import re
from collections.abc import Iterator

from octavo.check.citations import cited_keys
from octavo.diagnostics import Diagnostic
from octavo.model import Entry, Publication

_PEOPLE = ("author", "editor", "translator")
_BODIES = ("publisher", "institution", "organization", "school", "location", "address", "howpublished")
_DATES = ("date", "year", "pubstate", "urldate", "eventdate", "origdate")
_TITLES = ("title", "maintitle", "booktitle", "shorttitle")
_JOURNALS = ("journaltitle", "journal", "eventtitle")
_ADDRESSES = ("url", "doi", "eprint")

Need = tuple[str, tuple[str, ...]]

_WHO: Need = ("an `author`, an `editor` or a publishing body", _PEOPLE + _BODIES)
_EVERY: tuple[Need, ...] = (("a `title`", _TITLES), ("a `date`", _DATES))
_ADDRESS: Need = ("a `url` or `doi`", _ADDRESSES)
_JOURNAL: Need = ("a `journaltitle`", _JOURNALS)
_BOOK: Need = ("a `booktitle`", ("booktitle", "maintitle", "eventtitle"))
_BODY: Need = ("an `institution`", (*_BODIES, "type"))
_OF_KIND: dict[str, tuple[Need, ...]] = {
    "article": (_JOURNAL,),
    "online": (_ADDRESS,),
    "electronic": (_ADDRESS,),
    "www": (_ADDRESS,),
    "incollection": (_BOOK,),
    "inbook": (_BOOK,),
    "inproceedings": (_BOOK,),
    "conference": (_BOOK,),
    "report": (_BODY,),
    "techreport": (_BODY,),
    "thesis": (_BODY,),
    "phdthesis": (_BODY,),
    "mastersthesis": (_BODY,),
}
_WITHOUT_AUTHOR = frozenset(("article", "jurisdiction", "legislation", "legal"))
_CYRILLIC = re.compile(r"[\u0400-\u052f]")


def check_fields(publication: Publication) -> Iterator[Diagnostic]:
    """C003: a cited entry lacks what a full note of its type needs."""
    for entry in _cited(publication):
        lacking = [what for what, names in _needs(entry) if not any(entry.fields.get(name) for name in names)]
        if lacking:
            listed = "; ".join(lacking)
            yield Diagnostic(
                "C003",
                f"entry `{entry.citekey}` (`@{entry.kind}`) lacks: {listed}",
                entry.key_span,
                hint=f"add {listed}",
            )


def check_languages(publication: Publication) -> Iterator[Diagnostic]:
    """C004: a title in Cyrillic letters without `langid`."""
    for entry in _cited(publication):
        title = entry.fields.get("title", "")
        if _CYRILLIC.search(title) and not (entry.fields.get("langid") or entry.fields.get("hyphenation")):
            yield Diagnostic(
                "C004",
                f"entry `{entry.citekey}` has a Cyrillic title but no `langid`",
                entry.key_span,
                hint="add `langid = {ukrainian}`, `{russian}` or what the language is",
            )


def _cited(publication: Publication) -> Iterator[Entry]:
    cited = cited_keys(publication)
    for entry in publication.bibliography.entries.values():
        if entry.citekey in cited and "crossref" not in entry.fields and "xdata" not in entry.fields:
            yield entry


def _needs(entry: Entry) -> Iterator[Need]:
    """Yield what an entry needs; an article's journal, and a law, stand for an author."""
    yield from _EVERY
    yield from _OF_KIND.get(entry.kind, ())
    if entry.kind not in _WITHOUT_AUTHOR:
        yield _WHO
