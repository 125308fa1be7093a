"""What to look for in a sentence of one language."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "date", "quotation", "statement"]
NOTHING = re.compile(r"(?!)")
"""Matches nowhere."""

DIGITS = re.compile(
    r"(?<![\w.,/-])[$€£₴]?\d+(?:[.,\s ]\d+)*(?:\s?%|[a-z]{1,3}\b)?"
    r"(?:-(?:го|му|й|ий|та|те|ту|ї|ою|ми|ти|x|х)\b)?(?![\w-])"
)
YEARS = re.compile(r"(?<![\w.,-])(?:1\d{3}|20\d{2}|2100)(?:s|[–-](?:\d{4}|\d{2}))?(?![\w.,]*\d)(?!-[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a language, as patterns; each is searched for in a sentence.

    `own` marks a sentence about the publication itself, `supposed` one that supposes or asks: neither
    wants a source. `structure` are the numbers of chapters, figures and the like, and `mentions` the
    words that are spoken of: both are left out of what is searched. `dates` and `numbers` are those in
    words; digits are looked for in every language. `statements` are what a person or body said, `speech`
    the verbs that make a short quotation one.
    """

    own: re.Pattern[str] = NOTHING
    supposed: re.Pattern[str] = NOTHING
    structure: re.Pattern[str] = NOTHING
    mentions: re.Pattern[str] = NOTHING
    dates: re.Pattern[str] = NOTHING
    numbers: re.Pattern[str] = NOTHING
    statements: re.Pattern[str] = NOTHING
    speech: re.Pattern[str] = NOTHING


def any_of(text: str) -> str:
    """Return a pattern for one of several words or phrases, parted by `|`, on as many lines as it takes."""
    return "(?:" + re.sub(r"\s*\n\s*", "", text) + ")"


def folded(*patterns: str) -> re.Pattern[str]:
    """Compile alternatives for which capitals and small letters are the same."""
    return re.compile("|".join(patterns), re.IGNORECASE)


def spaced(*patterns: str) -> re.Pattern[str]:
    """Compile alternatives in which a space stands for any white space and marks of emphasis."""
    return re.compile("|".join(patterns).replace(" ", r"[\s*_]+"))
