"""Word's own schema, LibreOffice and python-docx have nothing to say against our document."""

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from octavo.load import load_publication
from octavo.model import Document
from octavo.ooxml import DOCUMENT, STYLES, Element, found, named, parse, read_parts, style_of
from octavo.parse import parse_rendering
from octavo.render import render_publication
from octavo.verify.agreement import check_agreement
from octavo.verify.docx import read_docx, verify_docx
from octavo.write import lay_out_media
from octavo.write.docx import write_docx
from tests.support.builds import Builder, editions
from tests.support.libreoffice import converted
from tests.support.publications import long_book, small_ukrainian
from tests.support.specimens import BRANDS


def _document(root: Path) -> Document:
    loaded = load_publication(root)
    assert loaded.value is not None
    parsed = parse_rendering(render_publication(loaded.value).value)
    assert parsed.value is not None
    lay_out_media(parsed.value)
    return parsed.value


def _written(document: Document) -> Path:
    outcome = write_docx(document)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert verify_docx(document, outcome.value) == ()
    return outcome.value.path


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Read thirty chapters with something of everything, whose notes start anew in each."""
    return _document(long_book(tmp_path_factory.mktemp("long")))


@pytest.fixture(scope="module")
def docx_path(document: Document) -> Path:
    """Write them."""
    return _written(document)


def test_the_document_says_what_the_text_says(document: Document, docx_path: Path) -> None:
    """Headings, notes with the numbers that Word will show, captions and references come back."""
    assert check_agreement(document, "docx", read_docx(docx_path)) == ()


def test_the_same_text_gives_the_same_bytes(docx_path: Path, built: Builder) -> None:
    """The bytes do not hang on the folder, nor on who asks for them."""
    again = editions(built("long").root)[".docx"]
    assert again.read_bytes() == docx_path.read_bytes()


def test_another_language_passes_too(tmp_path: Path) -> None:
    """A Ukrainian publication says in its styles that it is Ukrainian."""
    document = _document(small_ukrainian(tmp_path))
    path = _written(document)
    assert check_agreement(document, "docx", read_docx(path)) == ()
    opened = docx.Document(str(path))
    assert opened.core_properties.language == "uk"
    assert 'w:val="uk"' in opened.styles.element.xml


def test_editors_find_names_for_everything(docx_path: Path) -> None:
    """No paragraph is in Word's plain style: all have names that an editor finds in the list of styles."""
    opened = docx.Document(str(docx_path))
    styles = {paragraph.style.name for paragraph in opened.paragraphs if paragraph.style}
    assert "Normal" not in styles
    assert {"Heading 1", "First Paragraph", "Image Caption", "Table Caption", "Bibliography"} <= styles
    assert [p.text for p in opened.paragraphs if p.paragraph_format.alignment is not None] == []


@pytest.fixture(scope="module", params=BRANDS)
def specimen(request: pytest.FixtureRequest, specimens: Builder) -> Path:
    """Give the publication that has every element, in each of the brands."""
    return editions(specimens(request.param).root)[".docx"]


def _tree(path: Path, part: str = DOCUMENT) -> Element:
    return parse(read_parts(path)[part])


def _codes(tree: Element) -> list[str]:
    return [(item.text or "").strip() for item in found(tree, ".//w:instrText")]


def test_word_can_update_what_is_numbered(specimen: Path) -> None:
    """Cross-references, lists and numbers are fields, and each reference has its bookmark."""
    tree = _tree(specimen)
    codes = _codes(tree)
    marks = {item.get(named("w:name")) for item in found(tree, ".//w:bookmarkStart")}
    goals = [code.split()[1] for code in codes if code.startswith("REF ")]
    assert len(goals) > 10
    assert set(goals) <= marks
    assert {'TOC \\h \\z \\c "Figure"', 'TOC \\h \\z \\c "Table"', "SEQ Equation \\* ARABIC"} <= set(codes)


def test_boxes_have_styles_of_their_own(specimen: Path) -> None:
    """Boxes with their titles, quotations, notes under tables and bylines are styles of paragraphs."""
    styles = {style_of(paragraph) for paragraph in found(_tree(specimen), ".//w:p")}
    boxes = ("KeyFindings", "NoteBox", "CautionBox", "MethodBox")
    assert {*boxes, *(f"{box}Title" for box in boxes)} <= styles
    assert {
        "PullQuote",
        "EpigraphSigned",
        "EpigraphSource",
        "Byline",
        "Equation",
        "TableNote",
        "SourceNote",
    } <= styles
    assert {"DefinitionTerm", "Definition", "TableofFigures"} <= styles


def test_colours_are_those_of_the_theme(specimen: Path) -> None:
    """An office that changes the theme changes every colour of type; the cover's ground is a picture."""
    styles = _tree(specimen, STYLES)
    fixed = [
        style.get(named("w:styleId"), "")
        for style in found(styles, "w:style[w:rPr/w:color[not(@w:themeColor)]]")
    ]
    assert [name for name in fixed if not name.startswith("Cover")] == []


def test_wide_tables_have_a_page_on_its_side(specimen: Path) -> None:
    """One section is turned; the text before and after it stands upright."""
    sizes = found(_tree(specimen), ".//w:pgSz")
    assert [size.get(named("w:orient")) for size in sizes].count("landscape") == 1


@pytest.mark.slow
def test_word_would_open_every_element(specimen: Path) -> None:
    """The specimen is valid by Word's schemas in every brand."""
    test_word_would_open_it(specimen)


@pytest.mark.slow
def test_word_would_open_it(docx_path: Path) -> None:
    """The document is valid by Word's schemas."""
    program = Path(sys.executable).with_name("openxml-audit")
    if not program.exists():
        assert "CI" not in os.environ, "CI needs openxml-audit"
        pytest.skip("openxml-audit is not installed here")
    done = subprocess.run(
        [program, "--ooxml-security", docx_path], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_libreoffice_opens_it(document: Document, docx_path: Path, tmp_path: Path) -> None:
    """LibreOffice lays it out, with a page for each chapter and the notes counted anew in each."""
    (path,) = converted([docx_path], "pdf", tmp_path / "pdf")
    import pypdfium2

    pages = pypdfium2.PdfDocument(path)
    assert len(pages) > len([heading for heading in document.headings if heading.level == 1])
