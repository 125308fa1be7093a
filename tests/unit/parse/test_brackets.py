"""Brackets that touch."""

import pytest

from octavo.parse.brackets import part_brackets


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a [@roe, p. 3][@doe] b", "a [@roe, p. 3] [@doe] b"),
        ("a [@roe][see @doe; @foe][@poe].", "a [@roe] [see @doe; @foe] [@poe]."),
        ("a @roe [p. 3][@doe]", "a @roe [p. 3] [@doe]"),
        ("a ^[Compare it.][@doe] b", "a ^[Compare it.] [@doe] b"),
        ("a ^[Compare it.][^1] b\n\n[^1]: c", "a ^[Compare it.] [^1] b\n\n[^1]: c"),
        ("> - a ^[See [@roe][@doe]] b", "> - a ^[See [@roe] [@doe]] b"),
    ],
)
def test_what_touches_is_parted(markdown: str, expected: str) -> None:
    """Citations and notes that Pandoc would take for links are two."""
    assert part_brackets(markdown) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "a [@roe][^1] b [^1][@doe] c [^1][^1]",
        "a [@roe] [@doe] b",
        "a `[@roe][@doe]` b",
        "a [text][label] b",
        "a ^[one]^[two] b",
        "no notes",
        "",
    ],
)
def test_all_else_stays(markdown: str) -> None:
    """Where Pandoc sees what the author meant, and in code, nothing changes."""
    assert part_brackets(markdown) == markdown
