"""Where an author wrote a note."""

import pytest

from octavo.load.manuscript import read_chapter
from octavo.markdown.own_notes import find_note
from octavo.source import SourceFile

TEXT = """# A

One.^[Of the *first* bridge.] Two [@doe2020].[^two]

[^two]: Of the second bridge, “the longest”.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the first bridge.", "^[Of the *first* bridge.]"),
        ("Of the second bridge, ‘the longest’.", "Of the second bridge, “the longest”."),
        ("Jane Doe, The Book (P, 2020).", None),
        ("", None),
    ],
)
def test_notes_are_found(text: str, expected: str | None) -> None:
    """Signs of Markdown and the style's own marks do not matter; what citeproc wrote is nowhere."""
    span = find_note(read_chapter(SourceFile("manuscript/10.md", TEXT)).value, text)

    assert expected == (span.text if span else None)
