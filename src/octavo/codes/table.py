"""The shape of an entry in the table of codes, and what every entry must say."""

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How grave a diagnostic is: an error stops the run after its stage, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """What one code means, for `octavo explain`, the documentation and the tests.

    `name` is a short kebab-case name of the defect, never of the cure; `what` says what the
    diagnostic finds, `why` why it matters to a reader or an author, `example` is the wrong text and
    `cure` what to write or do instead. `is_rule` tells whether a publication may judge it otherwise:
    make it graver or milder, switch it off, or make exceptions.
    """

    name: str
    severity: Severity
    what: str
    why: str
    example: str
    cure: str
    is_rule: bool = False


def error(name: str, *, what: str, why: str, example: str, cure: str) -> Code:
    """Make the entry of a code that stops the run, whatever the publication says of it."""
    return Code(name, Severity.ERROR, what, why, example, cure)


def grave_rule(name: str, *, what: str, why: str, example: str, cure: str) -> Code:
    """Make the entry of a rule that stops the run, unless the publication judges it otherwise."""
    return Code(name, Severity.ERROR, what, why, example, cure, is_rule=True)


def warning(name: str, *, what: str, why: str, example: str, cure: str) -> Code:
    """Make the entry of a code that the run survives; each is a rule."""
    return Code(name, Severity.WARNING, what, why, example, cure, is_rule=True)
