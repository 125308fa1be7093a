"""What a validator says, and what an author reads instead."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """A message in an author's words, and what to do; `{}` in the message stands for what was found."""

    message: str
    hint: str


def told(table: Iterable[tuple[re.Pattern[str], Wording]], said: str) -> Wording | None:
    """Return the wording of the first pattern that is in what was said, filled with the pattern's group."""
    for pattern, wording in table:
        match = pattern.search(said)
        if match:
            named = next((group for group in match.groups() if group), "")
            return Wording(wording.message.replace("{}", named), wording.hint)
    return None
