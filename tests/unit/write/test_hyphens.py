from dataclasses import replace
from pathlib import Path

from fontTools.ttLib import TTFont

from octavo.load.font_letters import letters_of
from octavo.load.fonts import find_family
from octavo.model import Typeface
from octavo.write.hyphens import HYPHEN, HYPHEN_MINUS, hyphenated_fonts
from tests.support.models import make_brand


def face_of(family: str) -> Typeface:
    """Make a typeface of an installed family's first font."""
    file = find_family(family)[0]
    return Typeface(family, (file,), 10, 400, 1.4, letters_of(file.path))


def test_a_typeface_without_hyphen_gets_one(tmp_path: Path) -> None:
    """The copy has a glyph of its own for the hyphen, as wide as the typewriter's, and all other letters."""
    face = face_of("PT Sans")
    copies = hyphenated_fonts(replace(make_brand(), body=face, headings=face, monospace=face), tmp_path)
    (copy,) = copies.values()
    letters = TTFont(copy).getBestCmap()

    assert HYPHEN not in face.letters
    assert set(letters) == face.letters | {HYPHEN}
    assert letters[HYPHEN] != letters[HYPHEN_MINUS]
    widths = TTFont(copy)["hmtx"]
    assert widths[letters[HYPHEN]] == widths[letters[HYPHEN_MINUS]]


def test_others_are_used_as_they_are(tmp_path: Path) -> None:
    """No copy is made of a font that has a hyphen, nor of one whose letters are not known."""
    whole, unknown = face_of("Spectral"), Typeface("Unknown", face_of("PT Sans").files, 10, 400, 1.4)

    assert (
        hyphenated_fonts(replace(make_brand(), body=whole, headings=unknown, monospace=whole), tmp_path) == {}
    )


def test_copies_are_the_same_every_time(tmp_path: Path) -> None:
    """The same font gives the same bytes: no clock is in it."""
    face = face_of("PT Sans")
    brand = replace(make_brand(), body=face, headings=face, monospace=face)
    first, second = (
        [copy.read_bytes() for copy in hyphenated_fonts(brand, tmp_path / name).values()] for name in "ab"
    )

    assert first == second
