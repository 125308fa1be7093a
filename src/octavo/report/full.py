"""The full report: headline, place, source line with carets, hint, notes, related places, summary."""

from collections.abc import Iterator, Sequence

from octavo.diagnostics import Diagnostic, Related, in_order
from octavo.report.cells import excerpt, visible
from octavo.report.count import summary
from octavo.report.pieces import Piece, plain_text
from octavo.source import Span

_GUTTER_MINIMUM = 2


def render_full(diagnostics: Sequence[Diagnostic]) -> str:
    """Write diagnostics for people, plain, in order, and end with a summary; "" when there are none."""
    return plain_text(full_pieces(diagnostics))


def full_pieces(diagnostics: Sequence[Diagnostic]) -> list[Piece]:
    """Give the full report as pieces with roles, for whoever paints it."""
    ordered = in_order(diagnostics)
    if not ordered:
        return []
    pieces: list[Piece] = []
    for diagnostic in ordered:
        pieces += [*_diagnostic(diagnostic), Piece("\n")]
    return [*pieces, Piece(f"{summary(ordered)}\n", "headline")]


def _diagnostic(diagnostic: Diagnostic) -> Iterator[Piece]:
    gutter = _gutter_width(diagnostic)
    yield Piece(f"{diagnostic.severity.value}[{diagnostic.code}]", diagnostic.severity.value)
    yield Piece(f": {visible(diagnostic.message)}\n", "headline")
    if diagnostic.span:
        yield from _place(diagnostic.span, gutter)
        yield from _source(diagnostic.span, gutter)
    elif diagnostic.file:
        yield from _arrow(diagnostic.file, gutter)
    if diagnostic.hint:
        yield from _remark("hint", diagnostic.hint)
    for note in diagnostic.notes:
        yield from _remark("note", note)
    for related in diagnostic.related:
        yield from _related(related, gutter)


def _gutter_width(diagnostic: Diagnostic) -> int:
    line = diagnostic.span.first.line if diagnostic.span else 0
    return max(_GUTTER_MINIMUM, len(str(line)))


def _place(span: Span, gutter: int, message: str = "") -> Iterator[Piece]:
    first = span.first
    yield from _arrow(f"{span.source.path}:{first.line}:{first.column}", gutter, message)


def _arrow(place: str, gutter: int, message: str = "") -> Iterator[Piece]:
    yield Piece(" " * gutter + "--> ", "gutter")
    yield Piece(visible(place), "place")
    yield Piece(f": {visible(message)}\n" if message else "\n")


def _source(span: Span, gutter: int) -> Iterator[Piece]:
    """Draw the first line of a span, with carets under what of the span stands on that line."""
    first = span.first
    start = first.column - 1
    shown = excerpt(span.source.line_text(first.line), start, start + span.end - span.start)
    margin = " " * gutter + " |"
    yield Piece(f"{margin}\n{first.line:>{gutter}} |", "gutter")
    yield Piece(f" {shown.text}".rstrip() + "\n")
    yield Piece(f"{margin} ", "gutter")
    yield Piece(" " * shown.caret_start + "^" * shown.caret_count + "\n", "caret")


def _remark(kind: str, text: str) -> Iterator[Piece]:
    yield Piece(f"{kind}:", "hint" if kind == "hint" else "note")
    yield Piece(f" {visible(text)}\n")


def _related(related: Related, gutter: int) -> Iterator[Piece]:
    yield from _place(related.span, gutter, related.message)
