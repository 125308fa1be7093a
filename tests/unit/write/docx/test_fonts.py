"""Fonts in a Word document."""

import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from octavo.model import Brand, Typeface
from octavo.write.docx.complaints import font_diagnostics
from octavo.write.docx.fonts import embedded_fonts, is_embeddable, leading_of, mixed
from tests.support.models import make_brand
from tests.support.tiny_font import make_font

KEY = uuid.UUID("00112233-4455-6677-8899-aabbccddeeff")


@pytest.fixture
def face(tmp_path: Path) -> Typeface:
    """A typeface in regular and bold."""
    files = (make_font(tmp_path / "a.ttf", "ab"), make_font(tmp_path / "b.ttf", "ab", 700))
    return Typeface("Made-Up Sans", files, 10.0, 400, 1.4)


def _brand(face: Typeface, *, embed_fonts: bool = True) -> Brand:
    made = make_brand()
    return replace(made, body=face, headings=face, monospace=face, embed_fonts=embed_fonts)


def test_mixing_twice_is_nothing() -> None:
    """Whoever has the key gets the font back, and only its first 32 bytes were changed."""
    font = bytes(range(64))
    assert mixed(mixed(font, KEY), KEY) == font
    assert mixed(font, KEY)[32:] == font[32:]
    assert mixed(font, KEY)[0] == 0xFF


def test_each_font_is_embedded_once(face: Typeface) -> None:
    """A typeface in two roles is embedded once, in the weights that it has."""
    fonts = embedded_fonts(_brand(face), with_monospace=True)
    assert [font.name for font in fonts] == ["Made-UpSans-Regular", "Made-UpSans-Bold"]


def test_the_brand_may_forbid_it(face: Typeface) -> None:
    """No font is embedded when the brand says so."""
    assert embedded_fonts(_brand(face, embed_fonts=False), with_monospace=True) == ()


def test_the_font_may_forbid_it(face: Typeface) -> None:
    """A font whose licence restricts embedding stays out."""
    content = face.files[0].path.read_bytes()
    os2 = int.from_bytes(content[content.index(b"OS/2") + 8 :][:4], "big")
    restricted = content[: os2 + 8] + b"\x00\x02" + content[os2 + 10 :]
    assert is_embeddable(content)
    assert not is_embeddable(restricted)


def test_leading_is_the_fonts_own(face: Typeface) -> None:
    """A line set solid is as high as the font says; without a font it has the usual height."""
    assert leading_of(face) == 1.0
    assert leading_of(replace(face, files=())) == 1.2


def test_a_variable_typeface_is_told(face: Typeface) -> None:
    """W022: Word takes files of one weight only, and would show another typeface without a word."""
    (file, *_) = face.files
    variable = replace(face, family="Made-Up Flex", files=(replace(file, weights=(100, 900)),))
    brand = replace(_brand(face), headings=variable, monospace=variable)

    def told(brand: Brand) -> list[str]:
        fonts = embedded_fonts(brand, with_monospace=True)
        found = font_diagnostics(brand, fonts, has_code=True)
        return [f"{one.code} {one.message}" for one in found]

    assert told(brand) == [
        "W022 Word cannot embed the typeface `Made-Up Flex`; where it is not installed, another stands in"
    ]
    assert told(_brand(face)) == []
    assert told(replace(brand, embed_fonts=False)) == []
