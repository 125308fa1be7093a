"""Findings about what Pandoc read, which has no places, at the first place where the chapter has the text."""

from octavo.diagnostics import Diagnostic
from octavo.model import Chapter


def finding_at(code: str, chapter: Chapter, message: str, text: str, hint: str) -> Diagnostic:
    """Make a diagnostic at the first place where the chapter has `text`, else on the whole file."""
    place = chapter.source.text.find(text, chapter.body_start) if text else -1
    span = chapter.source.span(place, place + len(text)) if place >= 0 else None
    return Diagnostic(code, message, span, hint=hint, file=None if span else chapter.source.path)
