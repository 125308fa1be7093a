"""The report for GitHub Actions: workflow commands that become annotations on the lines at fault."""

from collections.abc import Sequence

from octavo.diagnostics import Diagnostic, in_order
from octavo.report.cells import visible


def render_github(diagnostics: Sequence[Diagnostic]) -> str:
    """Write diagnostics as workflow commands such as `::error file=…,line=…,title=C001::message`.

    A hint stands on a line of its own below the message. Columns are named only for a span within
    one line, because GitHub refuses them otherwise.
    """
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in in_order(diagnostics))


def _command(diagnostic: Diagnostic) -> str:
    members = [*_place(diagnostic), ("title", diagnostic.code)]
    properties = ",".join(f"{name}={_escape_property(value)}" for name, value in members)
    text = diagnostic.message
    if diagnostic.hint:
        text += f"\nhint: {diagnostic.hint}"
    return f"::{diagnostic.severity.value} {properties}::{_escape(text)}"


def _place(diagnostic: Diagnostic) -> list[tuple[str, str]]:
    members = [("file", diagnostic.path)] if diagnostic.path else []
    if not diagnostic.span:
        return members
    first, last = diagnostic.span.first, diagnostic.span.last
    members += [("line", str(first.line)), ("endLine", str(last.line))]
    if first.line == last.line:
        members += [("col", str(first.column)), ("endColumn", str(last.column))]
    return members


def _escape(text: str) -> str:
    """Escape what ends a command; what steers a terminal is drawn, since logs are read in terminals too."""
    return "%0A".join(visible(line).replace("%", "%25") for line in text.split("\n"))


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
