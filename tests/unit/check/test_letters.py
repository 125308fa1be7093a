from dataclasses import replace

from octavo.check.letters import check_letters
from octavo.model import Publication, Typeface
from tests.support.models import make_brand, make_chapter, make_publication

LATIN = frozenset(range(0x20, 0x250))


def publication_of(text: str, body: frozenset[int], headings: frozenset[int]) -> Publication:
    """Make a publication whose typefaces have these letters."""
    plain = Typeface("Plain", (), 10, 400, 1.4, body)
    rich = Typeface("Rich", (), 10, 700, 1.2, headings)
    brand = replace(make_brand(), body=plain, headings=rich)
    return replace(make_publication(make_chapter(text)), brand=brand)


def test_lent_letters_are_told() -> None:
    """Characters that another typeface lends are listed once, with the first place and how many there are."""
    publication = publication_of("# A\n\nЎ → Ў, as typed.\n", LATIN, LATIN | {0x40E, 0x2192})
    (found,) = check_letters(publication)

    assert (found.code, found.message) == (
        "C015",
        "the typeface `Plain` lacks `Ў` (U+040E), `→` (U+2192); `Rich` stands in, in 3 places",
    )
    assert found.span
    assert (found.span.first.line, found.span.first.column) == (3, 1)


def test_nothing_is_said_of_what_no_glyph_shows() -> None:
    """Spaces that keep words together, soft hyphens and breaks need no glyph."""
    text = "# A\n\nWord\u00a0word, soft\u00adly\u200b.\n"

    assert list(check_letters(publication_of(text, frozenset(range(0x20, 0x7F)), LATIN))) == []


def test_unknown_letters_are_not_judged() -> None:
    """Nothing is said when a typeface's letters are unknown, or when no typeface has the character."""
    assert list(check_letters(publication_of("# A\n\nЎ.\n", frozenset(), LATIN))) == []
    assert list(check_letters(publication_of("# A\n\n漢.\n", LATIN, LATIN))) == []


def test_headings_are_judged_by_their_own_typeface() -> None:
    """A letter that only the text's typeface has is told of headings, and only there."""
    publication = publication_of("# Ў\n\nЎ Ў.\n", LATIN | {0x40E}, LATIN)
    (found,) = check_letters(publication)

    assert found.message == "the typeface `Rich` lacks `Ў` (U+040E); `Plain` stands in, in 1 place"
    assert found.span
    assert (found.span.first.line, found.span.first.column) == (1, 3)
