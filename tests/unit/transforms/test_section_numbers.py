from octavo.ast import header, plain_text, words
from octavo.transforms.section_numbers import number_sections


def test_numbers_go_on_through_chapters() -> None:
    """Chapters and sections of the main matter are numbered; others, and unnumbered ones, are not."""
    front = [header(1, words("Before"), "before")]
    first = [header(1, words("One"), "one"), header(2, words("A"), "a"), header(2, words("B"), "b")]
    second = [
        header(1, words("Two"), "two"),
        header(2, words("Aside"), "aside", ["unnumbered"]),
        header(2, words("C"), "c"),
        header(3, words("D"), "d"),
        header(4, words("E"), "e"),
    ]

    numbers = number_sections([front, first, second], ["front", "main", "main"])

    assert numbers == {"one": "1", "a": "1.1", "b": "1.2", "two": "2", "c": "2.1", "d": "2.1.1"}
    assert plain_text(second) == "2 Two Aside 2.1 C 2.1.1 D E"
