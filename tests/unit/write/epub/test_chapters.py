"""Chapters as pages: names, kinds, and links that find their way."""

import pytest

from octavo.write.epub.chapters import page_name, split_chapters
from octavo.write.epub.xhtml import EPUB_TYPE, to_text
from tests.support.epub_texts import make_text


@pytest.mark.parametrize(
    ("number", "identifier", "expected"),
    [
        (1, "sec:summary", "01-summary.xhtml"),
        (12, "What is established", "12-what-is-established.xhtml"),
        (3, "розділ", "03.xhtml"),
        (4, "étude", "04-etude.xhtml"),
        (5, "../../etc/passwd", "05-etc-passwd.xhtml"),
    ],
)
def test_page_names_are_plain(number: int, identifier: str, expected: str) -> None:
    """A file's name is in order of reading, and safe for every archive and reading system."""
    assert page_name(number, identifier) == expected


def test_each_matter_has_its_kind() -> None:
    """A chapter says what it is in both vocabularies, and to which part of the book it belongs."""
    chapters = [f'<h1 id="h{number}">T</h1>' for number in range(4)]
    document, body = make_text(chapters, matters=["front", "main", "back", "bibliography back"])
    pages = split_chapters(document, body)
    kinds = [
        (page.division, page.elements[0].get(EPUB_TYPE), page.elements[0].get("role"), page.landmark)
        for page in pages
    ]
    assert kinds == [
        ("frontmatter", None, None, None),
        ("bodymatter", "chapter", "doc-chapter", "bodymatter"),
        ("backmatter", "appendix", "doc-appendix", None),
        ("backmatter", "bibliography", "doc-bibliography", "bibliography"),
    ]


def test_only_the_first_chapter_is_where_the_text_begins() -> None:
    """There is one landmark for the beginning of the text."""
    document, body = make_text(['<h1 id="a">A</h1>', '<h1 id="b">B</h1>'])
    assert [page.landmark for page in split_chapters(document, body)] == ["bodymatter", None]


def test_links_lead_to_the_right_page() -> None:
    """A link to another chapter names its file; a link inside a chapter, and one that is lost, stay."""
    first = '<h1 id="a">A</h1><p><a href="#b">1</a><a href="#a">2</a><a href="#lost">3</a></p>'
    second = '<h1 id="b">B</h1><p><a href="#%D0%B0">4</a></p><p id="а">c</p>'
    third = '<h1 id="c">C</h1><p><a href="#%D0%B0">5</a> <a href="https://example.org/#a">6</a></p>'
    document, body = make_text([first, second, third])
    pages = split_chapters(document, body)
    hrefs = [[link.get("href") for link in page.find_all("a")] for page in pages]
    assert hrefs == [
        ["02-b.xhtml#b", "#a", "#lost"],
        ["#%D0%B0"],
        ["02-b.xhtml#%D0%B0", "https://example.org/#a"],
    ]


def test_a_link_in_a_note_is_led_too() -> None:
    """Notes are part of the page on which they are called."""
    document, body = make_text(
        ['<h1 id="a">A</h1><p>x[1]</p>', '<h1 id="b">B</h1>'], ['<p><a href="#b">see</a></p>']
    )
    text = to_text(split_chapters(document, body)[0].elements)
    assert 'href="02-b.xhtml#b"' in text
