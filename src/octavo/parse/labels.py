"""Cross-references that cannot be made, as diagnostics on what the author wrote."""

from collections.abc import Iterable

from octavo.diagnostics import Diagnostic
from octavo.model import Rendering
from octavo.source import Span


def mixed_findings(rendering: Rendering, labels: Iterable[str]) -> list[Diagnostic]:
    """P014: a label and a source in one bracket."""
    return [
        _at(
            "P014",
            rendering,
            f"the bracket names the label `{label}` and a source at once",
            label,
            f"give the label a bracket of its own, `[@{label}]`, or write it in the text",
        )
        for label in dict.fromkeys(labels)
    ]


def unknown_label_findings(rendering: Rendering, labels: Iterable[str]) -> list[Diagnostic]:
    """P015: a cross-reference, perhaps printed by a template, to what is not there or has no number."""
    return [
        _at(
            "P015",
            rendering,
            f"nothing that is numbered has the label `{label}`",
            label,
            "give the label to a heading, to a figure or table with a caption, or to a formula of its own",
        )
        for label in labels
    ]


def _at(code: str, rendering: Rendering, message: str, label: str, hint: str) -> Diagnostic:
    """Make a diagnostic at the first place where a chapter refers to the label, else on that chapter."""
    for rendered in rendering.chapters:
        source = rendered.chapter.source
        place = source.text.find(f"@{label}", rendered.chapter.body_start)
        if place >= 0:
            return Diagnostic(code, message, Span(source, place, place + len(label) + 1), hint=hint)
    file = next((item.chapter.source.path for item in rendering.chapters if label in item.markdown), None)
    return Diagnostic(code, message, hint=hint, file=file or "manuscript")
