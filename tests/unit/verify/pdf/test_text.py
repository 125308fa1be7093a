"""Lines on a page become text again."""

import pytest

from octavo.verify.pdf.runs import PageText, Run
from octavo.verify.pdf.text import Fragment, join_fragments, text_of
from octavo.verify.pdf.tree import Element, Piece

ADDRESS = "https://example.org/one_two"


def line(text: str, number: int, link: str | None = None) -> Fragment:
    """Make a fragment that fills a line of its own."""
    bottom = 700.0 - 12 * number
    return Fragment(Run(text, 50, bottom, 300, bottom + 10, bottom), 0, link)


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("two", "words", "two words"),
        ("hyphen\u2010", "ated", "hyphenated"),
        ("Made-", "Up", "Made-Up"),
        ("a title -", "and more", "a title - and more"),
        ("either/", "or", "either/or"),
        ("1999–", "2000", "1999–2000"),  # a dash between numbers
    ],
)
def test_line_ends(first: str, second: str, text: str) -> None:
    """A word that was parted at the line's end is one again, and two words stay two."""
    assert join_fragments([line(first, 1), line(second, 2)]) == text


def test_address_over_two_lines_is_one() -> None:
    """A line may end anywhere in an address; what follows another link does not belong to it."""
    parts = [line("https://example.org/one_", 1, ADDRESS), line("two", 2, ADDRESS), line("end", 3)]

    assert join_fragments(parts) == f"{ADDRESS} end"
    assert join_fragments([line("At:\u00a0", 1), *parts[:2]]) == f"At: {ADDRESS}"


def test_calls_are_not_text() -> None:
    """The number that calls a note is left out; a space that stands alone is kept."""
    runs = {
        number: (Run(text, left, 0, left + 9, 9, 0),)
        for number, (text, left) in enumerate([("A", 0), ("1", 10), ("", 20), ("B", 30)])
        if text
    }
    call = Element("Link", (Piece(0, 1),), "fn1")
    heading = Element("H1", (Piece(0, 0), call, Piece(0, 2), Piece(0, 3)), None)

    assert text_of(heading, [PageText(100, 100, runs)]) == "A B"
