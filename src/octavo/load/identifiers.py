"""Read the identifiers of people and books, whose last digit proves the others."""

import re

from octavo.load.values import ValueFault, read_text
from octavo.load.yaml_tree import Node

_ORCID = re.compile(r"(?:https://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", re.ASCII)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE | re.ASCII)
_ISBN = re.compile(r"(?:ISBN(?:-1[03])?:?\s*)?([\dX][\dX \-]{8,}[\dX])", re.ASCII)


def read_orcid(node: Node) -> str:
    """Read an ORCID iD with a right check digit (ISO 7064, MOD 11-2); gives the bare iD."""
    text = read_text(node)
    match = _ORCID.fullmatch(text)
    if not match:
        hint = "write four groups of four: `0000-0002-1825-0097`"
        raise ValueFault(f"has the ORCID iD `{text}` in the wrong form", node.span, hint)
    digits = match[1].replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        raise ValueFault(f"has the ORCID iD `{text}` with a wrong digit", node.span, "copy the iD again")
    return match[1]


def read_doi(node: Node) -> str:
    """Read a DOI, bare or as an address; gives the bare DOI (DOI Handbook, 2.2)."""
    text = read_text(node)
    match = _DOI.fullmatch(text)
    if not match:
        hint = "write it as `10.1234/abcd` or `https://doi.org/10.1234/abcd`"
        raise ValueFault(f"is `{text}`, not a DOI", node.span, hint)
    return match[1]


def read_isbn(node: Node) -> str:
    """Read an ISBN of ten or thirteen digits with a right check digit; it stays grouped as it was written.

    The check digit is that of ISO 2108, annexes C and D.
    """
    text = read_text(node)
    match = _ISBN.fullmatch(text)
    digits = re.sub(r"[ -]", "", match[1]) if match else ""
    if not match or not re.fullmatch(r"\d{13}|\d{9}[\dX]", digits):
        hint = "write ten or thirteen digits: `978-1-4028-9462-6`"
        raise ValueFault(f"is `{text}`, not an ISBN", node.span, hint)
    numbers = [10 if digit == "X" else int(digit) for digit in digits]
    weights = [1, 3] * 6 + [1] if len(numbers) == 13 else range(10, 0, -1)
    total = sum(weight * number for weight, number in zip(weights, numbers, strict=True))
    if total % (10 if len(numbers) == 13 else 11):
        raise ValueFault(f"is `{text}`, an ISBN with a wrong digit", node.span, "copy the number again")
    return match[1]
