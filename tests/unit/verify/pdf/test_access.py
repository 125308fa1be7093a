"""A PDF that programs cannot read aloud, keep or search is caught, without a validator."""

from typing import Any

import pytest

from octavo.model import SourceRecords
from octavo.verify.pdf.access import find_access_faults
from octavo.verify.pdf.claims import CONFORMANCES, Claims
from octavo.verify.pdf.tree import Element, PdfTree, Piece
from tests.support.models import make_chapter, make_document, make_publication

FIGURE = Element("Figure", (Piece(2, 0),), None, "What it shows.")
SOUND = Claims(attachments={"references.json": True, "references.bib": True})


def found_in(claims: Claims = SOUND, *, has_sources: bool = True, **values: Any) -> list[tuple[str, str]]:
    """Give code and message of each finding in a sound tree with some values changed."""
    known: dict[str, Any] = {
        "root": Element("Document", (FIGURE,), None),
        "places": {},
        "outline": (),
        "targets": (),
        "fonts": (),
        "language": "en-GB",
        "title": "A Made-Up Title",
        "claims": claims,
    }
    sources = SourceRecords(({"id": "madeup2021"},) if has_sources else ())
    document = make_document(make_publication(make_chapter("")), sources=sources)
    found = find_access_faults(document, PdfTree(**{**known, **values}))
    return [(diagnostic.code, diagnostic.message) for diagnostic in found]


def test_sound_pdf_is_let_through() -> None:
    """What is as promised is not spoken of, and a book without sources needs no attachments."""
    assert found_in() == []
    assert found_in(Claims(), has_sources=False) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"title": " "}, ("V050", "the PDF has no title")),
        ({"faults": ("bad", "bad")}, ("V056", "the PDF is not sound: bad")),
        ({"language": ""}, ("V051", "the PDF does not say which language it is in")),
        (
            {"root": Element("Document", (Element("Figure", (Piece(2, 0),), None),), None)},
            ("V053", "a picture on page 3 of the PDF has no alternative text"),
        ),
        (
            {"root": Element("Document", (Element("Formula", (Piece(0, 0),), None, " "),), None)},
            ("V053", "a formula on page 1 of the PDF has no alternative text"),
        ),
    ],
)
def test_what_is_missing_is_told(values: dict[str, Any], expected: tuple[str, str]) -> None:
    """Each fault is told, and told once."""
    assert found_in(**values) == [expected]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (
            Claims(shows_title=False, attachments=SOUND.attachments),
            ("V050", "the PDF does not ask to show its title"),
        ),
        (Claims(is_tagged=False, attachments=SOUND.attachments), ("V052", "the PDF is not marked as tagged")),
        (
            Claims(conformances=CONFORMANCES[:1], attachments=SOUND.attachments),
            ("V054", "the PDF does not say that it conforms to PDF/UA-1"),
        ),
        (
            Claims(attachments={"references.json": True, "references.bib": False}),
            ("V054", "the attached file `references.bib` does not belong to the PDF as PDF/A-3 wants"),
        ),
        (
            Claims(attachments={"references.bib": True}),
            ("V055", "`references.json` is not attached to the PDF"),
        ),
    ],
)
def test_what_the_file_does_not_say_is_told(claims: Claims, expected: tuple[str, str]) -> None:
    """A claim that is missing, and a file that is not attached as it should be, are faults."""
    assert found_in(claims) == [expected]
