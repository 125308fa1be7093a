"""Look for a quotation in what its source said: word for word, or nearly so, with the difference.

Words are what counts. Letter case, marks, spaces and hyphens are not compared: typesetting, house style and
text taken out of PDF files change them. `…` stands for anything, `[words]` for a few words or for none.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import islice
from typing import Literal, NamedTuple

from octavo.model import Place

INSERTION = "\x01"
"""What stands in a quotation for words in brackets that are its editor's."""

_GAP = re.compile(rf"(?<!\s)\s*(?:{INSERTION}|\[?\(?(?:…|\.\s?\.\s?\.(?:\s?\.)?)\)?\]?)\s*")
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
_NOT_COMPARED = re.compile(r"[^\w%\ue010]|_")
_POINT = "\ue010"
_CALL = re.compile(r"(?<=[^\W\d_][.,;:!?…”\"»’)])\d{1,3}(?=\s)|\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['’ʼ\u00ad\u2010\u2011-]\w+)*|%")
_LONGEST_OMISSION = 8_000
_LONGEST_INSERTION = 80
_NEAR = 0.6
_COMMON = 400
_MOST_TRIES = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a quotation and its source part: the place in the quotation, its words, and the source's."""

    place: Place
    quoted: str
    printed: str


@dataclass(frozen=True, slots=True)
class Match:
    """How a quotation agrees with its source.

    "near" has the first difference; "scattered" has all its parts, but not in this order or so close.
    """

    kind: Literal["exact", "near", "scattered", "missing"]
    difference: Difference | None = None


class _Word(NamedTuple):
    """A word of a text: how it is compared, and where it stands."""

    form: str
    place: Place


class SourceText:
    """What a source said, made ready for looking things up."""

    def __init__(self, text: str) -> None:
        """Keep the text; it is made ready when it is first asked.

        What look like calls of notes ("people.2 Three", "people[2]") are no words of it, unless a
        quotation has them.
        """
        self._whole = text
        self._text = _CALL.sub("", text)

    def has(self, parts: Sequence["_Part"]) -> bool:
        """Tell whether the parts of a quotation stand in the text in their order, and as near as they may."""
        return any(_has_chain(bones, parts) for bones in self._bones)

    @cached_property
    def _bones(self) -> Sequence[str]:
        whole = bones_of(self._whole)
        return [whole] if self._text == self._whole else [bones_of(self._text), whole]

    @cached_property
    def forms(self) -> Sequence[str]:
        """The words of the text in order, as they are compared."""
        return [_form(word) for word in _WORD.findall(self._text)]

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands among the words."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, form in enumerate(self.forms):
            places[form].append(index)
        return places

    def said(self, first: int, last: int) -> str:
        """Return the text from word `first` up to word `last`, without it."""
        words = list(islice(_WORD.finditer(self._text), first, last))
        return " ".join(self._text[words[0].start() : words[-1].end()].split()) if words else ""


def bones_of(text: str) -> str:
    """Return letters, digits, decimal marks and percent signs of a text, in one letter case (NFKC)."""
    folded = _DECIMAL.sub(_POINT, unicodedata.normalize("NFKC", text).casefold())
    return _NOT_COMPARED.sub("", folded)


def compare(quotation: str, source: SourceText) -> Match:
    """Look for a quotation, in which `INSERTION` stands for editor's words, in its source."""
    parts = list(_iter_parts(quotation))
    if source.has(parts):
        return Match("exact")
    for part in parts:
        if not source.has([part]):
            difference = _find_difference(quotation[slice(*part.place)], part.place[0], source)
            return Match("near", difference) if difference else Match("missing")
    return Match("scattered")


class _Part(NamedTuple):
    """What a quotation has between two gaps: its bones, its place, and how long the gap before may be."""

    bones: str
    place: Place
    longest_gap: int


def _iter_parts(quotation: str) -> Iterator[_Part]:
    """Yield the stretches between the gaps of a quotation that have words."""
    start, longest = 0, 0
    for gap in [*_GAP.finditer(quotation), None]:
        end = gap.start() if gap else len(quotation)
        if bones := bones_of(quotation[start:end]):
            yield _Part(bones, (start, end), longest)
            longest = 0
        if gap:
            start = gap.end()
            longest += _LONGEST_INSERTION if INSERTION in gap[0] else _LONGEST_OMISSION


def _has_chain(bones: str, parts: Sequence[_Part]) -> bool:
    """Tell whether parts follow each other: from each place of the first one, the next ones that come."""
    if not parts:
        return True
    first, *others = parts
    at = bones.find(first.bones)
    for _ in range(_MOST_TRIES):
        if at < 0:
            break
        end = at + len(first.bones)
        for part in others:
            found = bones.find(part.bones, end, end + part.longest_gap + len(part.bones))
            if found < 0:
                break
            end = found + len(part.bones)
        else:
            return True
        at = bones.find(first.bones, at + 1)
    return False


def _iter_words(text: str) -> Iterator[_Word]:
    for found in _WORD.finditer(text):
        form = _form(found[0])
        if form:
            yield _Word(form, found.span())


@lru_cache(maxsize=1 << 16)
def _form(word: str) -> str:
    """Return the bones of a word; a language has few words that are used often."""
    return bones_of(word)


def _find_difference(part: str, start: int, source: SourceText) -> Difference | None:
    """Find the first difference to the stretch of the source that is most like a part of a quotation."""
    words = list(_iter_words(part))
    likely = _likely_start(words, source)
    if likely is None:
        return None
    begin = max(0, likely - 3)
    window = source.forms[begin : likely + len(words) + len(words) // 4 + 4]
    matcher = SequenceMatcher(None, [word.form for word in words], window, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < max(2, _NEAR * len(words)):
        return None
    for quoted, printed in _differences(matcher, len(words)):
        place = _place(words, *quoted)
        text = " ".join(part[slice(*place)].split()) if quoted[0] < quoted[1] else ""
        return Difference(
            (place[0] + start, place[1] + start), text, source.said(begin + printed[0], begin + printed[1])
        )
    return None


def _differences(matcher: SequenceMatcher[str], count: int) -> Iterator[tuple[Place, Place]]:
    """Yield the words that differ, as places among those of the quotation and of the window.

    The window is wider than the quotation: what it has before and behind is no difference.
    """
    for kind, begin, end, from_, to in matcher.get_opcodes():
        if kind == "equal" or (kind == "insert" and begin in {0, count}):
            continue
        first = max(from_, to - (end - begin)) if begin == 0 else from_
        last = min(to, from_ + end - begin) if end == count else to
        yield (begin, end), (first, last)


def _place(words: Sequence[_Word], first: int, last: int) -> Place:
    """Return the place of some words, or of the two between which one is missing."""
    if first < last:
        return words[first].place[0], words[last - 1].place[1]
    return words[first - 1].place[0], words[first].place[1]


def _likely_start(words: Sequence[_Word], source: SourceText) -> int | None:
    """Return the index in the source at which a part of a quotation most likely begins.

    Each word votes for the beginnings that its places speak for; very common words have no vote.
    """
    votes: Counter[int] = Counter()
    for index, word in enumerate(words):
        places = source.places.get(word.form, ())
        if len(places) <= _COMMON:
            for place in places:
                votes.update({place - index + shift: 2 - abs(shift) for shift in (-1, 0, 1)})
    if not votes:
        return None
    return max(votes, key=lambda start: (votes[start], -start))
