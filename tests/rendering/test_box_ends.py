"""A box that is broken ends with its content on the first page, and is whole if it fits."""

from collections.abc import Iterator
from typing import Any

import pytest
import weasyprint
from weasyprint.layout import block

from octavo.write.box_ends import TRIED_VERSION, end_boxes

STYLE = """
  @page { size: 100mm 100mm; margin: 10mm }
  body { font: 10pt/5mm sans-serif; margin: 0; orphans: 2; widows: 2 }
  p, ul { margin: 0; padding: 0 }
  .box { background: #eee; padding: 5mm 0; box-decoration-break: clone }
  li { break-inside: avoid }
  .footnote { float: footnote; footnote-policy: line; display: block }
  .footnote::footnote-call, .footnote::footnote-marker { content: none; line-height: 0 }
"""
LINE = "Words.<br>"
NOTE = f'<span class="footnote">{LINE * 8}</span>'
MM = 96 / 25.4


@pytest.fixture
def original() -> Iterator[None]:
    """Give WeasyPrint its own function back after the test."""
    function = block.block_container_layout
    yield
    block.block_container_layout = function


def boxes(text: str) -> list[tuple[int, float]]:
    """Lay a text out and give the page and the height in millimetres of each part of its box."""
    pages = weasyprint.HTML(string=f"<style>{STYLE}</style>{text}").render().pages
    return [
        (index, round(box.border_height() / MM, 3))
        for index, page in enumerate(pages)
        for box in page._page_box.descendants()
        if _is_box(box)
    ]


def _is_box(box: Any) -> bool:
    return box.element is not None and box.element.get("class") == "box" and box.element_tag == "div"


LIST = f"<div class=box><ul><li>{LINE * 4}<li>{LINE * 3}Words.{NOTE}</ul></div>"


def test_tried_version_is_the_one_that_is_pinned() -> None:
    """A new WeasyPrint has to be tried before its function is replaced."""
    assert weasyprint.__version__ == TRIED_VERSION


@pytest.mark.usefixtures("original")
def test_the_foot_of_a_broken_box_is_not_empty() -> None:
    """What goes over the page with its note leaves no ground where it did not fit."""
    text = f"<p>{LINE * 2}</p>{LIST}"
    filled = boxes(text)

    assert end_boxes(weasyprint)

    assert filled[0] > (0, 60.0)
    assert boxes(text) == [(0, 30.0), (1, 30.0)]


@pytest.mark.usefixtures("original")
def test_lines_that_go_over_the_page_leave_whole_lines() -> None:
    """A box with one long paragraph ends under its last line, with the white that its end has."""
    assert end_boxes(weasyprint)

    assert boxes(f"<div class=box><p>{LINE * 20}</p></div>") == [(0, 80.0), (1, 40.0)]


@pytest.mark.usefixtures("original")
def test_a_height_that_was_asked_for_stays() -> None:
    """A box of a set height is as high as it was."""
    assert end_boxes(weasyprint)

    assert boxes(f'<div class=box style="height: 50mm"><p>{LINE * 4}</p></div>') == [(0, 60.0)]


@pytest.mark.usefixtures("original")
def test_another_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is replaced in a WeasyPrint that was not tried."""
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    before = block.block_container_layout

    assert not end_boxes(weasyprint)
    assert block.block_container_layout is before
