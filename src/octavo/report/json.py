"""The JSON report: one array of objects, for programs."""

import json
from collections.abc import Sequence

from octavo.diagnostics import Diagnostic, in_order


def render_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Write diagnostics as one array of objects with nine members each, null where unknown.

    The members are `code`, `severity`, `message`, `file` (relative to the publication), `line`,
    `column`, `end_line`, `end_column` (from 1, the end is the place after the span) and `hint`.
    """
    objects = [_object(diagnostic) for diagnostic in in_order(diagnostics)]
    return json.dumps(objects, ensure_ascii=True, indent=2) + "\n"


def _object(diagnostic: Diagnostic) -> dict[str, str | int | None]:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "file": diagnostic.path,
        "line": span.first.line if span else None,
        "column": span.first.column if span else None,
        "end_line": span.last.line if span else None,
        "end_column": span.last.column if span else None,
        "hint": diagnostic.hint,
    }
