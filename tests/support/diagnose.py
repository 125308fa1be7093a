"""What octavo has to say about a publication, as the tests of diagnostics see it."""

from pathlib import Path

from octavo.check import check_publication
from octavo.diagnostics import Diagnostic
from octavo.load import load_publication


def diagnose(root: Path) -> tuple[Diagnostic, ...]:
    """Give every diagnostic of a publication."""
    loaded = load_publication(root)
    if loaded.value is None:
        return loaded.diagnostics
    return loaded.diagnostics + check_publication(loaded.value)
