"""Sentences are what a reader would call so."""

import pytest

from octavo.markdown.sentences import split_sentences


def sentences_of(text: str, lang: str) -> list[str]:
    """Give the sentences themselves."""
    return [text[start:end] for start, end in split_sentences(text, lang)]


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("en", ["Mr. Hale met Dr. Voss.", "They parted."]),
        ("en", ["The U.S. Navy came.", "It stayed."]),
        ("en", ["J. R. Hale wrote it.", "No. 4 was shut."]),
        ("en", ["Prices rose by 3.5 per cent.", "14 towns are named."]),
        ("en", ["“It is over. Go home.”", "The crowd left."]),
        ("en", ["“Why? Why now?” he asked.", "Nobody knew!"]),
        ("en", ["See p. 14 of it.", "Then stop…", "Or go on."]),
        ("en", ["*The first.*", "*The second.*"]),
        ("en", ["He asked whether it was so (it was).", "(It was not.)", "And so on"]),
        ("en", ["So do I.", "Yes."]),
        ("uk", ["У 2020 р. Рада закрила міст.", "Він стоїть."]),
        ("uk", ["Т. зв. «карти» є.", "О. О. Гнатюк їх бачила."]),
        ("uk", ["Це 45 млн. грн. на рік.", "Див. с. 14."]),
        ("uk", ["«Ні! Не тепер!» — сказав він.", "Усі мовчали."]),
        ("uk", ["Він мешкає на вул. Садовій.", "Там тихо?", "Так."]),
        ("de", ["Am 3. Mai kam Dr. Voss.", "Er blieb."]),
        ("cy", ["Mr. Hale came.", "He left."]),
    ],
)
def test_sentences(lang: str, sentences: list[str]) -> None:
    """Abbreviations, initials, decimals and stops within quotations end no sentence."""
    assert sentences == sentences_of(" ".join(sentences), lang)


def test_places_hold_no_white_space() -> None:
    """Sentences begin and end with a character that is read, on whatever lines they stand."""
    text = "  One came\n  late   .   \nTwo\nwent. "

    assert sentences_of(text, "en") == ["One came\n  late   .", "Two\nwent."]
    assert split_sentences(" \n ", "en") == []
