"""One text: what an edition says, compared with the document, part by part."""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile, zip_longest

from octavo.ast import iter_nodes
from octavo.diagnostics import Diagnostic
from octavo.model import Document, EditionView, Format

_SHOWN_CHARACTERS = 70
_SHOWN_BEFORE = 20
_BREAK = re.compile(r"(?<=[;:,]) (?=\d)")
"""A space at which a line may have ended, or may not: lines end behind these marks without one, too."""


def view_of(document: Document) -> EditionView:
    """Return what an edition of the document must say."""
    return EditionView(
        headings=tuple((heading.level, _folded(heading.text)) for heading in document.headings),
        notes=tuple((note.label, _folded(note.text)) for note in document.notes),
        figures=tuple(_folded(caption.text) for caption in document.captions if caption.kind == "figure"),
        tables=tuple(_folded(caption.text) for caption in document.captions if caption.kind == "table"),
        references=tuple(_folded(reference) for reference in document.references),
        equations=tuple(_folded(f"{item.tex} ({item.number})") for item in document.equations),
    )


def check_agreement(document: Document, format_: Format, found: EditionView) -> tuple[Diagnostic, ...]:
    """Report the first difference in each part of what the edition says."""
    expected = view_of(document)
    parts: list[tuple[str, Sequence[object], Sequence[object]]] = [
        ("headings", expected.headings, found.headings),
        ("notes", expected.notes, found.notes),
        ("figures", expected.figures, found.figures),
        ("tables", expected.tables, found.tables),
        ("references", expected.references, found.references),
        ("formulas", expected.equations, found.equations),
    ]
    fold = _fold_of(document, format_)
    return tuple(
        _difference(format_, part, wanted, got, fold)
        for part, wanted, got in parts
        if [fold(value) for value in wanted] != [fold(value) for value in got]
    )


def _fold_of(document: Document, format_: Format) -> Callable[[object], str]:
    """Return how both are read before they are compared.

    Nobody can see whether a formula ends with a space or with its line, nor whether a line of a page that
    ends with "2021;" goes on with a space.
    """
    if any(node["t"] == "Math" for node in iter_nodes(document.ast)):
        return lambda value: "".join(str(value).split())
    return (lambda value: _BREAK.sub("", str(value))) if format_ == "pdf" else str


def _difference(
    format_: Format,
    part: str,
    expected: Sequence[object],
    found: Sequence[object],
    fold: Callable[[object], str],
) -> Diagnostic:
    pairs = enumerate(zip_longest(expected, found), start=1)
    place, (wanted, got) = next((index, pair) for index, pair in pairs if fold(pair[0]) != fold(pair[1]))
    wanted_shown, got_shown = _shown(wanted, got)
    return Diagnostic(
        "V030",
        f"the {format_.upper()} disagrees with the text: its {part} differ from number {place} on",
        hint="this is a fault of octavo: please report it with the publication",
        notes=(f"the text has: {wanted_shown}", f"the {format_.upper()} has: {got_shown}"),
        file=f"build/{format_}",
    )


def _shown(*values: object) -> tuple[str, ...]:
    """Return so much of both as tells them apart, without a long beginning that is the same."""
    texts = ["nothing" if value is None else str(value) for value in values]
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*texts, strict=False)))
    skipped = alike - _SHOWN_BEFORE if alike >= _SHOWN_CHARACTERS else 0
    return tuple(_cut(("…" if skipped else "") + text[skipped:]) for text in texts)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS] + "…"


def _folded(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())
