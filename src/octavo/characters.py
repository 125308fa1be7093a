"""Characters that have no place in a text: no edition could show them, or they hide something from readers.

What a script needs is fine where it needs it: joiners and zero-width spaces beside letters of scripts that
are written with them, marks of direction on lines with letters that run from right to left, variation
selectors behind a sign that has variants, soft hyphens (Unicode 15, chapters 9, 12, 22.2 and 23; UTS #55,
"Source code handling").
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

Kind = Literal["control", "direction", "invisible", "meaningless"]

WORDS: dict[Kind, str] = {
    "control": "a control character",
    "direction": "a character that changes the order in which readers see the text",
    "invisible": "an invisible character",
    "meaningless": "a character that has no meaning of its own",
}
_EDGES = frozenset("\t\n\r")
_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
_JOINERS = frozenset("\u200b\u200c\u200d")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SOFT_HYPHEN = "\u00ad"
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffc")
_SHOWN_FORMATS = re.compile(
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f]"
)
_SELECTORS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_GROWING = re.compile("[\U0001f000-\U0001faff\U00020000-\U000323af]")
"""Blocks of pictures and ideographs, to which newer editions of Unicode add."""
_PLAIN_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN")
_BASE_OF_SELECTOR = re.compile("[0-9#*]")
_ORDINARY = re.compile("[\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u0300-\u034e\u0400-\u052f\u2010-\u2027]")


@dataclass(frozen=True, slots=True)
class Unfit:
    """A character that does not belong where it stands: its offset in the text, and what is wrong with it."""

    offset: int
    char: str
    kind: Kind

    @property
    def noun(self) -> str:
        """Name it, as `a character that … (U+202E)`."""
        return f"{WORDS[self.kind]} (U+{ord(self.char):04X})"

    @property
    def message(self) -> str:
        """Say what it is, as `U+202E is a character that …`."""
        return f"U+{ord(self.char):04X} is {WORDS[self.kind]}"


def unfit_characters(text: str) -> Iterator[Unfit]:
    """Yield the characters that do not belong where they stand, in the order of the text."""
    suspects = [char for char in set(text) if not _ORDINARY.match(char) and _suspicion(char)]
    if not suspects:
        return
    for found in re.finditer(f"[{''.join(map(re.escape, sorted(suspects)))}]", text):
        kind = _judged(text, found.start())
        if kind:
            yield Unfit(found.start(), found[0], kind)


def is_fit(text: str) -> bool:
    """Tell whether all characters of a text belong where they stand."""
    return next(unfit_characters(text), None) is None


@cache
def _suspicion(char: str) -> Kind | None:
    """Tell what is wrong with a character wherever it stands, or where no script needs it."""
    category = unicodedata.category(char)
    if category == "Cc":
        return None if char in _EDGES else "control"
    if char in _TURNS or char in _DIRECTION_MARKS:
        return "direction"
    if category in {"Co", "Cs"} or (category == "Cn" and not _GROWING.match(char)):
        return "meaningless"
    if category in {"Zl", "Zp"} or char in _FILLERS or _SELECTORS.match(char):
        return "invisible"
    if category == "Cf" and char != _SOFT_HYPHEN and not _SHOWN_FORMATS.match(char):
        return "invisible"
    return None


def _judged(text: str, offset: int) -> Kind | None:
    char = text[offset]
    if char in _DIRECTION_MARKS and _runs_leftward(text, offset):
        return None
    if char in _JOINERS and _has_joined_script(text, offset):
        return None
    if _SELECTORS.match(char) and _selects(text, offset):
        return None
    return _suspicion(char)


def _runs_leftward(text: str, offset: int) -> bool:
    """Tell whether a line has letters that are written from right to left."""
    start, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[start : end if end >= 0 else len(text)]
    letters = (char for char in line if char not in _DIRECTION_MARKS)
    return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in letters)


def _has_joined_script(text: str, offset: int) -> bool:
    """Tell whether the sign before is one of a script, or a picture, that joiners are made for."""
    start = offset - 1
    while start >= 0 and _SELECTORS.match(text[start]):
        start -= 1
    before = text[start] if start >= 0 else " "
    if unicodedata.category(before) in {"So", "Sk"}:
        return True
    is_letter = unicodedata.category(before)[0] in "LM"
    return is_letter and not unicodedata.name(before, "").startswith((*_PLAIN_SCRIPTS, "COMBINING"))


def _selects(text: str, offset: int) -> bool:
    """Tell whether a selector stands behind one sign that can have variants: none of plain letters has."""
    before = text[offset - 1] if offset else " "
    if _BASE_OF_SELECTOR.match(before):
        return True
    category = unicodedata.category(before)
    if category[0] == "S" or category == "Po":
        return True
    return category == "Lo" or (category == "Cn" and _GROWING.match(before) is not None)
