"""Editions: as they were written, and as they say when they are read back."""

from dataclasses import dataclass
from pathlib import Path

from octavo.model.publication import Format


@dataclass(frozen=True, slots=True)
class Artifact:
    """An edition that was written into `work_path` and waits to be verified and published.

    `pages` is known of paged editions only; `seconds` is how long the writing took.
    """

    format: Format
    path: Path
    pages: int | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class EditionView:
    """What one edition says when it is read back, in the terms of `Document`.

    `notes` are (label, text) pairs in order, `headings` (level, text) pairs, `figures` and
    `tables` the captions with their labels, `references` the bibliography's entries. Texts have
    their white space folded and soft hyphens removed. `equations` are the numbered formulas as TeX, each
    with its number behind it, as in "q = m g (1)".
    """

    headings: tuple[tuple[int, str], ...]
    notes: tuple[tuple[str, str], ...]
    figures: tuple[str, ...]
    tables: tuple[str, ...]
    references: tuple[str, ...]
    equations: tuple[str, ...] = ()
