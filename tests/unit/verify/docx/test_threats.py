"""A Word document that would run or fetch something is caught (V027, V022), however it hides that."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from octavo.verify.docx import examine_docx
from octavo.verify.docx.fields import codes_of
from octavo.verify.docx.word import WordFault, open_package
from tests.support.word_texts import TYPES, p, save_word, word

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="x" Type="{}" Target="{}"{}/></Relationships>'
)
OUTSIDE = ' TargetMode="External"'
VML = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" {}/>'


def begin(*codes: str) -> str:
    """Begin a field whose code stands in these pieces."""
    pieces = "".join(f"<w:instrText>{code}</w:instrText>" for code in codes)
    return f'<w:fldChar w:fldCharType="begin"/>{pieces}'


def field(*codes: str) -> str:
    """Write a field whose code stands in these pieces."""
    return f'<w:r>{begin(*codes)}<w:fldChar w:fldCharType="separate"/><w:fldChar w:fldCharType="end"/></w:r>'


def found(tmp_path: Path, body: str = "", parts: Mapping[str, str] | None = None) -> list[str]:
    """Give the codes of what is found in a document."""
    path = save_word(tmp_path / "a.docx", p("BodyText", "A") + body, parts=parts)
    return [finding.code for finding in examine_docx(path)]


@pytest.mark.parametrize(
    "body",
    [
        field("TOC \\o"),
        field(' HYPERLINK "https://fable.example/a" \\o "C:\\a" '),
        field(' HYPERLINK \\l "place" '),
        field("ADDIN ZOTERO_ITEM {}"),
        field("= 1 + 1"),
        field("IF 1 = 1 ", field("PAGE")),
        VML.format('href="https://fable.example/"'),
        VML.format('src="media/a.png"'),
    ],
)
def test_what_is_harmless_passes(tmp_path: Path, body: str) -> None:
    """Fields that count and refer, and links to the web, are no threat."""
    assert found(tmp_path, p("BodyText", "", body)) == []


@pytest.mark.parametrize(
    "body",
    [
        field(' INCLUDEPICTURE "https://fable.example/a.png" \\d '),
        field(" INCLUDE", "TEXT /etc/fable "),
        field(' dde excel "a" '),
        field("DDEAUTO c:\\\\fable.exe"),
        field("LINK Excel.Sheet a.xls"),
        field("DATABASE \\d a.mdb"),
        f"<w:r>{begin('QUOTE 68 68 69')}</w:r>".replace("QUOTE", "MACROBUTTON"),
        f"<w:r>{begin()}</w:r>{field('QUOTE 68 68 69')}<w:r><w:instrText> fable</w:instrText></w:r>",
        '<w:fldSimple w:instr=" IMPORT a.png "/>',
        "<w:r><w:instrText> RD a.docx </w:instrText></w:r>",
        '<s:fldSimple xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main" s:instr="DDE a b"/>',
        "<w:object/>",
        '<w:subDoc r:id="x"/>',
        '<w:altChunk r:id="x"/>',
        '<a:hlinkClick action="ppaction://program"/>',
    ],
)
def test_what_runs_is_told(tmp_path: Path, body: str) -> None:
    """Each way in which a document asks for a program or another file is told as V027."""
    assert set(found(tmp_path, p("BodyText", "", body))) == {"V027"}


@pytest.mark.parametrize(
    "body",
    [
        field(' HYPERLINK "file:///fable" '),
        field(' HYPERLINK \\o "tip" "\\\\\\\\fable\\\\share" '),
        field("HYPERLINK javascript:fable()"),
        VML.format('src="https://fable.example/a.png"'),
        VML.format('href="file:///fable"'),
        '<image xmlns="http://www.w3.org/2000/svg" href="https://fable.example/a.png"/>',
    ],
)
def test_what_leads_out_is_told(tmp_path: Path, body: str) -> None:
    """What is fetched from elsewhere, or is no link of a text, is told as V022."""
    assert found(tmp_path, p("BodyText", "", body)) == ["V022"]


@pytest.mark.parametrize(
    ("kind", "target", "mode", "expected"),
    [
        ("attachedTemplate", "https://fable.example/a.dotm", OUTSIDE, {"V022", "V027"}),
        ("attachedTemplate", "media/a.dotm", "", {"V027"}),
        ("oleObject", "media/a", "", {"V027"}),
        ("aFChunk", "media/a.html", "", {"V027"}),
        ("image", "https://fable.example/a.png", "", {"V022"}),
        ("image", "\\\\fable\\a.png", ' TargetMode="external"', {"V022"}),
        ("hyperlink", "mailto:ada@fable.example", OUTSIDE, set()),
        ("hyperlink", "#place", OUTSIDE, set()),
        ("hyperlink", "other.docx", OUTSIDE, {"V022"}),
    ],
)
def test_relationships(tmp_path: Path, kind: str, target: str, mode: str, expected: set[str]) -> None:
    """No part brings along a program or another document, nor names what is elsewhere, but by a link."""
    for part in ("word/_rels/settings.xml.rels", "_rels/.rels", "word/_RELS/header1.xml.rels"):
        parts = {part: RELATION.format(f"{OFFICE}/{kind}", target, mode)}
        assert set(found(tmp_path, parts=parts)) == expected


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("word/vbaProject.bin", "x"),
        ("word/activeX/activeX1.xml", "<x/>"),
        ("word/embeddings/a.xlsx", "x"),
        ("word/media/a.png", "MZ, which is a program"),
        ("customUI/customUI.xml", "<x/>"),
        (
            "[Content_Types].xml",
            TYPES.format('<Override ContentType="x.macroEnabled.main+xml"/>'),
        ),
    ],
)
def test_parts(tmp_path: Path, name: str, content: str) -> None:
    """A program in the package is told by its name, its first bytes, or what it is said to be."""
    assert found(tmp_path, parts={name: content}) == ["V027"]


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-',
        "<a/>".encode("utf-16-le"),
    ],
)
def test_entities_are_refused(tmp_path: Path, content: bytes) -> None:
    """What would grow or be read anew as it is parsed is not parsed at all."""
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", content)

    with pytest.raises(WordFault, match=r"as attacks do|not in UTF-8"):
        open_package(path)


def test_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that grows to more than the limit is not unpacked."""
    monkeypatch.setattr("octavo.verify.docx.word._MOST_BYTES", 1_000_000)
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/a.png", bytes(1_000_001))

    with pytest.raises(WordFault, match="too big"):
        open_package(path)


@pytest.mark.parametrize("names", [("a.xml", "A.xml"), ("../a.xml",), ("/a.xml",), ("a\\b.xml",)])
def test_names_of_parts(tmp_path: Path, names: tuple[str, ...]) -> None:
    """No part is there twice, or outside of the package."""
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        for name in names:
            package.writestr(name, "<a/>")

    with pytest.raises(WordFault, match=r"one name|outside"):
        open_package(path)


def test_comments_are_no_threat(tmp_path: Path) -> None:
    """What is neither an element nor text is passed over, wherever it stands."""
    comment = "<!-- a comment --><?a instruction?>"
    parts = {
        "[Content_Types].xml": TYPES.format(comment),
        "_rels/.rels": RELATION.format(f"{OFFICE}/image", "word/document.xml", "").replace(
            "<R", f"{comment}<R", 1
        ),
        "word/header1.xml": f"<a>{comment}</a>",
    }

    assert found(tmp_path, comment, parts) == []


def test_codes_of_fields() -> None:
    """Codes are put together from pieces; a field in a code stands as braces; what a field shows is none."""
    shown = '<w:r><w:fldChar w:fldCharType="separate"/><w:t>REF</w:t></w:r>'
    nested = f'<w:r>{begin("REF ")}</w:r>{field("SEQ a")}{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    assert list(codes_of(word(f"<w:p>{field('PA', 'GE')}{nested}</w:p>"))) == ["PAGE", "SEQ a", "REF {}"]
