"""What a user names a source by: a DOI, an ISBN, an arXiv identifier or a web address."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from octavo.addresses import address_key
from octavo.identifiers import IdentifierFault, parse_doi, parse_isbn

Kind = Literal["doi", "isbn", "arxiv", "url"]

_ARXIV = re.compile(
    r"(?:arxiv:|https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)/)?"
    r"(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?:\.pdf)?",
    re.IGNORECASE,
)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)
_DIGITS = re.compile(r"[^0-9Xx]")


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as the services know it: `value` is the bare DOI, the digits of the ISBN, and so on."""

    kind: Kind
    value: str


class UnknownReference(ValueError):
    """What was given is none of the four; the message tells, and what to give instead."""


def read_reference(text: str) -> Reference:
    """Tell what kind of name a text is. Raises UnknownReference."""
    given = text.strip()
    if arxiv := _ARXIV.fullmatch(given):
        return Reference("arxiv", arxiv[1])
    try:
        if re.match(r"(?i)10\.|doi:|https?://(?:dx\.)?doi\.org/", given):
            return _doi_reference(parse_doi(given))
        if re.match(r"https?://", given):
            return Reference("url", given)
        if re.fullmatch(r"(?i)(?:isbn(?:-1[03])?:?\s*)?[\dX][\dX \-‐‑–]+", given):
            return Reference("isbn", _DIGITS.sub("", parse_isbn(given.upper())))
    except IdentifierFault as fault:
        raise UnknownReference(f"`{given}` {fault}; {fault.hint}".replace(f"is `{given}`, ", "is ")) from None
    message = f"`{given}` is no DOI, ISBN, arXiv identifier or web address"
    near = f"; did you mean `https://{given}`?" if re.match(r"[\w-]+(\.[\w-]+)+(/|$)", given) else ""
    raise UnknownReference(message + near)


def _doi_reference(doi: str) -> Reference:
    arxiv = _ARXIV_DOI.fullmatch(doi)
    return Reference("arxiv", re.sub(r"v\d+$", "", arxiv[1])) if arxiv else Reference("doi", doi)


def identities(fields: Mapping[str, str]) -> Iterator[tuple[Kind, str]]:
    """Yield what tells that two entries are one source: DOI, ISBN, arXiv identifier, web address."""
    if doi := fields.get("doi"):
        yield "doi", re.sub(r"(?i)^https?://(?:dx\.)?doi\.org/", "", doi).lower()
    for isbn in re.split(r"(?<![\s,;])[\s,;]+(?=[\dX])", fields.get("isbn", "")):
        if digits := _DIGITS.sub("", isbn):
            yield "isbn", isbn_13(digits)
    if (eprint := fields.get("eprint")) and fields.get("eprinttype", "arxiv").lower() == "arxiv":
        yield "arxiv", re.sub(r"v\d+$", "", eprint.lower().removeprefix("arxiv:"))
    if key := address_key(fields.get("url", "")):
        arxiv = _ARXIV.fullmatch(fields["url"])
        yield ("arxiv", arxiv[1].lower()) if arxiv else ("url", key)


def identity_of(reference: Reference) -> tuple[Kind, str] | None:
    """Return the same of a reference."""
    name = {"doi": "doi", "isbn": "isbn", "arxiv": "eprint", "url": "url"}[reference.kind]
    return next(identities({name: reference.value}), None)


def isbn_13(digits: str) -> str:
    """Return an ISBN of ten digits as one of thirteen (ISO 2108, annex C); others as they are."""
    if not re.fullmatch(r"\d{9}[\dXx]", digits, re.ASCII):
        return digits
    stem = f"978{digits[:9]}"
    total = sum((1, 3)[place % 2] * int(digit) for place, digit in enumerate(stem))
    return f"{stem}{-total % 10}"
