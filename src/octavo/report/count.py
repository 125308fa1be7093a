"""Counts in words, with their plurals: the only place that writes them."""

from collections.abc import Iterable

from octavo.diagnostics import Diagnostic


def counted(number: int, noun: str, plural: str = "") -> str:
    """Write a number with its noun, as in "1 error" and "2 errors"; `plural` is for nouns that take no s."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or f'{noun}s'}"


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Count errors and warnings, as in "2 errors, 1 warning"; "" when there are none."""
    severities = [diagnostic.severity.value for diagnostic in diagnostics]
    totals = [(severities.count(noun), noun) for noun in ("error", "warning")]
    return ", ".join(counted(number, noun) for number, noun in totals if number)
