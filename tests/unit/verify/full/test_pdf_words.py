"""V062: what veraPDF says of a PDF, in an author's words."""

import pytest

from octavo.verify.full.pdf_words import STANDARDS, words_for


@pytest.mark.parametrize(
    ("profile", "clause", "test", "words", "cure"),
    [
        ("ua1", "7.3", 1, "a picture has no words for those who cannot see it", "alt="),
        ("ua1", "7.4.2", 1, "a level of headings is skipped", "`###`"),
        ("ua1", "7.1", 9, "the PDF has no title", "`title:`"),
        ("ua1", "7.2", 34, "the language of a text cannot be told", "`lang:`"),
        ("ua1", "7.21.4.1", 1, "a typeface is not in the PDF", "_brand.yml"),
        ("3a", "6.7.2.2", 1, "the PDF has no tags", "again"),
        ("3a", "6.2.11.4.1", 1, "a typeface is not in the PDF", "_brand.yml"),
        ("3a", "6.5.1", 1, "the PDF would run or open something", "take it out"),
    ],
)
def test_rules_have_words(profile: str, clause: str, test: int, words: str, cure: str) -> None:
    """A rule is told by its own words, else by those of its clause or of the clause around that."""
    wording = words_for(profile, clause, test, "Machine words.")
    assert wording.message.startswith(words)
    assert cure in wording.hint


@pytest.mark.parametrize("profile", STANDARDS)
def test_other_rules_are_told_as_the_validator_tells_them(profile: str) -> None:
    """A rule of a later version of the standard is not swallowed."""
    assert words_for(profile, "99.1", 7, "The frobnicator is loose.").message == "the frobnicator is loose"
    assert words_for(profile, "99.1", 7, "").message == "the PDF breaks a rule of its standard"
