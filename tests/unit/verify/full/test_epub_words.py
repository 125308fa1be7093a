"""V063: what EPUBCheck says of an EPUB, in an author's words."""

import pytest

from octavo.verify.full.epub_words import words_for


@pytest.mark.parametrize(
    ("number", "said", "words"),
    [
        (
            "RSC-006",
            'Remote resource reference is not allowed; resource "https://made-up.example/a.png" must be …',
            "`https://made-up.example/a.png` would be fetched from the web",
        ),
        (
            "RSC-007",
            'Referenced resource "EPUB/a.xhtml" could not be found in the EPUB.',
            "`EPUB/a.xhtml` is linked or shown, and the book has no such file",
        ),
        ("RSC-012", "Fragment identifier is not defined.", "a link leads to a place that is not there"),
        ("RSC-005", 'Duplicate ID "twin"', "two things on a page have the same name `twin`"),
        (
            "RSC-005",
            'missing required element "dc:language"',
            "the book does not say which language it is in",
        ),
        ("RSC-005", 'element "blink" not allowed here; expected …', "`blink` stands where it may not"),
        ("PKG-006", "Mimetype file entry is missing.", "the file does not say that it is an EPUB"),
    ],
)
def test_messages_have_words(number: str, said: str, words: str) -> None:
    """A message is told in words that name what was found, with a cure."""
    wording = words_for(number, said)
    assert wording.message.startswith(words)
    assert wording.hint


def test_other_messages_have_words_as_well() -> None:
    """A message of a later EPUBCheck is a broken rule; what it said is told beside (`Fault.said`)."""
    assert words_for("XYZ-001", "The frobnicator is loose.").message == "the book breaks a rule of EPUB"
