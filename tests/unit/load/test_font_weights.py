"""A font that the brand lists without a weight is taken for what it says it is."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont

from octavo.load.font_weights import ALL_WEIGHTS, is_font, own_weights
from tests.support.tiny_font import make_font


@pytest.mark.parametrize("weight", [300, 400, 700])
def test_a_steady_font_has_one_weight(weight: int, tmp_path: Path) -> None:
    """A bold file is bold, so that it does not stand for the regular one, nor the other way round."""
    path = make_font(tmp_path / "made-up.ttf", "A", weight).path
    assert (weight, weight) == own_weights(path)


def test_a_variable_font_has_the_weights_of_its_axis(tmp_path: Path) -> None:
    """The axis of the weight counts, wherever it stands among the axes."""
    path = make_font(tmp_path / "made-up.ttf", "A").path
    with TTFont(path) as font:
        builder = FontBuilder(font=font)
        builder.setupFvar([("wdth", 75, 100, 125, "Width"), ("wght", 200, 400, 800, "Weight")], [])
        builder.save(tmp_path / "variable.ttf")
    assert own_weights(tmp_path / "variable.ttf") == (200, 800)


@pytest.mark.parametrize("content", [b"", b"wOF2 and more", b"\x00\x01\x00\x00\x00\x09short"])
def test_a_file_that_does_not_say_has_all_weights(content: bytes, tmp_path: Path) -> None:
    """A compressed or a broken file is no reason to stop here."""
    path = tmp_path / "made-up.woff2"
    path.write_bytes(content)
    assert own_weights(path) == ALL_WEIGHTS


@pytest.mark.parametrize("content", [b"", b"<!DOCTYPE html>", b"PK\x03\x04"])
def test_a_file_of_another_kind_is_no_font(content: bytes, tmp_path: Path) -> None:
    """An empty download, a web page or an archive is told from a font before anything opens it."""
    path = tmp_path / "made-up.ttf"
    path.write_bytes(content)
    assert (is_font(path), is_font(make_font(tmp_path / "true.ttf", "A").path)) == (False, True)
