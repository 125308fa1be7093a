"""Archived copies in notes and in the bibliography: "archived 24 November 2026, https://…".

No variable of CSL holds the day of an archived copy, and styles print none. So the style is made to put
a private-use character where an address ends, with the day of the visit if it prints one; there the
copy is told when citeproc has run, in the tree that all editions are made from. Where a style leaves an
address out, shortens a note or prints the DOI, which does not rot, there is nothing to tell.
"""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from octavo.ast import Node, attributes, string
from octavo.dates import date_in_words
from octavo.model import ArchivedCopy, Publication
from octavo.parse.reference_languages import languages_of_sources
from octavo.words import words_for

_BARE, _ANGLED = "\ue002", "\ue003"
_MARK = re.compile(f"([{_BARE}{_ANGLED}])")
_CSL = "{http://purl.org/net/xbiblio/csl}"
_WITHIN = frozenset(f"{_CSL}{name}" for name in ("group", "choose", "if", "else-if", "else"))
_ENDS = ".,;: "


def mark_addresses(style: str) -> str:
    """Put a mark where a CSL style ends an address.

    That is behind the smallest group with the variables `URL` and `accessed` (CSL specification 1.0.2,
    appendix IV), else behind the `URL` itself.
    """
    root = etree.fromstring(style.encode())
    marked: set[etree._Element] = set()
    for address in root.iter(f"{_CSL}text"):
        if address.get("variable") == "URL":
            place = _place(address)
            if place not in marked:
                marked.add(place)
                _mark(place, _ANGLED if _is_angled(address) else _BARE)
    return etree.tostring(root, encoding="unicode")


def _place(address: etree._Element) -> etree._Element:
    for outer in address.iterancestors():
        if outer.tag not in _WITHIN:
            break
        if outer.tag == f"{_CSL}group" and any(
            day.get("variable") == "accessed" for day in outer.iter(f"{_CSL}date")
        ):
            return outer
    return address


def _is_angled(address: etree._Element) -> bool:
    return address.get("prefix", "").endswith("<") and address.get("suffix", "").startswith(">")


def _mark(place: etree._Element, mark: str) -> None:
    """Add a mark to what an element prints, before the punctuation that parts it from the rest."""
    suffix = place.get("suffix", "")
    kept = suffix.rstrip(_ENDS)
    place.set("suffix", kept + mark + suffix[len(kept) :])


def tell_copies(blocks: list[Node], publication: Publication) -> None:
    """Replace each mark in the tree by what is known of a copy of the address before it, if anything."""
    _Telling(publication).walk(blocks)


def has_copies(publication: Publication) -> bool:
    """Tell whether any source of a publication has a copy that readers can see."""
    return any(snapshot.copy for snapshot in publication.snapshots.values())


class _Telling:
    """One walk through the tree in the order of its text; `_address` is the link that is not told of yet."""

    def __init__(self, publication: Publication) -> None:
        self._copies = _copies_by_address(publication)
        self._langs = _languages_by_address(publication)
        self._lang = publication.metadata.lang
        self._address = ""

    def walk(self, tree: Any) -> None:
        if isinstance(tree, dict):
            if tree.get("t") == "Link":
                self._address = tree["c"][2][0]
            for value in tree.values():
                self.walk(value)
        elif isinstance(tree, list):
            told: list[Any] = []
            for item in tree:
                if isinstance(item, dict) and item.get("t") == "Str" and _MARK.search(item["c"]):
                    told += self._tell(item["c"])
                elif mark := _taken_out(item):
                    told.append(item)
                    self.walk(item)
                    told += self._tell(mark)
                else:
                    self.walk(item)
                    told.append(item)
            tree[:] = told

    def _tell(self, text: str) -> list[Node]:
        """Give the inlines of a text with marks."""
        before, mark, after = _MARK.split(text, maxsplit=1)
        copy = self._copies.get(self._address)
        lang = self._langs.get(self._address, self._lang)
        self._address = ""
        if copy is None:
            return self._rest(before + (after[1:] if before.endswith(".") else after))
        told = f"{before}, {words_for(lang)['archived']} {date_in_words(copy.day, lang)}"
        link = {"t": "Link", "c": [attributes(), [string(copy.url)], [copy.url, ""]]}
        if mark == _ANGLED:
            return [*_inlines(told), {"t": "Space"}, string("<"), link, *self._rest(f">{after}")]
        return [*_inlines(f"{told},"), {"t": "Space"}, link, *self._rest(after)]

    def _rest(self, text: str) -> list[Node]:
        if _MARK.search(text):
            return self._tell(text)
        return [string(text)] if text else []


def _taken_out(item: Any) -> str:
    """Cut a link off, in place, from its mark on; return that: citeproc counts a suffix to the address."""
    last = item["c"][1][-1:] if isinstance(item, dict) and item.get("t") == "Link" else []
    found = _MARK.search(last[0]["c"]) if last and last[0]["t"] == "Str" else None
    if found is None:
        return ""
    text: str = last[0]["c"]
    last[0]["c"] = text[: found.start()]
    return text[found.start() :]


def _inlines(text: str) -> list[Node]:
    """Make inlines of a text whose spaces that do not break are meant."""
    inlines = [node for word in text.split(" ") for node in (string(word), {"t": "Space"})]
    return inlines[:-1]


def _copies_by_address(publication: Publication) -> Mapping[str, ArchivedCopy]:
    snapshots = publication.snapshots.values()
    return {snapshot.url: snapshot.copy for snapshot in snapshots if snapshot.copy}


def _languages_by_address(publication: Publication) -> Mapping[str, str]:
    """Return the languages of sources that are set by the rules of their own."""
    languages = languages_of_sources(publication)
    return {
        snapshot.url: languages[key] for key, snapshot in publication.snapshots.items() if key in languages
    }
