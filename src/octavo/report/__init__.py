"""From diagnostics to text: one module for each style of report, and the door that picks one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from octavo.diagnostics import Diagnostic
from octavo.report.concise import render_concise
from octavo.report.full import render_full
from octavo.report.github import render_github
from octavo.report.json import render_json

Style = Literal["full", "concise", "json", "github"]

_RENDERERS: Mapping[Style, Callable[[Sequence[Diagnostic]], str]] = {
    "full": render_full,
    "concise": render_concise,
    "json": render_json,
    "github": render_github,
}


def render(diagnostics: Sequence[Diagnostic], style: Style) -> str:
    """Write diagnostics, sorted by file and place, in one of the four styles, without colour."""
    return _RENDERERS[style](diagnostics)
