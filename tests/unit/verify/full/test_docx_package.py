"""Any Word document can be asked what it brings along."""

from pathlib import Path

import pytest

from octavo.codes import Severity
from octavo.verify.full.docx_package import DOCX_PACKAGE
from octavo.verify.full.validator import Unreadable
from tests.support.word_texts import p, row, save_word

TABLE = '<w:tbl><w:tblPr><w:tblLook w:firstRow="1"/></w:tblPr>{}</w:tbl>'


def test_a_harmless_document_passes(tmp_path: Path) -> None:
    """Nothing is said of a document that only has text."""
    assert DOCX_PACKAGE.examine(save_word(tmp_path / "a.docx", p("BodyText", "A"))).faults == ()


def test_faults_say_what_to_do(tmp_path: Path) -> None:
    """Each fault has a cure; what Word makes of every table by itself is only a warning."""
    body = TABLE.format(row("A")) + p("BodyText", "", '<w:fldSimple w:instr="DDE a b"/>')

    faults = DOCX_PACKAGE.examine(save_word(tmp_path / "a.docx", body)).faults

    assert [(fault.code, fault.severity) for fault in faults] == [
        ("V027", Severity.ERROR),
        ("V024", Severity.WARNING),
    ]
    assert all(fault.hint for fault in faults)


def test_what_is_no_package_is_unreadable(tmp_path: Path) -> None:
    """A file of another kind has no verdict."""
    path = tmp_path / "a.docx"
    path.write_text("Once upon a time", encoding="utf-8")

    with pytest.raises(Unreadable, match="zip"):
        DOCX_PACKAGE.examine(path)
