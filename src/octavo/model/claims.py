"""A register of claims: what a publication states, how far it is established, and by which sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from octavo.source import SourceFile, Span


@dataclass(frozen=True, slots=True)
class ClaimsSetup:
    """Which file of data is the register, and how it is printed.

    `has_appendix` tells whether octavo appends it where no chapter shows it; `title` is the appendix's.
    """

    register: str
    has_appendix: bool = True
    title: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimStatus:
    """How far a claim is established; with `wants_doubt`, the text that marks it must not state it flatly."""

    key: str
    label: str
    wants_doubt: bool = False


@dataclass(frozen=True, slots=True)
class ClaimTheme:
    """A heading of the register."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """A citekey that a claim names; `span` is its place in the register."""

    citekey: str
    span: Span


@dataclass(frozen=True)
class Claim:
    """One claim: `status` and `theme` are keys, `statement` and `note` are Markdown.

    `span` is the place of its identifier, `spans` has those of its values by key.
    """

    identifier: str
    statement: str
    status: str
    span: Span
    sources: tuple[ClaimSource, ...] = ()
    note: str | None = None
    theme: str | None = None
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class ClaimRegister:
    """All claims in the order of the file; `doubt_words` are the publication's own words of doubt.

    `broken` holds the identifiers of claims that could not be read: nobody misses them twice.
    """

    source: SourceFile
    claims: tuple[Claim, ...]
    statuses: tuple[ClaimStatus, ...]
    themes: tuple[ClaimTheme, ...] = ()
    doubt_words: tuple[str, ...] = ()
    broken: frozenset[str] = frozenset()

    def status_of(self, claim: Claim) -> ClaimStatus | None:
        """Return the status of a claim, None when the register has no such status."""
        return next((status for status in self.statuses if status.key == claim.status), None)
