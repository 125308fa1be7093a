"""One source under two keys: readers would meet it twice in the list, and "ibid." would not know it.

The entries are sorted into drawers by what two of them must share, so that the time grows with their
number, not with its square.
"""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from octavo.addresses import address_key
from octavo.check.sources.entry_words import words_of
from octavo.check.sources.people import family_of, names_in
from octavo.diagnostics import Diagnostic, Related
from octavo.identifiers import IdentifierFault, parse_doi
from octavo.model import Entry, Publication

_PARTS = frozenset(("inbook", "incollection", "inproceedings", "inreference", "suppbook", "suppcollection"))
_CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle")
_BODIES = ("institution", "organization", "publisher", *_CONTAINERS)
_PARTING = (
    "doi",
    "isbn",
    "publisher",
    "translator",
    "volume",
    "number",
    "edition",
    "pages",
    "chapter",
    "type",
    "entrysubtype",
)
_ARTICLES = frozenset(("the", "a", "an"))
_LEAST_WORDS = 3
_LIKENESS = 0.75
_SHARED = 0.5
_SEARCHED = 8
"""How many entries of one drawer are looked at: none should hold two."""

Drawer = tuple[str, ...]


def check_duplicates(publication: Publication) -> Iterator[Diagnostic]:
    """C029: two entries with one DOI or address, or with one author, one year and nearly one title."""
    reported: set[str] = set()
    for what, drawers in (("DOI", _doi), ("address", _address), ("title, author and year", _titles)):
        kept: dict[Drawer, list[Entry]] = {}
        for entry in publication.bibliography.entries.values():
            twin = _put_away(entry, drawers(entry), kept)
            if twin and entry.citekey not in reported:
                reported.add(entry.citekey)
                yield _same(entry, twin, what)


def _put_away(entry: Entry, drawers: Iterable[Drawer], kept: dict[Drawer, list[Entry]]) -> Entry | None:
    """Put an entry into its drawers, and return the same source if it lies there already."""
    twin = None
    for drawer in drawers:
        others = kept.setdefault(drawer, [])
        twin = twin or next((other for other in others[:_SEARCHED] if _are_one(entry, other, drawer)), None)
        others.append(entry)
    return twin


def _doi(entry: Entry) -> Iterator[Drawer]:
    try:
        yield ("doi", parse_doi(entry.fields.get("doi", "")).lower())
    except IdentifierFault:
        return


def _address(entry: Entry) -> Iterator[Drawer]:
    key = address_key(entry.fields.get("url", ""))
    if key:
        yield ("url", key)


def _titles(entry: Entry) -> Iterator[Drawer]:
    """Yield a drawer for the title, one for the title before its colon, and one for each word left out."""
    title = entry.fields.get("title", "")
    words = _title_words(title)
    if len(words) < _LEAST_WORDS:
        return
    known = ("title", *_who(entry), _year(entry))
    yield (*known, "whole", *words)
    main = _title_words(title.partition(":")[0])
    if len(main) >= _LEAST_WORDS:
        yield (*known, "main", *main)
    for index, word in enumerate(words):
        if len(word) > _LEAST_WORDS and word.isalpha():
            yield (*known, str(index), *words[:index], *words[index + 1 :])


def _title_words(title: str) -> Drawer:
    return tuple(word for word in words_of(title) if word not in _ARTICLES)


def _who(entry: Entry) -> Drawer:
    for role in ("author", "editor"):
        if entry.fields.get(role):
            first = next(names_in(entry.place(role)), None)
            return words_of(family_of(first.text)) if first else ()
    return words_of(next((entry.fields[name] for name in _BODIES if entry.fields.get(name)), ""))


def _year(entry: Entry) -> str:
    return (entry.fields.get("date") or entry.fields.get("year") or "")[:4]


def _are_one(entry: Entry, other: Entry, drawer: Drawer) -> bool:
    """Tell whether two entries that share a drawer are one source, and no parts or versions of one."""
    are_parts = entry.kind in _PARTS or other.kind in _PARTS
    titles = _title_words(entry.fields.get("title", "")), _title_words(other.fields.get("title", ""))
    if drawer[0] != "title":
        is_apart = are_parts and titles[0] != titles[1]
        is_like = drawer[0] == "doi" or (_overlap(*titles) >= _SHARED and _year(entry) == _year(other))
        return is_like and not is_apart and not _differ(entry, other, ("pages", "chapter"))
    if "related" in entry.fields or "related" in other.fields:
        return False
    if _differ(entry, other, _PARTING) or _differ(entry, other, _CONTAINERS) or _on_other_days(entry, other):
        return False
    if titles[0] == titles[1]:
        return True
    if len(titles[0]) != len(titles[1]):
        return ":" not in entry.fields["title"] or ":" not in other.fields["title"]
    unlike = [pair for pair in zip(*titles, strict=True) if pair[0] != pair[1]]
    return len(unlike) == 1 and SequenceMatcher(None, *unlike[0]).ratio() >= _LIKENESS


def _overlap(one: Drawer, other: Drawer) -> float:
    """Return the share of words that two titles have in common: many sources may lie at one address."""
    return len(set(one) & set(other)) / (len(set(one) | set(other)) or 1)


def _differ(entry: Entry, other: Entry, names: Iterable[str]) -> bool:
    """Tell whether both have a field of that name, and not the same words in it."""
    pairs = ((entry.fields.get(name), other.fields.get(name)) for name in names)
    return any(one and two and words_of(one) != words_of(two) for one, two in pairs)


def _on_other_days(entry: Entry, other: Entry) -> bool:
    days = [source.fields.get("date", "") for source in (entry, other)]
    return days[0] != days[1] and min(map(len, days)) >= len("2021-09")


def _same(entry: Entry, twin: Entry, what: str) -> Diagnostic:
    field = {"DOI": "doi", "address": "url"}.get(what, "title")
    return Diagnostic(
        "C029",
        f"entry `{entry.citekey}` has the {what} of entry `{twin.citekey}`",
        entry.place(field),
        hint=f"cite `{twin.citekey}` wherever `{entry.citekey}` is cited and remove this entry, "
        f"or correct its {what}",
        related=(Related(f"`{twin.citekey}` is here", twin.place(field)),),
    )
