"""Names of authors and editors: each by itself, in letters that people read, and bodies kept whole."""

import re
from collections.abc import Collection, Iterator

from octavo.check.citations import cited_entries
from octavo.check.sources.people import is_whole, names_in
from octavo.diagnostics import Diagnostic
from octavo.model import Publication
from octavo.source import Span

_ROLES = ("author", "editor", "translator", "bookauthor")
_FAULTS = (
    (
        re.compile(r"(?i)\bet\.?\s+al\b\.?|\band others\b|\bта ін(?:ші|\.)|\bи др\b\.?|\bu\.\s?a\."),
        "as a part of a name",
        "end the list with `and others`; the style abbreviates it",
    ),
    (
        re.compile(r";|\\?&"),
        "in a name",
        "write `and` between names, and the name of a body in braces",
    ),
    (re.compile(r"(?i)^\s*and\b|\band\s*$"), "without a name beside it", "remove it, or add the name"),
    (
        re.compile(r"(?i)\(?\b(?:eds?|hrsg|ред|упоряд)\.\)?"),
        "in a name",
        "remove it, and name editors in `editor`",
    ),
)
_IN_BRACES = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3
_MOST_COMMAS = 2
_BODY = re.compile(
    r"(?i)\b(?:"
    r"ministry|ministries|department|institute|university|agency|committee|commission|council"
    r"|association|foundation|organi[sz]ation|parliament|government|secretariat|directorate"
    r"|authority|administration|bureau|society|federation|academy|assembly|embassy|initiative"
    r"|programme|consortium|ltd|inc|gmbh|llc|nations|watch|international|directorate-general"
    r"|office\s+of|bank\s+of|house\s+of|court\s+of|cent(?:re|er)\s+for|group\s+of|of\s+the"
    r"|for\s+the|міністерств\w*|інститут\w*|університет\w*|агентств\w*|комітет\w*|комісі\w+|рада"
    r"|фонд|академі\w+|служб\w+|асоціаці\w+|організаці\w+|управління|кабінет\s+міністрів|центр"
    r"|спілк\w+|товариств\w+|україни|министерств\w*|институт\w*|университет\w*|агентств\w*"
    r"|комитет\w*|комисси\w+|совет|академи\w+|правительств\w*|ассоциаци\w+|организаци\w+"
    r"|управлени\w+|федерации|республики|ministerium|bundes\w+|universität|institut|ministère"
    r"|ministerstwo|uniwersytet|instytut|ministerio|universidad|università|université|gesellschaft"
    r"|stiftung|verein"
    r")\b"
)

_BODIES = ("institution", "organization", "publisher", "school", "journaltitle", "journal")
"""Where the name of a body stands: an author of the same name is that body."""
_END_OF_BODY = re.compile(r"(?!others$)(?:[^\W\d_]|-)+(?:\s+(?:of|for)\s[^,{}]+)?")


def check_people(publication: Publication) -> Iterator[Diagnostic]:
    """C030: what stands for an author or editor of a cited entry is not the name of one person or body."""
    for name, citekey, role in _names(publication):
        fault = _fault(_IN_BRACES.sub("", name.text)) or _misplaced_others(name)
        if fault:
            message, hint = fault
            yield Diagnostic("C030", f"`{role}` of entry `{citekey}` {message}", name, hint=hint)


def check_bodies(publication: Publication) -> Iterator[Diagnostic]:
    """C031: the name of a body that BibTeX would part into first and last name."""
    for entry in cited_entries(publication):
        publishers = {entry.fields.get(field, "").strip("{}").casefold() for field in _BODIES}
        for role in _ROLES:
            names = list(names_in(entry.field_spans[role])) if role in entry.field_spans else []
            for index, name in enumerate(names):
                if _is_body(name.text) or _is_one_of(publishers, name.text):
                    yield _parted_body(entry.citekey, role, name, _with_and(name, names[index + 1 :]))


def _parted_body(citekey: str, role: str, name: Span, whole: Span) -> Diagnostic:
    return Diagnostic(
        "C031",
        f"`{role}` of entry `{citekey}` would be listed as `{_listed(name.text.split())}`",
        whole,
        hint=f"keep the name of a body whole: `{role} = {{{{{' '.join(whole.text.split())}}}}}`",
    )


def _is_one_of(names: Collection[str], name: str) -> bool:
    words = name.split()
    return len(words) > 1 and " ".join(words).casefold() in names


def _is_body(name: str) -> bool:
    has_parts = len(name.split()) > 1 and not is_whole(name)
    return has_parts and _BODY.search(_IN_BRACES.sub("", name)) is not None


def _with_and(name: Span, following: list[Span]) -> Span:
    """Return a body's name with the end of it that an `and` has parted: a single word, or one with "of"."""
    end = name
    for part in following:
        if not _END_OF_BODY.fullmatch(part.text):
            break
        end = part
    return name.source.span(name.start, end.end)


def _names(publication: Publication) -> Iterator[tuple[Span, str, str]]:
    """Yield each name in cited entries, with the citekey and the field."""
    for entry in cited_entries(publication):
        for role in _ROLES:
            if role in entry.field_spans:
                for name in names_in(entry.field_spans[role]):
                    yield name, entry.citekey, role


def _fault(name: str) -> tuple[str, str] | None:
    """Say what is wrong with a name, of which parts in braces were taken out, and what to do."""
    for pattern, what, hint in _FAULTS:
        if found := pattern.search(name):
            return f"has `{found[0].strip()}` {what}", hint
    if name.count(",") > _MOST_COMMAS or _are_names(name.split(",")):
        return "has commas between names", "write `and` between names: `Doe, Jane and Roe, Richard`"
    if _is_shouted(name):
        return "has a name in capitals", f"write `{_in_small_letters(name)}`"
    return None


def _are_names(parts: list[str]) -> bool:
    """Tell whether what commas part are several full names."""
    return len(parts) > _MOST_COMMAS and all(len(part.split()) > 1 for part in parts)


def _is_shouted(name: str) -> bool:
    """Tell whether a family name is in capitals: the one before a comma, or all of two words or more."""
    words = [word for word in _WORD.findall(name) if len(word) >= _SHORT]
    before_comma = [word for word in _WORD.findall(name.partition(",")[0]) if len(word) >= _SHORT]
    if "," in name:
        return bool(before_comma) and all(word.isupper() for word in before_comma)
    return len(words) > 1 and all(word.isupper() for word in words)


def _in_small_letters(name: str) -> str:
    return _WORD.sub(lambda word: word[0].capitalize() if len(word[0]) >= _SHORT else word[0], name.strip())


def _misplaced_others(name: Span) -> tuple[str, str] | None:
    """BibTeX knows `others` at the end of a list only."""
    before, after = (name.source.text[name.start - 1], name.source.text[name.end])
    if name.text.strip().lower() == "others" and (before in '{"' or after not in '}"'):
        return (
            "has `others` where a name should stand",
            "name the first author, and end the list with `and others`",
        )
    return None


def _listed(words: list[str]) -> str:
    """Say how a list of references would name it: the last word, or all after the last small one, first."""
    small = [index for index, word in enumerate(words[:-1]) if word[0].islower()]
    cut = small[-1] + 1 if small else len(words) - 1
    return (
        f"{' '.join(words[cut:])}, {' '.join(words[:cut])}" if "," not in " ".join(words) else " ".join(words)
    )
