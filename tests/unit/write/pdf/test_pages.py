"""The book as HTML: what stands in its running heads."""

import pytest

from octavo.write.pdf.pages import head_text


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The Bridge at Nowhere", "The Bridge at Nowhere"),
        ("A" * 72, "A" * 72),
        (
            "The bridges of Nowhere, the rivers below them, and what was ever written: of both, of the sea",
            "The bridges of Nowhere, the rivers below them, and what was ever…",
        ),
        ("Б" * 90, "Б" * 71 + "…"),
    ],
)
def test_running_heads_are_no_longer_than_their_line(title: str, expected: str) -> None:
    """A long title ends in whole words, without the mark that followed them; it used to leave the page."""
    assert head_text(title, 72) == expected
