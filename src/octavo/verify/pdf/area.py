"""The part of a page that text and pictures may fill: what its margins leave."""

from octavo.model import PageSetup
from octavo.verify.pdf.lines import ChapterPage
from octavo.verify.pdf.runs import Box

MM = 72 / 25.4
"""Points in a millimetre."""

_OVERHANG = 0.6
"""How far marks may hang out of the text, as a part of the type's size, and letters reach over its edge."""


def text_area(setup: PageSetup, page: ChapterPage) -> Box:
    """Return the area inside the margins, the hanging margin included.

    A left-hand page has its margins the other way round when the brand is two-sided. A page of another
    shape than the brand's, such as a turned one, has the smaller of the two on both sides.
    """
    left, right = setup.margin_left_mm, setup.margin_right_mm
    is_left_hand = page.page % 2 == 1
    if abs(page.width - setup.width_mm * MM) > 1:
        left = right = min(left, right)
    elif setup.is_two_sided and is_left_hand:
        left, right = right, left
    return Box(
        left * MM,
        setup.margin_bottom_mm * MM,
        page.width - right * MM,
        page.height - setup.margin_top_mm * MM,
    )


def is_inside(box: Box, area: Box, size: float) -> bool:
    """Tell whether a rectangle lies in an area, but for what type of that size may hang out of it."""
    room = _OVERHANG * size
    is_across = box.left >= area.left - room and box.right <= area.right + room
    return is_across and box.bottom >= area.bottom - room and box.top <= area.top + room
