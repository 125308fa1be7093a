"""Identifiers: forms that are taken, and digits that prove the others."""

from collections.abc import Callable

import pytest

from octavo.identifiers import identifier_fault, parse_doi, parse_isbn, parse_issn, parse_orcid

Parse = Callable[[str], str]


@pytest.mark.parametrize(
    ("parse", "text", "expected"),
    [
        (parse_orcid, "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        (parse_doi, "doi:10.1234/ab(c)", "10.1234/ab(c)"),
        (parse_doi, "https://doi.org/10.1234.5/x", "10.1234.5/x"),
        (parse_isbn, "ISBN 978-3-16-148410-0", "978-3-16-148410-0"),
        (parse_isbn, "0-8044-2957-X", "0-8044-2957-X"),
        (parse_issn, "ISSN 03785955", "0378-5955"),
        (parse_issn, "2434-561x", "2434-561X"),
    ],
)
def test_identifiers_are_read(parse: Parse, text: str, expected: str) -> None:
    """What is written before the identifier, and how it is grouped, does not matter."""
    assert expected == parse(text)


@pytest.mark.parametrize(
    ("parse", "text", "expected"),
    [
        (parse_orcid, "0000-0002-1825-0098", "has the ORCID iD `0000-0002-1825-0098` with a wrong digit"),
        (parse_doi, "11.1234/ab", "is `11.1234/ab`, not a DOI"),
        (parse_isbn, "978-3-16-148410-1", "is `978-3-16-148410-1`, an ISBN with a wrong digit"),
        (parse_isbn, "123-3-16-148410-0", "is `123-3-16-148410-0`, not an ISBN"),
        (parse_issn, "0378-5956", "is `0378-5956`, an ISSN with a wrong digit"),
        (parse_issn, "378-5955", "is `378-5955`, not an ISSN"),
    ],
)
def test_faults_are_found(parse: Parse, text: str, expected: str) -> None:
    """A wrong form and a wrong digit are told apart."""
    assert expected == str(identifier_fault(parse, text))


def test_right_identifiers_have_no_fault() -> None:
    """No fault is None."""
    assert identifier_fault(parse_issn, "0378-5955") is None
