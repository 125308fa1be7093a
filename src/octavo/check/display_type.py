"""What is set in the typeface of headings: titles, tables, captions, boxes, sources of figures, charts."""

import re
from collections.abc import Iterator

from octavo.elements import BOXES
from octavo.model import Chapter, DataFile, Publication
from octavo.source import Span

_TITLES = ("title", "subtitle", "series", "edition", "publisher", "author", "rights", "contact")
"""The keys of the metadata that title pages and covers show; the abstract is set as text."""

_LINES = re.compile(
    r"""^(?:\#{1,6}[ ]+(?P<heading>.*)
      | (?P<row>\|.*)
      | !\[(?P<figure>.*)\]\(.*
      | (?:[Tt]able)?:[ ](?P<caption>[^ ].*)
      )$""",
    re.MULTILINE | re.VERBOSE,
)
"""Headings, rows of tables, figures and captions of tables; definitions stand further in."""

_FENCE = re.compile(r"^[ ]{0,3}:{3,}(?P<class>.*)$", re.MULTILINE)
_IS_SET_APART = re.compile(rf"(?<![\w-])(?:{'|'.join((*BOXES, 'source', 'table-note'))})(?![\w-])")


def display_stretches(publication: Publication) -> list[Span]:
    """Return all that is set in the typeface of headings, some of it twice, and code that looks so."""
    spans = publication.metadata.spans
    return [
        *(spans[key] for key in _TITLES if key in spans),
        *(span for chapter in publication.chapters for span in _in_chapter(chapter)),
        *(span for file in _drawn_from(publication) for span in _said(file)),
    ]


def _in_chapter(chapter: Chapter) -> Iterator[Span]:
    text, start = chapter.source.text, chapter.body_start
    for found in _LINES.finditer(text, start):
        yield chapter.source.span(*found.span(found.lastgroup or 0))
    fences: list[re.Match[str]] = []
    for fence in _FENCE.finditer(text, start):
        if fence["class"].strip(" :"):
            fences.append(fence)
        elif fences and _IS_SET_APART.search((opening := fences.pop())["class"]):
            yield chapter.source.span(opening.start(), fence.start())


def _drawn_from(publication: Publication) -> list[DataFile]:
    """Return the descriptions of charts, and the data that charts and chapters name."""
    charts = [*publication.charts.values()]
    texts = [file.source.text for file in charts] + [chapter.body for chapter in publication.chapters]
    named = [
        file
        for name, file in publication.data.items()
        if any(re.search(rf"\b{name}\b", text) for text in texts)
    ]
    return [*charts, *named]


def _said(file: DataFile) -> Iterator[Span]:
    """Give the characters beyond ASCII of a file's values, each on its own: remarks are not printed."""
    shown = {char for char in str(file.value) if not char.isascii()}
    for index, char in enumerate(file.source.text) if shown else ():
        if char in shown:
            yield file.source.span(index, index + 1)
