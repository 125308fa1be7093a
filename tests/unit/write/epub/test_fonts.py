"""Fonts in the book: those that are needed, with the letters that are needed."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, newTable

from octavo.model import Brand, Typeface
from octavo.write.epub.fonts import embedded_fonts, nearest_file, subset_font
from octavo.write.epub.styles import family_stack, style_values
from octavo.write.epub.svg import with_fonts
from tests.support.models import make_brand
from tests.support.tiny_font import make_font

LETTERS = "ABCab"


@pytest.fixture
def face(tmp_path: Path) -> Typeface:
    """Make a family with a regular, an italic and a bold font."""
    files = (
        make_font(tmp_path / "Made-Up.ttf", LETTERS),
        make_font(tmp_path / "Made-Up Italic.ttf", LETTERS, is_italic=True),
        make_font(tmp_path / "Made-Up Bold.ttf", LETTERS, 700),
    )
    return Typeface("Made-Up Sans", files, 10.0, 400, 1.4)


@pytest.fixture
def brand(face: Typeface) -> Brand:
    """Make a brand that uses the family in two roles."""
    return replace(make_brand(), body=face, headings=replace(face, weight=700))


def _letters(content: bytes) -> str:
    return "".join(map(chr, sorted(TTFont(io.BytesIO(content)).getBestCmap())))


def test_the_nearest_font_has_the_slope_before_the_weight(face: Typeface) -> None:
    """An italic that is too light is nearer to bold italic than an upright bold."""
    assert nearest_file(face, 700, is_italic=True).path.name == "Made-Up Italic.ttf"
    assert nearest_file(face, 600, is_italic=False).path.name == "Made-Up Bold.ttf"


def test_each_file_is_embedded_once(brand: Brand) -> None:
    """Roles that share a family share its files, and code costs nothing where there is none."""
    fonts = embedded_fonts(brand, "a", has_code=False)
    assert [font.name for font in fonts] == [
        "fonts/Made-Up.ttf",
        "fonts/Made-Up-Italic.ttf",
        "fonts/Made-Up-Bold.ttf",
    ]
    assert {font.media_type for font in fonts} == {"font/ttf"}


def test_code_brings_its_typeface(brand: Brand, face: Typeface) -> None:
    """The typeface of code is there when there is code."""
    plain = replace(brand, body=replace(face, files=()), headings=replace(face, files=()), monospace=face)
    assert embedded_fonts(plain, "a", has_code=False) == ()
    assert [font.name for font in embedded_fonts(plain, "a", has_code=True)] == ["fonts/Made-Up.ttf"]


def test_a_font_holds_the_letters_asked_for_and_no_time_of_its_own(face: Typeface) -> None:
    """The same letters give the same bytes, and the font keeps its maker's date."""
    content = subset_font(face.files[0], "Bb")
    assert _letters(content) == "Bb"
    assert content == subset_font(face.files[0], "bB")
    assert TTFont(io.BytesIO(content))["head"].modified == 3_000_000_000


def test_the_stylesheet_knows_each_font(brand: Brand) -> None:
    """A declared font is a file of the book."""
    declared = style_values(brand, embedded_fonts(brand, "a", has_code=False))["fonts"]
    assert [(font["href"], font["weight"], font["style"]) for font in declared] == [
        ("fonts/Made-Up.ttf", "400", "normal"),
        ("fonts/Made-Up-Italic.ttf", "400", "italic"),
        ("fonts/Made-Up-Bold.ttf", "700", "normal"),
    ]


def test_a_family_has_a_generic_one_behind_it(face: Typeface) -> None:
    """Without its fonts a text is still set in a typeface of that kind."""
    assert family_stack(face, "serif") == ["Made-Up Sans", "sans-serif"]
    assert family_stack(replace(face, family="Made-Up"), "serif") == ["Made-Up", "serif"]
    assert family_stack(face, "monospace") == ["Made-Up Sans", "monospace"]


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><text {style}>{text}</text></svg>'


def test_a_drawing_brings_the_font_that_it_names(brand: Brand) -> None:
    """An SVG shown as an image has its own copy of the letters, and the same bytes each time."""
    drawing = DRAWING.format(style='font-family="Made-Up Sans"', text="Ab").encode()
    drawn = with_fonts(drawing, brand)
    assert drawn.count(b"@font-face") == 1
    assert b"data:font/woff2;base64," in drawn
    assert drawn == with_fonts(drawing, brand)


def test_a_bold_word_in_a_drawing_brings_the_bold_font(brand: Brand) -> None:
    """Weights are looked for in attributes and in styles."""
    style = 'font-family="Made-Up Sans" style="font-weight: bold"'
    drawn = with_fonts(DRAWING.format(style=style, text="Ab").encode(), brand)
    assert drawn.count(b"@font-face") == 2


@pytest.mark.parametrize(
    ("style", "text"), [('font-family="Made-Up Sans"', " "), ('font-family="Other"', "Ab"), ("", "Ab")]
)
def test_a_drawing_without_the_brands_letters_stays_as_it_is(brand: Brand, style: str, text: str) -> None:
    """Nothing is added to a drawing that needs nothing."""
    drawing = DRAWING.format(style=style, text=text).encode()
    assert with_fonts(drawing, brand) == drawing


def test_fonts_from_fontforge_are_cut_down_quietly(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The time stamp that FontForge leaves in a font is dropped, and nobody is told of it."""
    file = make_font(tmp_path / "made-up.ttf", LETTERS)
    with TTFont(file.path) as font:
        font["FFTM"] = newTable("FFTM")
        font["FFTM"].FFTimeStamp = font["FFTM"].sourceCreated = font["FFTM"].sourceModified = 0
        font["FFTM"].version = 1
        font.save(tmp_path / "stamped.ttf")
    content = subset_font(replace(file, path=tmp_path / "stamped.ttf"), LETTERS)
    assert ("FFTM" in TTFont(io.BytesIO(content)), caplog.records) == (False, [])
