"""The concise report: one line for each diagnostic, as editors and `grep` like it."""

from collections.abc import Sequence

from octavo.diagnostics import Diagnostic, in_order
from octavo.report.cells import visible


def render_concise(diagnostics: Sequence[Diagnostic]) -> str:
    """Write diagnostics as `path:line:col: error[C001] message`, leaving out what is unknown."""
    return "".join(f"{_line(diagnostic)}\n" for diagnostic in in_order(diagnostics))


def _line(diagnostic: Diagnostic) -> str:
    fault = f"{diagnostic.severity.value}[{diagnostic.code}] {diagnostic.message}"
    place = _place(diagnostic)
    return visible(f"{place}: {fault}" if place else fault)


def _place(diagnostic: Diagnostic) -> str | None:
    if not diagnostic.span:
        return diagnostic.path
    first = diagnostic.span.first
    return f"{diagnostic.path}:{first.line}:{first.column}"
