"""No program finds a gap between the levels of headings."""

import pytest

from octavo.write.epub.levels import close_gaps
from octavo.write.epub.xhtml import from_html


@pytest.mark.parametrize(
    ("levels", "heard"),
    [
        ([1, 2, 3, 2, 1], [1, 2, 3, 2, 1]),
        ([1, 3, 3, 2, 3], [1, 2, 2, 2, 3]),
        ([1, 6, 4, 5], [1, 2, 2, 3]),
        ([1, 2, 5, 1, 3], [1, 2, 3, 1, 2]),
    ],
)
def test_a_level_that_an_author_skipped_is_closed(levels: list[int], heard: list[int]) -> None:
    """The element stays the author's; a program that asks hears of no gap."""
    (section,) = from_html("<div>" + "".join(f"<h{level}>A</h{level}>" for level in levels) + "</div>")
    close_gaps(section)
    assert [int(str(heading.tag)[-1]) for heading in section] == levels
    assert [int(heading.get("aria-level") or str(heading.tag)[-1]) for heading in section] == heard
    assert [heading.get("aria-level") for heading, level in zip(section, heard, strict=True)] == [
        str(level) if level != own else None for level, own in zip(heard, levels, strict=True)
    ]
