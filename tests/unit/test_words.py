"""The words that octavo prints."""

import pytest

from octavo.words import _WORDS, words_for


@pytest.mark.parametrize("language", sorted(_WORDS))
def test_every_language_has_every_word(language: str) -> None:
    """No reader meets a word in a language that is not theirs, and none is empty."""
    assert set(_WORDS["en"]) == set(_WORDS[language])
    assert all(word.strip() == word != "" for word in _WORDS[language].values())


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("uk", "Рисунок"), ("uk-UA", "Рисунок"), ("DE-at", "Abbildung"), ("en-GB", "Figure"), ("tlh", "Figure")],
)
def test_the_tag_chooses_the_language(tag: str, expected: str) -> None:
    """The first part of the tag decides, in either case; English serves where octavo has no words."""
    assert expected == words_for(tag)["figure"]


def test_words_cannot_be_changed() -> None:
    """One edition cannot change the words of another."""
    with pytest.raises(TypeError):
        words_for("en")["figure"] = "Fig."  # type: ignore[index]
