"""What templates may print."""

from datetime import date

import pytest

from octavo.model import Author, Heading, Publication
from octavo.write.surface import author_line, chapter_values, date_text, how_to_cite
from tests.support.models import make_chapter, make_document, make_metadata, make_publication


def publication_in(lang: str, **values: object) -> Publication:
    """Make a publication of 30 September 2021 in a language."""
    metadata = make_metadata(lang=lang, **values)
    return make_publication(metadata=metadata, edition_date=date(2021, 9, 30))


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en-GB", "30 September 2021"),
        ("en-US", "September 30, 2021"),
        ("uk", "30 вересня 2021 р."),
        ("be", "30 верасня 2021 г."),
        ("de", "30. September 2021"),
        ("tlh", "September 30, 2021"),
    ],
)
def test_a_date_is_in_the_language_of_the_publication(lang: str, expected: str) -> None:
    """Dates follow CLDR, whatever the machine's locale; a language without one gets English."""
    assert expected == date_text(publication_in(lang)).replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("lang", "values", "expected"),
    [
        ("en-GB", {}, "Ada Madeup, Ben Invented. A Made-Up Report, 30 September 2021."),
        (
            "en-GB",
            {"subtitle": "Or is it?", "publisher": "No Press"},
            "Ada Madeup, Ben Invented. A Made-Up Report: Or is it? No Press, 30 September 2021.",
        ),
        (
            "en-GB",
            {"authors": (), "edition": "2nd ed.", "publisher": "No Press Ltd."},
            "A Made-Up Report. 2nd ed. No Press Ltd, 30 September 2021.",
        ),
        ("uk", {"authors": (Author("О. Ніхто"),)}, "О. Ніхто. A Made-Up Report, 30 вересня 2021 р."),
    ],
)
def test_a_citation_is_one_clean_sentence(lang: str, values: dict[str, object], expected: str) -> None:
    """Full stops never come twice, also after abbreviations and questions."""
    assert expected == how_to_cite(publication_in(lang, **values)).replace("\u202f", " ").replace("\xa0", " ")


def test_authors_come_in_one_line() -> None:
    """Names are as written, in the order of the metadata."""
    assert author_line(make_metadata()) == "Ada Madeup, Ben Invented"


def test_chapters_have_titles_and_running_heads() -> None:
    """The running head is the chapter's own or its title; the bibliography is back matter."""
    publication = make_publication(
        make_chapter("", running_head="Short", matter="front"), make_chapter("", "manuscript/20-b.md")
    )
    headings = (
        Heading(1, "one", "A long title", 0),
        Heading(2, "sub", "Not a chapter", 0),
        Heading(1, "two", "Second", 1),
        Heading(1, "bibliography", "Bibliography", 2),
    )

    values = chapter_values(make_document(publication, headings=headings))

    assert [(value["title"], value["running_head"], value["matter"]) for value in values] == [
        ("A long title", "Short", "front"),
        ("Second", "Second", "main"),
        ("Bibliography", "Bibliography", "back"),
    ]
    assert [value["identifier"] for value in values] == ["one", "two", "bibliography"]
