"""Word's packages and texts."""

import io
import zipfile

from octavo.ooxml import packed, read_parts, style_of, text_of
from tests.support.word_texts import p, word

PARTS = {"word/document.xml": b"<a/>", "_rels/.rels": b"<b/>", "[Content_Types].xml": b"<c/>"}


def test_parts_are_packed_in_one_order() -> None:
    """The same parts give the same bytes, whatever their order, and the content types come first."""
    written = packed(PARTS)
    assert packed(dict(reversed(PARTS.items()))) == written
    names = zipfile.ZipFile(io.BytesIO(written)).namelist()
    assert names == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]


def test_parts_come_back() -> None:
    """What was packed is read again."""
    assert read_parts(packed(PARTS)) == PARTS


def test_field_codes_are_no_text() -> None:
    """A text has what readers see: tabs and breaks part words, codes of fields are left out."""
    runs = "<w:r><w:instrText> SEQ Figure </w:instrText></w:r><w:r><w:t>1</w:t><w:br/><w:t>b</w:t></w:r>"
    assert text_of(word(p("Caption", "Figure ", runs))) == "Figure 1 b"


def test_hard_hyphens_are_text() -> None:
    """Pandoc writes a non-breaking hyphen as an element of its own."""
    hyphen = "<w:r><w:noBreakHyphen/><w:t>6</w:t></w:r>"
    assert text_of(word(p(None, "Tu", hyphen))) == "Tu\N{NON-BREAKING HYPHEN}6"


def test_a_plain_paragraph_has_no_style() -> None:
    """The style of a paragraph is None where nothing is said."""
    plain, styled = word(p(None) + p("BodyText"))
    assert (style_of(plain), style_of(styled)) == (None, "BodyText")
