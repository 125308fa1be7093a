"""Remarks that allow a rule to be broken: `<!-- allow C040: the reason -->`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from octavo.model import Paragraph
from octavo.source import SourceFile, Span

_REMARK = re.compile(
    r"<!--\s*allow\s+(?P<rule>[A-Za-z]+\d+)\s*(?:(?:[:,–—]|-(?!->))\s*(?P<reason>(?:(?!-->|<!--).)*))?-->",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Allowance:
    """A remark: `reason` is "" where it is missing; `covers` is the paragraph it belongs to.

    A remark that stands alone belongs to the paragraph that follows it.
    """

    rule: str
    reason: str
    span: Span
    covers: Span


def allowances_of(
    source: SourceFile, paragraphs: Iterable[Paragraph], code: Iterable[Span], start: int
) -> Iterator[Allowance]:
    """Find the remarks in the text of a chapter from the offset `start`, in their order, but in no code."""
    places = [paragraph.span((0, len(paragraph.raw))) for paragraph in paragraphs if paragraph.raw]
    for remark in _REMARK.finditer(source.text, start):
        span = source.span(*remark.span())
        if any(it.start <= span.start < it.end for it in code):
            continue
        reason = " ".join((remark["reason"] or "").split())
        yield Allowance(remark["rule"], reason, span, _covered(places, span))


def _covered(places: list[Span], remark: Span) -> Span:
    """Return the paragraph that a remark stands in, else the next one, else the remark itself."""
    return next((place for place in places if place.end > remark.start), remark)
