"""The brand's fonts as rules of a stylesheet."""

from dataclasses import replace
from pathlib import Path

from octavo.model import FontFile, Typeface
from octavo.write.fonts import font_faces, font_files
from tests.support.models import make_brand


def face(family: str, *files: FontFile) -> Typeface:
    """Make a typeface."""
    return Typeface(family, files, 10.0, 400, 1.4)


def test_each_file_is_one_rule() -> None:
    """A static font says its weight; a variable one says nothing, since it has many."""
    static = face("Made-Up", FontFile(Path("a/Made.ttf"), (700, 700), is_italic=True))
    variable = face("Vary", FontFile(Path("a/Vary.otf"), (100, 900), is_italic=False))
    brand = replace(make_brand(), body=static, headings=static, monospace=variable)

    italic, upright = font_faces(brand).splitlines()

    assert italic == (
        '@font-face { font-family: "Made-Up"; font-weight: 700; font-style: italic; '
        'src: url("fonts/Made.ttf") format("truetype") }'
    )
    assert upright == (
        '@font-face { font-family: "Vary"; font-style: normal; '
        'src: url("fonts/Vary.otf") format("opentype") }'
    )


def test_files_of_one_name_are_told_apart() -> None:
    """Two folders may have a file of the same name."""
    one = face("One", FontFile(Path("a/Regular.ttf"), (400, 400), is_italic=False))
    two = face("Two", FontFile(Path("b/Regular.ttf"), (400, 400), is_italic=False))
    brand = replace(make_brand(), body=one, headings=two, monospace=two)

    assert font_files(brand) == {"Regular.ttf": Path("a/Regular.ttf"), "1-Regular.ttf": Path("b/Regular.ttf")}


def test_family_cannot_leave_its_string() -> None:
    """A family's name is data: quotes in it end nothing."""
    odd = face('A"; } body { x', FontFile(Path("a.ttf"), (400, 400), is_italic=False))
    brand = replace(make_brand(), body=odd, headings=odd, monospace=odd)

    assert 'font-family: "A\\"; } body { x";' in font_faces(brand)
