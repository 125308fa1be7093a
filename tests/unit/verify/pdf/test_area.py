"""What a page's margins leave, on either hand and on turned pages."""

from dataclasses import replace

import pytest

from octavo.model import PageSetup
from octavo.verify.pdf.area import MM, is_inside, text_area
from octavo.verify.pdf.lines import ChapterPage
from octavo.verify.pdf.runs import Box

ONE_SIDED = PageSetup(200, 300, 10, 30, 20, 40)
TWO_SIDED = replace(ONE_SIDED, is_two_sided=True)


@pytest.mark.parametrize(
    ("setup", "page", "size", "expected"),
    [
        (ONE_SIDED, 0, (200, 300), (40, 20, 170, 290)),
        (ONE_SIDED, 1, (200, 300), (40, 20, 170, 290)),
        (TWO_SIDED, 0, (200, 300), (40, 20, 170, 290)),
        (TWO_SIDED, 1, (200, 300), (30, 20, 160, 290)),
        (TWO_SIDED, 1, (300, 200), (30, 20, 270, 190)),
    ],
    ids=["right", "left", "bound-right", "bound-left", "turned"],
)
def test_area_is_what_margins_leave(
    setup: PageSetup, page: int, size: tuple[int, int], expected: tuple[int, ...]
) -> None:
    """On left-hand pages of two sides the margins change places; turned pages are given the smaller one."""
    area = text_area(setup, ChapterPage(page, 0, size[0] * MM, size[1] * MM, ()))

    assert pytest.approx([side * MM for side in expected]) == [area.left, area.bottom, area.right, area.top]


@pytest.mark.parametrize(("right", "expected"), [(105, True), (107, False)])
def test_marks_may_hang(*, right: float, expected: bool) -> None:
    """A comma that hangs out of the text is no fault, half a word is."""
    assert is_inside(Box(10, 10, right, 20), Box(0, 0, 100, 100), size=10) == expected
