"""What octavo knows of a font's letters."""

from pathlib import Path

from octavo.load.font_letters import USUAL_LETTER_EM, letter_em_of
from octavo.load.fonts import choose_files, find_family


def _regular(family: str) -> Path:
    return choose_files(find_family(family), (400,))[0].path


def test_letters_of_a_typewriter_are_as_wide_as_each() -> None:
    """Where all letters have one width, that is their mean."""
    assert letter_em_of(_regular("IBM Plex Mono")) == 0.6


def test_letters_in_text_are_narrower_than_half_an_em() -> None:
    """Spaces and narrow letters are common, so the mean is less than that of the alphabet."""
    assert 0.40 < letter_em_of(_regular("Spectral")) < 0.46


def test_a_file_that_is_no_font_has_the_usual_width(tmp_path: Path) -> None:
    """What cannot be read is told elsewhere; the column has its usual width."""
    path = tmp_path / "broken.ttf"
    path.write_bytes(b"no font")

    assert letter_em_of(path) == USUAL_LETTER_EM
