"""Captions of figures and tables: numbered by fields, above what they name."""

import re
from collections.abc import Iterable

from octavo.ooxml import Element, found, named, style_of
from octavo.write.docx.paragraphs import field, run
from octavo.write.docx.references import bookmarked

_LABEL = re.compile(r"^(.*?)(\d+)(\D*)$", re.DOTALL)
_LABEL_STYLE = "CaptionLabel"
_SEQUENCES = {"ImageCaption": "Figure", "TableCaption": "Table"}


def number_captions(document: Element, names: Iterable[str]) -> None:
    """Turn the number in each caption's label into a SEQ field, so that Word can renumber and list them.

    `names` are the bookmarks for the numbers, in the order of the captions.
    """
    waiting = iter(names)
    for paragraph in found(document, ".//w:p[w:r/w:rPr/w:rStyle[@w:val='CaptionLabel']]"):
        sequence = _SEQUENCES.get(style_of(paragraph) or "")
        runs = found(paragraph, "w:r[w:rPr/w:rStyle[@w:val='CaptionLabel']]")
        match = _LABEL.match("".join(text.text or "" for piece in runs for text in found(piece, "w:t")))
        if sequence is None or match is None:
            continue
        place = paragraph.index(runs[0])
        for piece in runs:
            paragraph.remove(piece)
        before, number, after = match.groups()
        pieces = [
            run(before, _LABEL_STYLE),
            *bookmarked(field(f"SEQ {sequence} \\* ARABIC", number, _LABEL_STYLE), next(waiting)),
            run(after, _LABEL_STYLE),
        ]
        paragraph[place:place] = pieces


def lift_captions(body: Element) -> None:
    """Put the caption of a figure above it, as in the other editions."""
    for caption in found(body, "w:p[w:pPr/w:pStyle[@w:val='ImageCaption']]"):
        figure = caption.getprevious()
        if figure is not None and style_of(figure) == "CaptionedFigure":
            figure.addprevious(caption)


def seat_bookmarks(body: Element) -> None:
    """Put the bookmark of a table or figure, which Pandoc lays around the whole, into its caption.

    LibreOffice loses those around tables on their way through ODT, and with them the links to these.
    """
    ends = {end.get(named("w:id")): end for end in found(body, ".//w:bookmarkEnd")}
    for caption in (item for item in found(body, ".//w:p") if style_of(item) in _SEQUENCES):
        start = caption.getprevious()
        while start is not None and start.tag == named("w:bookmarkStart"):
            before = start.getprevious()
            caption.insert(1, start)
            caption.append(ends[start.get(named("w:id"))])
            start = before
