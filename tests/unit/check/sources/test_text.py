"""What the rules on citations, quotations, addresses and notes find in a text, and let pass."""

import pytest

from octavo.check.sources.locators import check_locators
from octavo.check.sources.long_notes import check_long_notes
from octavo.check.sources.quoted_pages import check_quoted_pages
from octavo.check.sources.web import check_addresses_in_text
from octavo.load.bibliography import Shelf, read_entries
from octavo.load.manuscript import read_chapter
from octavo.model import Bibliography
from octavo.source import SourceFile
from tests.support.models import make_metadata, make_publication

ENTRIES = """
@book{book, title={A Book of the {Price} of Things}, date={2020}}
@article{paper, title={A}, pages={1--9}, date={2020}}
@article{leaf, title={A}, pages={7}, date={2020}}
@article{news, title={A}, date={2020}}
@online{page, title={A}, date={2020}, url={https://example.org/page}}
"""
RULES = (check_locators, check_quoted_pages, check_addresses_in_text, check_long_notes)


def found(text: str, lang: str = "en-GB") -> list[str]:
    """Apply the rules to a chapter; give `CODE text-at-fault`."""
    shelf = Shelf()
    read_entries(SourceFile("bibliography/sources.bib", ENTRIES), shelf)
    chapter = read_chapter(SourceFile("manuscript/10.md", f"# A\n\n{text}\n")).value
    publication = make_publication(
        chapter, metadata=make_metadata(lang=lang), bibliography=Bibliography(shelf.entries)
    )
    return [f"{one.code} {one.span.text}" for rule in RULES for one in rule(publication) if one.span]


@pytest.mark.parametrize(
    ("lang", "citation", "expected"),
    [
        ("en-GB", "[@book, p. 3]", []),
        ("en-GB", "[@book, pp. 3–4; @paper, chap. 2]", []),
        ("en-GB", "[see @book, 3]", []),
        ("en-GB", "[@book, esp. 3]", []),
        ("en-GB", "[@book, с. 3]", ["C035 с."]),
        ("en-GB", "@book [S. 3] says", ["C035 S."]),
        ("uk", "[@book, с. 3]", []),
        ("uk", "[@book, p. 3; @paper, pp. 4]", ["C035 p.", "C035 pp."]),
        ("uk", "[@book, стор. 3]", ["C035 стор."]),
        ("uk", "[@book, див. також 3]", []),
        ("uk-UA", "[@book, p. xii]", ["C035 p."]),
        ("de", "[@book, S. 3]", []),
        ("de", "[@book, p. 3]", ["C035 p."]),
        ("ja", "[@book, p. 3]", []),
        ("uk", "[@book, p. Smith]", []),
    ],
)
def test_locators(lang: str, citation: str, expected: list[str]) -> None:
    """A word counts as foreign when another language has it and this one does not."""
    assert expected == found(f"Text {citation}.", lang)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“the price of all things” [@book].", ["C037 book"]),
        ("“The price of all things.” [@book]", ["C037 book"]),
        ("'x' \"the price of all things\" [@paper]", ["C037 paper"]),
        ("«ціна всіх речей світу» [@book; @paper]", ["C037 book"]),
        ("„der Preis aller guten Dinge“ [@book]", ["C037 book"]),
        ("‘the price of all things’ @book", ["C037 book"]),
        ("> The price of all things.\n>\n> It is high at all times. [@book]", ["C037 book"]),
        ("“the price of all things” [@book, p. 3]", []),
        ("“the price of all things” [@book, preface]", []),
        ("“the price of all things” [@leaf] “the price of all things” [@news]", []),
        ("“the price of all things” [@page]", []),
        ("“the price of all things” is high [@book]", []),
        ("“the price” [@book]", []),
        ("“A Book of the Price of Things” [@book]", []),
        ("the price of all things [@book]", []),
        ("the people’s price of all the peoples’ [@book]", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    """Only a quotation of some words, right before a source of several pages, wants its page."""
    assert expected == found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org/page.", ["C036 https://example.org/page"]),
        ("see <https://example.org/page>", ["C036 https://example.org/page"]),
        ("see^[There: https://example.org/page.]", ["C036 https://example.org/page"]),
        ("see (https://example.org/a_(b))", ["C036 https://example.org/a_(b)"]),
        ("[there](https://example.org/page) and [there](<https://example.org/page>)", []),
        ("[there][1]\n\n[1]: https://example.org/page", []),
        ("`https://example.org/page` and ``<https://example.org/page>``", []),
        ("```\nhttps://example.org/page\n```", []),
        ('{{ "https://example.org/page" }}', []),
        ("<!-- https://example.org/page -->", []),
        ('[words]{source="https://example.org/page"}', []),
    ],
)
def test_addresses(text: str, expected: list[str]) -> None:
    """What readers see as an address is found, and nothing else."""
    assert expected == found(text)


def test_long_notes() -> None:
    """A note is measured wherever it is written."""
    long = " ".join(["word"] * 600)

    assert found(f"Text.^[{long}]") == [f"C038 ^[{long}]"]
    assert found(f"Text.[^1]\n\n[^1]: {long}") == [f"C038 {long}"]
    assert found("Text.^[Short.]") == []
