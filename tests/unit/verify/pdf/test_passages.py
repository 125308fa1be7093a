"""Printed words are found again where their author wrote them."""

import pytest

from octavo.source import SourceFile
from octavo.verify.pdf.passages import Letters, find_words, letters

TEXT = (
    "# Title\n\nThe **treaty** of 1999 [@madeup2021] said much,\n"
    "and it's said again: a pro-mise of sorts.\n\n"
    "Twice told tale. Twice told tale.\n"
)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("The treaty of 1999 said much, and it’s said again", "The **treaty** of 1999"),
        ("saidmuch,andit’ssaidagain", "said much,"),
        ("it’s said again: a prom‐ise of sorts.", "it's said again: a pro-mise of sorts."),
        ("Twice told", None),
        ("Nothing of that stands here", None),
        ("", None),
    ],
)
def test_words_are_found(printed: str, found: str | None) -> None:
    """White space, marks and hyphens may differ, a source may be in between; a short text must be unique."""
    source = SourceFile("manuscript/1.md", TEXT)

    span = find_words(printed, source, Letters(TEXT))

    assert (span.text if span else None) == found


def test_letters_and_their_places_go_together() -> None:
    """Letters that become two in lower case have one place."""
    known = Letters("Straße, İ!")

    assert known.text == letters("strasse i\u0307")
    assert [known.of[place] for place in known.places] == list("Straßße") + ["İ"] * (len(known.text) - 7)
