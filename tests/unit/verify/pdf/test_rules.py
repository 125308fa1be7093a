"""A PDF that is not what was promised is caught."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from octavo.model import Artifact, Document, Note
from octavo.verify.pdf import rules
from octavo.verify.pdf.runs import PageText, Run
from octavo.verify.pdf.tree import Element, EmbeddedFont, PdfTree, Piece, Place
from octavo.verify.pdf.view import Book, iter_notes
from tests.support.models import make_chapter, make_document, make_publication

FONT = EmbeddedFont("MadeUpSans-Regular", is_embedded=True)
PLACES = {"a": Place(0, 0, 700), "fnref1": Place(0, 0, 600), "fnref2": Place(0, 0, 500)}


def run_of(text: str, *, left: float = 50, bottom: float = 100) -> Run:
    """Make a run of 100 points by 10."""
    return Run(text, left, bottom, left + 100, bottom + 10, bottom)


def printed_note(number: int, page: int = 0) -> Element:
    """Make a note as a PDF holds it: its label leads back to its call."""
    back = Element("Link", (Piece(page, number * 10),), f"fnref{number}")
    return Element("Note", (back, Piece(page, number * 10 + 1)), None)


PARTED_NOTE = Element("Note", (printed_note(2), Piece(1, 21)), None)
"""A note that goes on at the foot of the next page."""


def book_of(*notes: Element, moved: dict[int, Run] | None = None, **values: Any) -> Book:
    """Make a book of two pages with a heading and notes; `moved` puts runs elsewhere on the first page."""
    runs = {0: run_of("A heading", bottom=700)}
    for number in (1, 2):
        runs |= {number * 10: run_of(f"{number}", bottom=90), number * 10 + 1: run_of(f"Note {number}.")}
    pages = tuple(
        PageText(400, 800, {mark: (run,) for mark, run in on_page.items()})
        for on_page in ({**runs, **(moved or {})}, runs)
    )
    heading = Element("H1", (Piece(0, 0),), None)
    known: dict[str, Any] = {
        "root": Element("Document", (heading, *notes), None),
        "places": PLACES,
        "outline": ((1, "A heading"),),
        "targets": ("a",),
        "fonts": (FONT,),
        "language": "en-GB",
        "title": "A",
    }
    return Book(PdfTree(**{**known, **values}), pages)


def document_of(*numbers: int) -> Document:
    """Make a document with these notes."""
    notes = tuple(Note(number, str(number), 0, f"Note {number}.") for number in numbers)
    return make_document(make_publication(make_chapter("")), notes=notes)


def found_in(book: Book, document: Document, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Give code and message of each finding."""
    monkeypatch.setattr(rules, "open_book", lambda _: book)
    found = rules.verify_pdf(document, Artifact("pdf", Path("made-up.pdf")))
    return [(diagnostic.code, diagnostic.message) for diagnostic in found]


def test_a_sound_book_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is as promised is not spoken of."""
    book = book_of(printed_note(1), printed_note(2))

    assert found_in(book, document_of(1, 2), monkeypatch) == []


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        (book_of(printed_note(1)), ("V002", "note 2 (`Note 2.`) is missing in the PDF")),
        (
            book_of(printed_note(1), printed_note(2), moved={21: run_of("Note 2.", bottom=-20)}),
            ("V003", "note 2 (`Note 2.`) does not fit on one page and is cut off"),
        ),
        (
            book_of(printed_note(1), printed_note(2, page=1)),
            ("V004", "note 2 (`Note 2.`) is called on page 1 and stands on page 2"),
        ),
        (
            book_of(printed_note(1), PARTED_NOTE),
            ("V004", "note 2 (`Note 2.`) is called on page 1 and stands on page 1 and page 2"),
        ),
        (book_of(printed_note(2), printed_note(1)), ("V005", "note 1 (`Note 1.`) stands behind note 2")),
        (
            book_of(
                printed_note(1), printed_note(2), fonts=(FONT, EmbeddedFont("Foreign", is_embedded=True))
            ),
            ("V006", "the PDF uses the font `Foreign`, which is not the brand's"),
        ),
        (
            book_of(printed_note(1), printed_note(2), fonts=(EmbeddedFont("MadeUpSans", is_embedded=False),)),
            ("V006", "the font `MadeUpSans` is not embedded in the PDF"),
        ),
        (
            book_of(printed_note(1), printed_note(2), addresses=("https://a.example", "javascript:x()")),
            ("V032", "a link in the PDF leads to `javascript:x()`"),
        ),
        (
            book_of(printed_note(1), printed_note(2), targets=("a", "gone", "gone")),
            ("V007", "a link in the PDF leads to `#gone`, which is nowhere"),
        ),
        (
            book_of(printed_note(1), printed_note(2), outline=()),
            ("V009", "the PDF's outline and its headings are not the same"),
        ),
    ],
)
def test_each_fault_is_found(book: Book, expected: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each fault is told, and told once."""
    assert found_in(book, document_of(1, 2), monkeypatch) == [expected]


def test_text_off_a_page_is_told_once_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """V008 names the first text that leaves each page, and is silent on what stays within a point."""
    wide = {0: run_of("A heading", left=350), 5: run_of("More", left=350)}
    near = {0: run_of("A heading", left=300.5)}

    assert found_in(book_of(moved=wide), document_of(), monkeypatch) == [
        ("V008", "`A heading` does not fit on page 1 of the PDF")
    ]
    assert found_in(book_of(moved=near), document_of(), monkeypatch) == []


def test_what_cannot_be_read_is_one_finding(tmp_path: Path) -> None:
    """V001: a file that is no PDF, or is not there, says nothing else."""
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    for name in ("a.pdf", "b.pdf"):
        found = rules.verify_pdf(document_of(1), Artifact("pdf", tmp_path / name))

        assert [diagnostic.code for diagnostic in found] == ["V001"]


def test_a_line_of_a_note_may_be_a_number() -> None:
    """A last line `45.` is text of its note; the markers of a list in it, told by their tags, are not."""
    lines = {10: "1", 11: "A made-up book,", 12: "45.", 13: "3.", 14: "An item."}
    runs = {mark: (run_of(text, bottom=300 - 12 * mark),) for mark, text in lines.items()}
    back = Element("Link", (Piece(0, 10),), "fnref1")
    marker, body = (Element(tag, (Piece(0, mark),), None) for tag, mark in (("Lbl", 13), ("LBody", 14)))
    item = Element("LI", (marker, body), None)
    paragraph = Element("P", (Piece(0, 11), Piece(0, 12)), None)
    note = Element("Note", (Element("Lbl", (back,), None), paragraph, Element("L", (item,), None)), None)
    book = replace(book_of(note), pages=(PageText(400, 800, runs),))

    (printed,) = iter_notes(book)

    assert printed.text == "A made-up book, 45. An item."
