"""What the stylesheet keeps together where a page ends: rows, lines of entries, the last line of a box."""

import pytest
import weasyprint

from octavo.house import house_templates_path
from octavo.templating import house_environment, render_file
from tests.support.models import make_brand

STYLE = """
  @page { size: 100mm 100mm; margin: 10mm }
  html { font: 10pt/5mm sans-serif }
  body, p, .filler { margin: 0 }
  tr { height: 10mm }
"""
LINE, LINE_BEFORE, WHITE = 9 * 1.42 * 25.4 / 72, 10 * 1.4 * 25.4 / 72, 4
"""The height of a line in a box, of the space before it, and of the white at its head and foot, in mm."""


def pages_of(text: str, sheet: str, tag: str) -> list[int]:
    """Lay a text out with one of the house style's sheets and count the boxes of a tag on each page."""
    environment = house_environment((house_templates_path(),))
    css = render_file(environment, f"pdf/{sheet}.css.j2", {"brand": make_brand()})
    html = weasyprint.HTML(string=f"<style>{css}{STYLE}</style>{text}")
    return [
        sum(1 for box in page._page_box.descendants() if box.element_tag == tag and box.element is not None)
        for page in html.render().pages
    ]


def filler(height_mm: float) -> str:
    """Take up some of a page of 80 mm."""
    return f'<div class="filler" style="height: {height_mm}mm"></div>'


@pytest.mark.parametrize(("room", "expected"), [(45, [4]), (35, [2, 2]), (25, [2, 2]), (15, [0, 4])], ids=str)
def test_no_row_stands_alone(room: int, expected: list[int]) -> None:
    """A table of four rows is parted in the middle, or not at all."""
    table = f"<table><tbody>{'<tr><td>A cell</td></tr>' * 4}</tbody></table>"

    assert pages_of(filler(80 - room) + table, "figures", "tr") == expected


@pytest.mark.parametrize("kind", ["key-findings", "note"])
def test_the_space_below_a_box_needs_no_room(kind: str) -> None:
    """A box whose last line fits stays whole, though the space that follows it does not fit.

    WeasyPrint asks for the white at a box's foot twice.
    """
    box = f'<div class="{kind}"><p>{"<br>".join(["A line"] * 4)}</p></div>'
    height = LINE_BEFORE + 4 * LINE + 3 * WHITE + 1

    assert len(pages_of(f"{filler(80 - height)}{box}<p>A line</p>", "boxes", "div")) == 2
    assert pages_of(filler(80 - height) + box, "boxes", "p")[1:] == []
