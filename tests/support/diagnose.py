"""What octavo has to say about a publication, as the tests of diagnostics see it."""

from pathlib import Path

from octavo.diagnostics import Diagnostic
from octavo.pipeline import check
from octavo.progress import Silent


def diagnose(root: Path) -> tuple[Diagnostic, ...]:
    """Give every diagnostic of a publication, as `octavo check` does."""
    return check(root, Silent()).diagnostics
