"""Names of people and bodies, as services send them and as BibTeX writes them."""

import re
from collections.abc import Mapping
from typing import Any

from octavo.sources.bibtex_text import one_line, plain_value

_BODY_WORDS = re.compile(
    r"(?i)^the\s|\b(?:agency|associated|association|bank|bureau|cent(?:er|re)|collaboration|commission|consortium|committee|council|correspondents?"
    r"|department|desk|editors?|foundation|government|group|inc|institute|ltd|magazine|ministry|media|network|news"
    r"|office|organi[sz]ation|parliament|press|redaktion|reporters?|service|society|staff|team|tv|union|university"
    r"|агентство|адміністрація|администрация|бюро|институт|інститут|комітет|комитет|министерство|міністерство"
    r"|редакция|редакція|служба|центр)\b"
)
_PARTICLES = frozenset(
    {"da", "de", "del", "della", "den", "der", "di", "dos", "du", "la", "le", "van", "von", "zu"}
)
_BY = re.compile(r"(?i)^(?:by|von|par|автор:?)\s+")


def name_value(name: Mapping[str, Any]) -> str:
    """Write a name of CSL JSON as BibTeX does, "" for an empty one.

    Bodies, and names that would split, get braces.
    """
    literal = _text(name.get("literal") or name.get("name"))
    family, given = _text(name.get("family")), _text(name.get("given"))
    if literal or not given:
        whole = literal or family
        is_single = not literal and " " not in whole
        return plain_value(whole) if is_single or not whole else f"{{{plain_value(whole)}}}"
    particle = " ".join(
        filter(None, (_text(name.get("dropping-particle")), _text(name.get("non-dropping-particle"))))
    )
    last = _guarded(family or given)
    suffix = _text(name.get("suffix"))
    parts = [f"{plain_value(particle)} {last}".strip(), *([plain_value(suffix)] if suffix else [])]
    return ", ".join([*parts, *([_guarded(given)] if family else [])])


def names_value(names: object) -> str:
    """Write a list of names of CSL JSON, joined by "and"; what is no name is left out."""
    listed = names if isinstance(names, list) else []
    written = (name_value(name) for name in listed if isinstance(name, Mapping))
    return " and ".join(filter(None, written))


def name_of(text: str, *, is_body: bool = False) -> dict[str, str]:
    """Take a name apart that stands in one piece, as pages give it; `is_body` when the page says so.

    "Doe, Jane" and "Jane Doe" are people; what has a word such as "Ministry" or "News" in it, digits,
    or one word or more than four, is a body.
    """
    whole = " ".join(_BY.sub("", text.strip()).split())
    if "," in whole and not is_body:
        family, _, given = (part.strip() for part in whole.partition(","))
        if len(family.split()) <= 3 and given and not _BODY_WORDS.search(whole) and "," not in given:
            return {"family": family, "given": given}
    words = whole.split()
    if is_body or not 2 <= len(words) <= 4 or _BODY_WORDS.search(whole) or re.search(r"[\d@/:&,]", whole):
        return {"literal": whole}
    start = next((at for at, word in enumerate(words[1:], 1) if word in _PARTICLES), len(words) - 1)
    if start == len(words) - 1:
        return {"family": words[-1], "given": " ".join(words[:-1])}
    return {
        "family": words[-1],
        "given": " ".join(words[:start]),
        "non-dropping-particle": " ".join(words[start:-1]),
    }


def _guarded(part: str) -> str:
    """Put braces around a part of a name that BibTeX would take apart."""
    written = plain_value(part)
    return f"{{{written}}}" if "," in part or re.search(r"(?i)\sand\s", part) else written


def _text(value: object) -> str:
    return one_line(value) if isinstance(value, str) else ""
