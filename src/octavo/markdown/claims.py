"""Passages that are marked as claims: `[the bridge is open]{.claim id=C07}`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from octavo.model import Chapter, Paragraph, Place
from octavo.source import Span

CLAIM_CLASS = "claim"
REGISTER_PLACE = re.compile(
    r"^(?P<opening>(?P<fence>:{3,})[ \t]*(?:claims-register|\{\.claims-register\}))[ \t]*:*[ \t\r]*\n"
    r"\s*(?P=fence)[ \t\r]*$",
    re.MULTILINE,
)
"""Where a chapter wants the register: an empty box of the class `claims-register`."""
_IDENTIFIER = re.compile(r"""(?<![\w:.-])(?:id=(?:"([^"]*)"|'([^']*)'|([^\s}"']+))|\#([^\s{}"'=]+))""")


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """A marked passage: `identifier` is None when it names no claim; `place` is that of its words.

    `span` covers the identifier, or the whole mark when there is none.
    """

    identifier: str | None
    paragraph: Paragraph
    place: Place
    span: Span


def claim_marks(chapter: Chapter) -> Iterator[ClaimMark]:
    """Yield the marked passages of a chapter in the order of the text."""
    for paragraph in chapter.paragraphs:
        for marked in paragraph.spans:
            if CLAIM_CLASS in marked.classes:
                start = marked.place[1] + 1
                found = _IDENTIFIER.search(paragraph.raw, start, marked.whole[1])
                group = next((index for index in (1, 2, 3, 4) if found and found[index] is not None), 0)
                place = found.span(group) if found else marked.whole
                identifier = found[group] if found and found[group] else None
                yield ClaimMark(identifier, paragraph, marked.place, paragraph.span(place))
