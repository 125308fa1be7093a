"""What templates may print."""

from datetime import date

import pytest

from octavo.model import Author, Captioned, Heading, Publication
from octavo.write.surface import (
    ImprintLine,
    author_line,
    author_notes,
    caption_lists,
    chapter_values,
    date_text,
    how_to_cite,
    imprint_lines,
)
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
        (
            "en-GB",
            {"authors": (Author("No Press"),), "publisher": "No Press"},
            "No Press. A Made-Up Report, 30 September 2021.",
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


def test_imprint_says_what_is_known() -> None:
    """Each thing has a line of its own, in order, and there is no line for what is not known."""
    author = Author("Ada Madeup", "No Institute", "0000-0002-1825-0097", "ada@nowhere.example")
    known = {
        "authors": (author, Author("Ben")),
        "isbn": "978-0-00-000000-2",
        "doi": "10.5555/x",
        "rights": "All.",
    }

    lines = imprint_lines(make_document(publication_in("en-GB", **known)))

    assert [line.label for line in lines] == ["Published", "Author", "ISBN", "DOI", "Rights", "How to cite"]
    assert lines[1].text == (
        "Ada Madeup, No Institute, ada@nowhere.example, https://orcid.org/0000-0002-1825-0097"
    )
    assert lines[5].text.endswith("30 September 2021. https://doi.org/10.5555/x.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing", [("Nothing", None)]),
        (
            "See https://doi.org/10.5555/x.",
            [("See ", None), ("https://doi.org/10.5555/x", "https://doi.org/10.5555/x"), (".", None)],
        ),
        ("a.b@nowhere.example", [("a.b@nowhere.example", "mailto:a.b@nowhere.example")]),
    ],
)
def test_addresses_in_the_imprint_are_links(text: str, expected: list[tuple[str, str | None]]) -> None:
    """An address or a mailbox leads there; the full stop behind it is not part of it."""
    assert ImprintLine("Label", text).pieces == expected


def test_authors_have_notes() -> None:
    """Only authors with a note about them are told of."""
    metadata = make_metadata(authors=(Author("Ada", note="Counts."), Author("Ben")))

    assert author_notes(metadata) == [("Ada", "Counts.")]


def test_lists_of_captions_are_those_asked_for() -> None:
    """A list stands in the order of the metadata; one without entries is left out."""
    captions = (Captioned("table", 1, "tbl:a", "Table 1. A"), Captioned("table", 2, "tbl:b", "Table 2. B"))
    document = make_document(publication_in("en-GB", lists=("figures", "tables")), captions=captions)

    lists = caption_lists(document)

    assert [(found["title"], [entry["identifier"] for entry in found["entries"]]) for found in lists] == [
        ("Tables", ["tbl:a", "tbl:b"])
    ]
