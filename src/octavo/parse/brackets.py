"""Brackets that touch, which Pandoc takes for links.

In `[@roe, p. 3][@doe]` Pandoc sees the text and the label of a link, finds no such label, and makes of the
first bracket an author named in the text, without its locator; of `^[Compare it.][@doe]` it makes no note
at all. A space between them says what the author meant.
"""

import re

from octavo.markdown import paragraphs_of
from octavo.model import Paragraph
from octavo.source import SourceFile

_TOUCHING = re.compile(r"\]\[(?=\^|[^\]\[]*@)")


def part_brackets(markdown: str) -> str:
    """Return the text of a chapter with a space between a citation or note and the one that touches it."""
    if not _TOUCHING.search(markdown):
        return markdown
    places = [
        place
        for paragraph in paragraphs_of(SourceFile("", markdown))
        for place in _second_brackets(paragraph)
    ]
    return "".join(
        markdown[begin:end] + (" " if end < len(markdown) else "")
        for begin, end in zip([0, *places], [*places, len(markdown)], strict=True)
    )


def _second_brackets(paragraph: Paragraph) -> list[int]:
    """Return where the brackets begin that must be parted from what ends there."""
    cited = {cited.group for cited in paragraph.citations}
    notes = [place for place in paragraph.notes if paragraph.raw[place[0]] == "^"]
    calls = [place for place in paragraph.notes if paragraph.raw[place[0]] == "["]
    after_notes = {end for _, end in notes}
    after_either = after_notes | {end for _, end in cited}
    found = [begin for begin, _ in cited if begin in after_either and paragraph.raw[begin] == "["]
    found += [begin for begin, _ in calls if begin in after_notes]
    return [paragraph.offset_at(begin) for begin in sorted(found)]
