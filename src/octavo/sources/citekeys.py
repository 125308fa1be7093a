"""Citekeys for new sources: who, when and a word, as in `sample2021bridge`."""

import re
from collections.abc import Collection

from octavo.load.values import slug_from
from octavo.sources.drafting import Draft

_COMMON = re.compile(
    r"with|what|when|where|which|will|that|this|these|into|over|under|about|after|before|their|have|more|than|from"
    r"|eine|einer|nach|über|dans|pour|avec|после|через|между|против|після|через|проти|щодо|який|яка|між|como|para"
)
_LONGEST_WHO = 16
_ARTICLES = re.compile(r"(?i)^(?:the|le|la|der|die|das)\s+")
_TEXT = re.compile(r"\\\w+\{?|[{}\\]")


def make_citekey(draft: Draft, taken: Collection[str]) -> str:
    """Make a citekey that no other source has; letters tell apart what would be the same."""
    fields = draft.fields
    year = fields.get("date", "")[:4]
    stem = f"{_who(draft)}{year if year.isdecimal() else 'nd'}"
    stem += _word(fields.get("title", ""))
    small = {key.lower() for key in taken}
    if stem not in small:
        return stem
    endings = (f"{first}{second}" for first in ("", *_ALPHABET) for second in _ALPHABET)
    return next(f"{stem}{ending}" for ending in endings if f"{stem}{ending}" not in small)


_ALPHABET = "bcdefghijklmnopqrstuvwxyza"


def _who(draft: Draft) -> str:
    for name in ("author", "editor", "organization", "institution", "journaltitle", "publisher"):
        value = draft.fields.get(name, "")
        if value:
            first = re.split(r"\s+and\s+(?![^{]*\})", value)[0]
            body = re.match(r"\{[^{}]*\}", first)
            person = body[0] if body else first.partition(",")[0]
            who = _ascii(_ARTICLES.sub("", _TEXT.sub("", person)))
            if who:
                return who[:_LONGEST_WHO]
    return "anon"


def _word(title: str) -> str:
    words = _TEXT.sub("", title).split()
    telling = (
        word for word in words if len(word) > 3 and not _COMMON.fullmatch(word.lower().strip(".,:;!?«»“”‘’"))
    )
    return next(filter(None, map(_ascii, telling)), next(filter(None, map(_ascii, words)), ""))


def _ascii(text: str) -> str:
    """Return the letters and digits of a text in ASCII, in lower case; "" when it has none."""
    if not re.search(r"\w", text):
        return ""
    slug = slug_from(text)
    return "" if slug == "publication" and "publication" not in text.lower() else slug.replace("-", "")
