"""Remarks of authors to each other leave nothing behind."""

import pytest

from octavo.ast import Node
from octavo.transforms.raw import without_comments
from tests.support.trees import raw, string

SPACE: Node = {"t": "Space"}
REMARK = raw("html", "<!-- a remark -->")


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        ([string("End"), SPACE, REMARK, string(".")], [string("End"), string(".")]),
        ([string("One"), SPACE, REMARK, SPACE, string("two")], [string("One"), SPACE, string("two")]),
        ([string("End."), SPACE, REMARK], [string("End.")]),
        ([string("One"), SPACE, REMARK, REMARK, string(",")], [string("One"), string(",")]),
        ([string("One"), SPACE, REMARK, REMARK, string("two")], [string("One"), SPACE, string("two")]),
        ([string("One"), SPACE, REMARK, string("two")], [string("One"), SPACE, string("two")]),
    ],
)
def test_no_space_is_left(inlines: list[Node], expected: list[Node]) -> None:
    """What stood round a remark reads as if it had not been there."""
    assert without_comments([{"t": "Para", "c": inlines}]) == [{"t": "Para", "c": expected}]
