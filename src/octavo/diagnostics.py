"""What octavo has to say about a publication: diagnostics, and values that come beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from octavo.codes import CODES, Severity
from octavo.source import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that helps to understand a diagnostic, such as the other of two duplicates."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong, where it is wrong, and what mends it.

    `code` is a key of `octavo.codes.CODES`; `message` is one line in lower case without a full stop
    that suffices alone; `span` is the smallest text at fault, or None when the fault has no place in
    a file; `file` names a file (relative to the publication) when there is no text to point at;
    `hint` is an action; `notes` add causes; `graded` is the severity that the publication gives to it.
    """

    code: str
    message: str
    span: Span | None = None
    hint: str | None = None
    notes: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    file: str | None = None
    graded: Severity | None = None

    @property
    def severity(self) -> Severity:
        """How grave it is: by its code, unless the publication judges otherwise."""
        return self.graded or CODES[self.code].severity

    @property
    def is_error(self) -> bool:
        """Whether the run must stop after the current stage."""
        return self.severity is Severity.ERROR

    @property
    def path(self) -> str | None:
        """The file it is about, relative to the publication, if there is one."""
        return self.span.source.path if self.span else self.file


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A value beside the diagnostics that were found while making it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether at least one of the diagnostics is an error."""
    return any(diagnostic.is_error for diagnostic in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file and place; those without a file come first; equal ones are folded to one."""
    unique: dict[tuple[object, ...], Diagnostic] = {}
    for diagnostic in diagnostics:
        unique.setdefault(_words(diagnostic), diagnostic)
    return sorted(unique.values(), key=_place)


def _words(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Return what a reader sees of a diagnostic: a file that was read twice is the same file to them."""
    place = (diagnostic.span.start, diagnostic.span.end) if diagnostic.span else None
    return (diagnostic.code, diagnostic.path, place, diagnostic.message, diagnostic.hint, diagnostic.notes)


def _place(diagnostic: Diagnostic) -> tuple[str, int, str]:
    start = diagnostic.span.start if diagnostic.span else -1
    return (diagnostic.path or "", start, diagnostic.code)


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the known word that is most like `word`, or None when none is as near as `cutoff`, 0 to 1."""
    found = get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return found[0] if found else None
