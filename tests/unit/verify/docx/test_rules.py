"""A Word document that is not what was promised is caught."""

from pathlib import Path

import pytest

from octavo.model import Artifact
from octavo.verify.docx import verify_docx
from octavo.verify.docx.word import WordFault, open_word
from tests.support.models import make_document, make_publication
from tests.support.word_texts import CALL, note, p, row, save_word

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="x" Type="{OFFICE}/{{}}" Target="{{}}"{{}}/></Relationships>'
)
OUTSIDE = ' TargetMode="External"'
PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Map" {}</wp:docPr></wp:inline></w:drawing></w:r>'
DECORATIVE = '><a:extLst><a:ext uri="made-up"><adec:decorative val="1"/></a:ext></a:extLst>'
TABLE = '<w:tbl><w:tblPr><w:tblLook w:firstRow="{}"/></w:tblPr>{}</w:tbl>'
MARKED = "<w:trPr><w:tblHeader/></w:trPr>"


def _verified(tmp_path: Path, body: str, notes: str = "", relationships: str | None = None) -> list[str]:
    parts = {"word/_rels/document.xml.rels": relationships} if relationships else None
    path = save_word(tmp_path / "a.docx", body, notes, parts=parts)
    found = verify_docx(make_document(make_publication()), Artifact("docx", path))
    return [f"{diagnostic.code}: {diagnostic.message}" for diagnostic in found]


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        (
            p("BodyText", "A", CALL.format(1)) + p("BodyText", "B", CALL.format(2)),
            note(1, "A") + note(2, "B"),
        ),
        (p("BodyText", "A", PICTURE.format('descr="A map">')), ""),
        (p("BodyText", "A", PICTURE.format(DECORATIVE)), ""),
        (TABLE.format(1, row("A", properties=MARKED).replace("Compact", "BodyText")), ""),
        (TABLE.format(0, row("A").replace("Compact", "BodyText")), ""),
        ('<w:bookmarkStart w:id="1" w:name="a"/>' + p(None, "", '<w:hyperlink w:anchor="a"/>'), ""),
        (p("BodyText", "A", '<w:r><w:rPr><w:lang w:val="uk"/></w:rPr></w:r>'), ""),
    ],
)
def test_a_good_document_passes(tmp_path: Path, body: str, notes: str) -> None:
    """Nothing is said about what is right."""
    assert _verified(tmp_path, body, notes) == []


@pytest.mark.parametrize(
    ("body", "notes", "expected"),
    [
        (
            p("Thanks"),
            "",
            "V020: `word/document.xml` uses the style `Thanks`, which the document does not have",
        ),
        (p(None, "", CALL.format(7)), "", "V021: a call leads to the note `7`, which is not there"),
        (p(None), note(1, "Lost"), "V021: nothing calls the note `Lost`"),
        (p(None, "", CALL.format(1) * 2), note(1, "A"), "V021: the note `1` is called more than once"),
        (
            p(None, "", CALL.format(2) + CALL.format(1)),
            note(1, "A") + note(2, "B"),
            "V021: the notes do not stand in the order of their calls",
        ),
        (
            p(None, "", '<w:hyperlink r:id="nowhere"/>'),
            "",
            "V022: `word/document.xml` names the relationship `nowhere`, which is not there",
        ),
        (
            p(None, "", PICTURE.format(">")),
            "",
            "V023: the picture `Map` in `word/document.xml` has no text in its place",
        ),
        (
            TABLE.format(1, row("Year").replace("Compact", "BodyText")),
            "",
            "V024: the head of the table that begins with `Year` is not marked",
        ),
        (
            p(None, "", '<w:hyperlink w:anchor="a"/>'),
            "",
            "V025: a link leads to the bookmark `a`, which is not there",
        ),
        (
            p("BodyText", "A", properties='<w:jc w:val="left"/>'),
            "",
            "V026: `word/document.xml` sets `w:jc` by hand, beside the styles",
        ),
        ('<w:bookmarkStart w:name="a"/>' * 2, "", "V025: the bookmark `a` is there more than once"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, body: str, notes: str, expected: str) -> None:
    """Each fault is reported once, by its own code."""
    assert _verified(tmp_path, body, notes) == [expected]


@pytest.mark.parametrize(
    ("kind", "target", "mode", "expected"),
    [
        ("hyperlink", "https://fable.example/", OUTSIDE, []),
        (
            "hyperlink",
            "file:///fable",
            OUTSIDE,
            ["V022: `word/document.xml` would fetch `file:///fable` from outside the document"],
        ),
        (
            "image",
            "https://fable.example/a.png",
            OUTSIDE,
            ["V022: `word/document.xml` would fetch `https://fable.example/a.png` from outside the document"],
        ),
        (
            "image",
            "media/a.png",
            "",
            ["V022: `word/document.xml` names `media/a.png`, which is not in the document"],
        ),
        ("styles", "styles.xml", "", []),
        ("styles", "/word/styles.xml", "", []),
    ],
)
def test_only_links_lead_out(tmp_path: Path, kind: str, target: str, mode: str, expected: list[str]) -> None:
    """A document fetches nothing; what it names is in it."""
    assert _verified(tmp_path, p(None), relationships=RELATIONSHIPS.format(kind, target, mode)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("docProps/core.xml", "V028: the document has no title among its properties"),
        ("word/styles.xml", "V028: the document does not say which language it is in"),
    ],
)
def test_title_and_language(tmp_path: Path, name: str, expected: str) -> None:
    """A document without the one or the other is named."""
    parts = {name: "<nothing/>"}
    path = save_word(tmp_path / "a.docx", "", parts=parts)

    found = verify_docx(make_document(make_publication()), Artifact("docx", path))

    assert [f"{diagnostic.code}: {diagnostic.message}" for diagnostic in found] == [expected]


def test_what_is_no_document_is_refused(tmp_path: Path) -> None:
    """A file that is no Word document cannot be read."""
    path = tmp_path / "a.docx"
    path.write_text("Once upon a time")
    with pytest.raises(WordFault, match="zip"):
        open_word(path)


def test_a_document_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """V029: what is no Word document, or is cut off, is a finding and no traceback."""
    whole = save_word(tmp_path / "whole.docx", p("BodyText", "A")).read_bytes()
    codes = []
    for content in (
        b"Once upon a time",
        whole[: len(whole) // 2],
        whole.replace(b"PK\x01\x02", b"PK\x01\x03"),
    ):
        path = tmp_path / "a.docx"
        path.write_bytes(content)
        found = verify_docx(make_document(make_publication()), Artifact("docx", path))
        codes += [diagnostic.code for diagnostic in found]

    assert codes == ["V029"] * 3
