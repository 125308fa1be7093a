"""What a Word document says."""

from pathlib import Path

from octavo.verify.docx import read_docx
from tests.support.word_texts import CALL, note, p, save_word

SECTION = '<w:sectPr><w:footnotePr><w:numRestart w:val="{}"/></w:footnotePr></w:sectPr>'


def test_parts_are_told_by_styles(tmp_path: Path) -> None:
    """Headings, captions and references are what their styles say; a call is no text."""
    body = (
        p("Heading1", "A chapter", CALL.format(1))
        + p("BodyText", "Text")
        + p("ImageCaption", "Figure 1. A map")
        + p("TableCaption", "Table 1. A list")
        + p("Bibliography", "Madeup, Ada.")
    )
    view = read_docx(save_word(tmp_path / "a.docx", body, note(1, "One.", "Two.")))
    assert view.headings == ((1, "A chapter"),)
    assert view.notes == (("1", "One. Two."),)
    assert (view.figures, view.tables) == (("Figure 1. A map",), ("Table 1. A list",))
    assert view.references == ("Madeup, Ada.",)


def test_labels_are_those_that_word_shows(tmp_path: Path) -> None:
    """Notes are counted through the document, or anew in each section that says so."""
    notes = "".join(note(number, str(number)) for number in (1, 2, 3))
    for way, labels in (("eachSect", ["1", "2", "1"]), ("continuous", ["1", "2", "3"])):
        end = SECTION.format(way)
        body = (
            p(None, "", CALL.format(1)) + p(None, "", CALL.format(2), end) + p(None, "", CALL.format(3)) + end
        )
        view = read_docx(save_word(tmp_path / "a.docx", body, notes))
        assert [label for label, _ in view.notes] == labels


def test_a_section_may_leave_it_to_the_document(tmp_path: Path) -> None:
    """Where a section says nothing, the document's settings hold."""
    usual = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = p(None, "", CALL.format(1), "<w:sectPr/>") + p(None, "", CALL.format(2)) + "<w:sectPr/>"
    path = save_word(tmp_path / "a.docx", body, note(1, "A") + note(2, "B"), settings=usual)
    assert [label for label, _ in read_docx(path).notes] == ["1", "1"]
