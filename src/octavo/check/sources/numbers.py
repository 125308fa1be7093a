"""Identifiers of entries: a DOI that leads to its article, and numbers whose last digit proves the others."""

import re
from collections.abc import Iterator

from octavo.check.citations import cited_entries
from octavo.diagnostics import Diagnostic
from octavo.identifiers import (
    IdentifierFault,
    identifier_fault,
    parse_doi,
    parse_isbn,
    parse_issn,
    parse_orcid,
)
from octavo.model import Publication
from octavo.source import Span

_BEFORE_DOI = re.compile(r"(?i)^(?:\\url\{)?(?:https?:/*)?(?:(?:dx\.|www\.)?doi(?:\.org)?[:/]*\s*)*(?=10\.)")
_LINKED_DOI = re.compile(r"(?i)(?:https?://(?:dx\.)?doi\.org/)?10\.")
_AFTER_DOI = re.compile(r"[.,;:}\s]+$")
_NUMBERS = (("isbn", parse_isbn), ("issn", parse_issn), ("orcid", parse_orcid))
_REMARK = re.compile(
    r"\([^()]*\)|\\\w+|[{}]|(?!(?:e?ISSN|ISBN)\b)(?<![/.:\w])[^\W\d_]{2,}\.?(?![/:.])", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*[,;/]\s*|\s+and\s+|\s{2,}|\s(?=(?:97[89]-|https?:))")


def check_dois(publication: Publication) -> Iterator[Diagnostic]:
    """C026: a DOI of a cited entry that makes a link to nowhere."""
    for entry in cited_entries(publication):
        doi = entry.fields.get("doi", "")
        if not doi:
            continue
        clean = _AFTER_DOI.sub("", _BEFORE_DOI.sub("", doi).replace("\\", ""))
        is_linked = _LINKED_DOI.match(doi) and "\\" not in doi and not _AFTER_DOI.search(doi)
        if not is_linked or identifier_fault(parse_doi, doi):
            is_known = identifier_fault(parse_doi, clean) is None
            yield Diagnostic(
                "C026",
                f"`doi` of entry `{entry.citekey}` is `{doi}`, to which no link can be made",
                entry.place("doi"),
                hint=f"write `{clean}`" if is_known else "write it as `10.1234/abcd`",
            )


def check_numbers(publication: Publication) -> Iterator[Diagnostic]:
    """C039: an ISBN, ISSN or ORCID iD of a cited entry that cannot be right."""
    for entry in cited_entries(publication):
        for name, parse in _NUMBERS:
            for number in _BETWEEN.split(_REMARK.sub(" ", entry.fields.get(name, "")).strip()):
                fault = identifier_fault(parse, number.strip(" .:")) if re.search(r"\d", number) else None
                if fault:
                    yield _wrong_number(entry.citekey, name, fault, entry.place(name))


def _wrong_number(citekey: str, name: str, fault: IdentifierFault, span: Span) -> Diagnostic:
    return Diagnostic("C039", f"`{name}` of entry `{citekey}` {fault}", span, hint=fault.hint)
