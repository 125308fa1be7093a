"""From what stands near a fault in an edition back to the line of the manuscript that it was made of."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from octavo.source import SourceFile, Span
from octavo.verify.pdf.passages import WINDOWS, Letters, find_words, letters

_FEWEST_LETTERS = 4
_UNMISTAKABLE = 14


class Manuscript:
    """The files that an edition was made of, to be searched."""

    def __init__(self, sources: Sequence[SourceFile]) -> None:
        self._sources = sources

    def find(self, near: Iterable[str]) -> Span | None:
        """Find the first of some words that stand in a file: as they are and once, or by their letters."""
        for words in near:
            span = self._find_exactly(words.strip()) or self._find_letters(words)
            if span is not None:
                return span
        return None

    def _find_exactly(self, words: str) -> Span | None:
        if len(words) < _FEWEST_LETTERS:
            return None
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        found = [
            source.span(*match.span()) for source in self._sources for match in pattern.finditer(source.text)
        ]
        return found[0] if len(found) == 1 else None

    def _find_letters(self, words: str) -> Span | None:
        """Find the longest row of letters that a file has as well; a shorter one may be of another place.

        So a short one must stand in one file alone, and what is shorter than the shortest is not looked for.
        """
        if len(letters(words)) < WINDOWS[-1]:
            return None
        for size in WINDOWS:
            pairs = zip(self._sources, self._written, strict=True)
            spans = (find_words(words, source, written, (size,)) for source, written in pairs)
            found = [span for span in spans if span is not None]
            if len(found) == 1 or (found and size > _UNMISTAKABLE):
                return found[0]
        return None

    @cached_property
    def _written(self) -> tuple[Letters, ...]:
        return tuple(Letters(source.text) for source in self._sources)
