"""The register of claims as Markdown, so that its sources become notes like all others."""

import re
from collections.abc import Sequence

from octavo.markdown.claims import REGISTER_PLACE
from octavo.model import Chapter, Claim, ClaimRegister, Publication
from octavo.transforms.claims import ENTRY, PLACES, entry_identifier
from octavo.words import words_for

_FULL_STOP = re.compile(r"(?<!\.)\.$")
_CLOSED = re.compile(r"[.!?…]$")


def with_register(markdown: str, publication: Publication) -> str:
    """Put the register where a chapter's rendered text wants it."""
    register = publication.claims
    if register is None:
        return markdown
    return REGISTER_PLACE.sub(lambda _: write_register(register), markdown, count=1)


def appendix_of(publication: Publication) -> tuple[Chapter, str] | None:
    """Make the chapter that octavo appends, and its Markdown.

    None where there is no register, the metadata wants no appendix, or a chapter shows the register. The
    chapter's source is the register's file: there its author finds what is said of it.
    """
    register, setup = publication.claims, publication.metadata.claims
    is_shown = any(REGISTER_PLACE.search(chapter.body) for chapter in publication.chapters)
    if register is None or setup is None or not setup.has_appendix or is_shown:
        return None
    title = setup.title or words_for(publication.metadata.lang)["register_of_claims"]
    chapter = Chapter(register.source, 0, None, (), "back", (), ())
    return chapter, f"# {title} {{#claims}}\n\n{_counts(register)}\n\n{write_register(register)}"


def write_register(register: ClaimRegister) -> str:
    """Write all claims as definitions, those without a theme first, then theme by theme."""
    parts = [_entries(register, [claim for claim in register.claims if claim.theme is None])]
    for theme in register.themes:
        claims = [claim for claim in register.claims if claim.theme == theme.key]
        if claims:
            parts += [f"## {theme.title}\n", _entries(register, claims)]
    return "\n".join(part for part in parts if part)


def _counts(register: ClaimRegister) -> str:
    """Say how many claims there are of each status, in the order in which they are declared."""
    keys = [claim.status for claim in register.claims]
    counted = [
        f"{status.label}: {keys.count(status.key)}" for status in register.statuses if status.key in keys
    ]
    return "; ".join(counted) + "."


def _entries(register: ClaimRegister, claims: Sequence[Claim]) -> str:
    return "\n".join(_entry(register, claim) for claim in claims)


def _entry(register: ClaimRegister, claim: Claim) -> str:
    identifier = entry_identifier(claim.identifier)
    term = f"[{claim.identifier}.]{{#{identifier} .{ENTRY} claim={claim.identifier}}} {claim.statement}"
    places = f"[]{{.{PLACES} claim={claim.identifier}}}"
    return f"{term}\n:   {_verdict(register, claim)} {places}\n"


def _verdict(register: ClaimRegister, claim: Claim) -> str:
    status = register.status_of(claim)
    label = status.label if status else claim.status
    cited = f" [@{'; @'.join(source.citekey for source in claim.sources)}]" if claim.sources else ""
    if claim.note is None:
        return f"*{label}*{cited}."
    note = _FULL_STOP.sub("", claim.note)
    return f"*{label}.* {note}{cited}{'' if _CLOSED.search(note) else '.'}"
