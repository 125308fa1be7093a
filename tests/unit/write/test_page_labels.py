"""Labels of pages follow the folios."""

import pytest

from octavo.write.page_labels import BLANK, LabelRange, label_ranges


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            ["cover", BLANK, "front", "front", "preface", BLANK, "beginning", "beginning", "text", "back"],
            [LabelRange(0, "r", 1), LabelRange(6, "D", 1)],
        ),
        (
            ["cover", "front", "beginning", "beginning", "text", "beginning"],
            [LabelRange(0, "r", 1), LabelRange(2, "D", 1)],
        ),
        (["cover", "front", "text"], [LabelRange(0, "r", 1), LabelRange(2, "D", 3)]),
        (
            ["front", "beginning", "preface", "text"],
            [LabelRange(0, "r", 1), LabelRange(1, "D", 1), LabelRange(2, "r", 2), LabelRange(3, "D", 3)],
        ),
        ([], []),
    ],
)
def test_labels_count_as_folios_do(parts: list[str], expected: list[LabelRange]) -> None:
    """Roman before the first chapter, from 1 with it; every part keeps its own kind of numbers."""
    assert label_ranges(parts) == expected
