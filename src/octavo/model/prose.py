"""The paragraphs of a chapter as their author wrote them: what is said, and the sources beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from octavo.source import SourceFile, Span

Place = tuple[int, int]
"""A stretch of a paragraph: offsets in characters, the end excluded."""


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """One source cited in a paragraph.

    `place` is that of the citekey, `group` that of the whole bracket, or of the bare `@key` with the
    bracket that follows it, and `suffix` that of what follows the key up to `;` or the bracket's end.
    """

    citekey: str
    place: Place
    group: Place
    suffix: Place


@dataclass(frozen=True, slots=True)
class BracketedSpan:
    """`[text]{.class key="value"}`: `place` is that of the text, `whole` that of all of it."""

    place: Place
    whole: Place
    classes: tuple[str, ...]
    attributes: Mapping[str, str]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, heading, list item or table.

    `raw` is its text with line ends between its lines; `plain` has the same length, with a space for
    each character that is no word of the text: citations, notes, code, formulas, addresses, attributes,
    comments, Jinja2. Places are offsets in both. `boxes` are the classes of the fenced divisions round
    it, the outermost first; `is_note` tells of text that belongs to a call `[^1]`.
    """

    raw: str
    plain: str
    citations: tuple[CitedPlace, ...]
    notes: tuple[Place, ...]
    spans: tuple[BracketedSpan, ...]
    boxes: tuple[str, ...]
    is_heading: bool
    is_table: bool
    is_note: bool
    source: SourceFile = field(repr=False, compare=False)
    offset_at: Callable[[int], int] = field(repr=False, compare=False)

    def span(self, place: Place) -> Span:
        """Turn a place in the paragraph into a place in its file."""
        begin, end = place
        start = self.offset_at(begin)
        return self.source.span(start, self.offset_at(end - 1) + 1 if end > begin else start)
