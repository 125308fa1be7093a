"""Labels of pages follow the folios."""

import pytest

from octavo.write.page_labels import BLANK, LabelRange, label_ranges, labels_of, roman


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


def test_labels_are_written_as_the_folios_are() -> None:
    """Roman before the first chapter; without roman numbers all pages are counted from the cover on."""
    parts = ["cover", "front", "preface", BLANK, "beginning", "text"]
    assert labels_of(parts, has_roman_front=True) == ["i", "ii", "iii", "iv", "1", "2"]
    assert labels_of(parts, has_roman_front=False) == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("number", "numeral"), [(4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (1999, "mcmxcix")]
)
def test_roman_numerals(number: int, numeral: str) -> None:
    """They subtract where one usually does."""
    assert roman(number) == numeral
