"""What a rule finds in an edition that was read back, and what octavo says of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from octavo.diagnostics import Diagnostic
from octavo.model import Format


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that does not hold: its code and what is wrong where; `hint` where an author can mend it."""

    code: str
    message: str
    hint: str | None = None


def tell(findings: Iterable[Finding], format_: Format, file: str) -> tuple[Diagnostic, ...]:
    """Make diagnostics about the edition `file`; a finding without a hint is a template's fault."""
    usual = f"if the publication has its own `templates/{format_}/`, look there; else please report it"
    return tuple(
        Diagnostic(found.code, found.message, hint=found.hint or usual, file=file) for found in findings
    )
