"""Ask Git for the last commit of a publication; no Git and no repository are fine."""

import os
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_TIMEOUT_SECONDS = 10
_NO_PROGRAMS = ("-c", "log.showSignature=false", "-c", "core.fsmonitor=false")
"""A folder that came with its own `.git` may name programs in it: none is run."""


@dataclass(frozen=True, slots=True)
class Commit:
    """The last commit: its abbreviated hash, and its day as its author's clock had it."""

    short_hash: str
    day: date


def find_commit(root: Path) -> Commit | None:
    """Return the commit that the publication's folder is at, or None when there is none."""
    command = ["git", "-C", str(root), *_NO_PROGRAMS, "log", "-1", "--format=%h %cs", "--abbrev=12"]
    quiet = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        result = subprocess.run(  # noqa: S603 - the arguments are ours
            command, capture_output=True, text=True, check=True, timeout=_TIMEOUT_SECONDS, env=quiet
        )
        short_hash, day = result.stdout.split()
        return Commit(short_hash, date.fromisoformat(day))
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
