"""When an edition was made: the author's date, `SOURCE_DATE_EPOCH` or the commit's day, never the clock.

`SOURCE_DATE_EPOCH` is what all programs that take part in a reproducible build agree on: a number of
seconds since 1 January 1970, UTC (https://reproducible-builds.org/specs/source-date-epoch/). It stands
for "now". So it decides the moment that files and their metadata carry, and the printed date where the
author gives none; a date in the metadata is no "now" but a word of the author's, and stays.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from octavo.diagnostics import Diagnostic, Outcome
from octavo.load.git import Commit, find_commit
from octavo.model import DateOrigin, Metadata

VARIABLE = "SOURCE_DATE_EPOCH"
UNDATED = date(1970, 1, 1)
_BEYOND = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp()) + 1
_LONGEST = 40
_HINT = "give whole seconds, as `date +%s` or `git log -1 --format=%ct` print them, or unset the variable"


@dataclass(frozen=True, slots=True)
class Dating:
    """The edition's printed date, where it comes from, the moment of `SOURCE_DATE_EPOCH`, and the commit."""

    day: date
    origin: DateOrigin
    epoch: datetime | None = None
    revision: str | None = None


def find_dating(root: Path, metadata: Metadata) -> Outcome[Dating]:
    """Find out when the edition of the publication in `root` was made, and tell if that was said wrongly."""
    epoch = read_epoch(os.environ)
    return Outcome(date_edition(metadata, epoch.value, find_commit(root)), epoch.diagnostics)


def read_epoch(environment: Mapping[str, str]) -> Outcome[datetime | None]:
    """Read `SOURCE_DATE_EPOCH`; None when it is not set, or wrong and reported (B003)."""
    given = environment.get(VARIABLE)
    if given is None:
        return Outcome(None)
    reason = _fault(given)
    if reason:
        shown = given if len(given) <= _LONGEST else f"{given[:_LONGEST]}…"
        message = f"`{VARIABLE}` is {reason}" if not given else f"`{VARIABLE}` is `{shown}`, {reason}"
        return Outcome(None, (Diagnostic("B003", message, hint=_HINT),))
    return Outcome(datetime.fromtimestamp(int(given), UTC))


def _fault(given: str) -> str | None:
    """Say what is wrong with a value, if anything is."""
    if not given:
        return "set and empty"
    if re.fullmatch(r"-[0-9]+", given):
        return "before 1970"
    if not re.fullmatch(r"[0-9]+", given):
        return "not a number of seconds"
    return "after the year 9999" if len(given) > _LONGEST or int(given) >= _BEYOND else None


def date_edition(metadata: Metadata, epoch: datetime | None, commit: Commit | None) -> Dating:
    """Date the edition: by its metadata, else by `SOURCE_DATE_EPOCH`, else by the commit."""
    revision = commit.short_hash if commit else None
    if metadata.date:
        return Dating(metadata.date, "metadata", epoch, revision)
    if epoch:
        return Dating(epoch.date(), "SOURCE_DATE_EPOCH", epoch, revision)
    return Dating(commit.day, "commit", None, revision) if commit else Dating(UNDATED, "nothing")
