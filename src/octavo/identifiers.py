"""Identifiers of people, books, journals and articles: their form, and the digit that proves the others."""

import re
from collections.abc import Callable

_ORCID = re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", re.ASCII)
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}(?:\.\d+)*/\S+)", re.IGNORECASE | re.ASCII
)
_ISBN = re.compile(r"(?:ISBN(?:-1[03])?:?\s*)?([\dX][\dX \-‐‑–]{8,}[\dX])", re.ASCII)
_ISSN = re.compile(r"(?:e?ISSN:?\s*)?(\d{4})[-‐‑–]?(\d{3}[\dX])", re.ASCII | re.IGNORECASE)
_HYPHEN = re.compile(r"[-‐‑– ]")


class IdentifierFault(ValueError):
    """An identifier that cannot be right; `hint` is an action.

    The message goes on from the identifier's name, as in "has the ORCID iD `1` in the wrong form".
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def parse_orcid(text: str) -> str:
    """Read an ORCID iD with a right check digit (ISO 7064, MOD 11-2); gives the bare iD."""
    match = _ORCID.fullmatch(text)
    if not match:
        hint = "write four groups of four: `0000-0002-1825-0097`"
        raise IdentifierFault(f"has the ORCID iD `{text}` in the wrong form", hint)
    digits = match[1].replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if _number(digits[-1]) != check:
        raise IdentifierFault(f"has the ORCID iD `{text}` with a wrong digit", "copy the iD again")
    return match[1]


def parse_doi(text: str) -> str:
    """Read a DOI, bare or as an address; gives the bare DOI (DOI Handbook, 2.2)."""
    match = _DOI.fullmatch(text)
    if not match:
        hint = "write it as `10.1234/abcd` or `https://doi.org/10.1234/abcd`"
        raise IdentifierFault(f"is `{text}`, not a DOI", hint)
    return match[1]


def parse_isbn(text: str) -> str:
    """Read an ISBN of ten or thirteen digits with a right check digit; it stays grouped as it was written.

    The check digit is that of ISO 2108, annexes C and D.
    """
    match = _ISBN.fullmatch(text)
    digits = _HYPHEN.sub("", match[1]) if match else ""
    if not match or not re.fullmatch(r"97[89]\d{10}|\d{9}[\dX]", digits):
        hint = "write ten or thirteen digits: `978-1-4028-9462-6`"
        raise IdentifierFault(f"is `{text}`, not an ISBN", hint)
    weights = [1, 3] * 6 + [1] if len(digits) == 13 else range(10, 0, -1)
    total = sum(weight * _number(digit) for weight, digit in zip(weights, digits, strict=True))
    if total % (10 if len(digits) == 13 else 11):
        raise IdentifierFault(f"is `{text}`, an ISBN with a wrong digit", "copy the number again")
    return match[1]


def parse_issn(text: str) -> str:
    """Read an ISSN with a right check digit (ISO 3297, annex A); gives it as `1234-5679`."""
    match = _ISSN.fullmatch(text)
    if not match:
        raise IdentifierFault(f"is `{text}`, not an ISSN", "write eight digits: `0378-5955`")
    digits = (match[1] + match[2]).upper()
    if sum(weight * _number(digit) for weight, digit in zip(range(8, 0, -1), digits, strict=True)) % 11:
        raise IdentifierFault(f"is `{text}`, an ISSN with a wrong digit", "copy the number again")
    return f"{digits[:4]}-{digits[4:]}"


def identifier_fault(parse: Callable[[str], str], text: str) -> IdentifierFault | None:
    """Tell what is wrong with an identifier, as one of the functions above sees it, if anything is."""
    try:
        parse(text)
    except IdentifierFault as fault:
        return fault
    return None


def _number(digit: str) -> int:
    return 10 if digit == "X" else int(digit)
