from typing import Any

import pytest

from octavo.ast import div, header, para, plain_text, words
from octavo.transforms.boxes import title_boxes

LANGUAGE = {"note_box": "Note", "caution": "Caution", "key_findings": "Key findings", "method": "Method"}


def titled(kind: str, **attributes: str) -> list[str]:
    """Give the texts of the blocks of a box."""
    box = div([para(words("Text."))], classes=[kind], **attributes)
    (made,) = title_boxes([box], LANGUAGE)
    return [plain_text(block) for block in made["c"][1]]


@pytest.mark.parametrize(
    ("kind", "title"),
    [("note", "Note"), ("caution", "Caution"), ("key-findings", "Key findings"), ("method", "Method")],
)
def test_each_box_says_what_it_is(kind: str, title: str) -> None:
    """A box begins with the word for its class."""
    assert titled(kind) == [title, "Text."]


def test_own_titles() -> None:
    """An author's title takes the place of the word, and an empty one leaves none."""
    assert titled("note", title="Mind the gap") == ["Mind the gap", "Text."]
    assert titled("note", title="") == ["Text."]


def test_a_heading_is_title_enough() -> None:
    """A box that begins with a heading gets no second title; what is no box gets none."""
    inner: list[dict[str, Any]] = [header(2, words("Findings")), para(words("Text."))]
    blocks = [div(inner, classes=["method"]), div(inner, classes=["source"])]

    assert title_boxes(blocks, LANGUAGE) == blocks
