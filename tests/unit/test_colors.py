"""Colours: contrast, and the nearest colour that has enough of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.colors import contrast, nearest_passing

COLORS = ("#14505c", "#c8922a", "#ffffff", "#000000", "#ff0000", "#777777")
HEX = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
GROUNDS = ("#ffffff", "#000000", "#2b2b2b", "#f4ecd8")


def test_black_and_white_have_the_greatest_contrast() -> None:
    """The scale goes from 1 to 21, whichever colour comes first."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#14505c", "#14505c") == pytest.approx(1)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("color", COLORS)
def test_what_is_found_passes_and_is_written_in_full(color: str, ground: str) -> None:
    """Whatever the colour and the ground, the answer has the contrast that was asked for."""
    found = nearest_passing(color, ground, 4.5)
    assert contrast(found, ground) >= 4.5
    assert len(found) == 7
    assert found == color or contrast(color, ground) < 4.5


def test_the_smaller_step_is_taken() -> None:
    """On white a colour becomes darker, on black lighter, and no more than it must."""
    assert nearest_passing("#c8922a", "#ffffff", 4.5) < "#c8922a"
    assert contrast(nearest_passing("#c8922a", "#ffffff", 4.5), "#ffffff") < 4.8
    assert contrast(nearest_passing("#14505c", "#000000", 4.5), "#000000") < 4.8


def test_where_nothing_passes_the_better_end_is_given() -> None:
    """A middle grey has neither a lighter nor a darker colour of contrast 15."""
    assert nearest_passing("#808080", "#777777", 15) == "#000000"


@given(color=HEX, ground=HEX, ratio=st.sampled_from([1.2, 3.0, 4.5]))
def test_any_colour_finds_one_that_passes(color: str, ground: str, ratio: float) -> None:
    """The answer passes as it is written, and a colour that passed already is left alone."""
    found = nearest_passing(color, ground, ratio)

    assert contrast(found, ground) >= ratio
    assert contrast(color, ground) < ratio or found == color
