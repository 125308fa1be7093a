"""Marks of the PDF's pages stand where a page begins, and give their names to nothing else."""

import pytest
from lxml import etree

from octavo.write.epub.files import Page
from octavo.write.epub.page_breaks import forget_places, page_list, place_page_breaks
from octavo.write.epub.xhtml import from_html
from octavo.write.page_starts import PageStart

MARK = '<span epub:type="pagebreak" role="doc-pagebreak" id="pdf.page.7" aria-label="7"/>'


def marked(html: str, *starts: PageStart, name: str = "01-first.xhtml") -> str:
    """Mark a page of HTML and give it back, each mark as `|`."""
    page = Page(name, "First", "bodymatter", tuple(from_html(html)))
    place_page_breaks([page], starts)
    forget_places([page])
    text = "".join(etree.tostring(element, encoding="unicode") for element in page.elements)
    for declaration in (
        ' xmlns="http://www.w3.org/1999/xhtml"',
        ' xmlns:epub="http://www.idpf.org/2007/ops"',
    ):
        text = text.replace(declaration, "")
    return text.replace(MARK, "|")


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        (0, "<p>|One two-three, “four” five.</p>"),
        (3, "<p>One |two-three, “four” five.</p>"),
        (5, "<p>One two-three, |“four” five.</p>"),
        (6, "<p>One two-three, |“four” five.</p>"),
        (11, "<p>One two-three, |“four” five.</p>"),
        (15, "<p>One two-three, “four” |five.</p>"),
        (90, "<p>One two-three, “four” five.|</p>"),
    ],
)
def test_a_mark_stands_between_words(letters: int, expected: str) -> None:
    """Before the word that begins the page; a word that goes over from the page before is left whole."""
    html = '<p data-place="4">One two-three, “four” five.</p>'
    assert marked(html, PageStart("7", 4, letters)) == expected


@pytest.mark.parametrize(
    ("html", "letters", "expected"),
    [
        ('<p data-place="4">One <em>two</em> three</p>', 3, "<p>One |<em>two</em> three</p>"),
        ('<p data-place="4">One <em>two</em> three</p>', 6, "<p>One <em>two</em> |three</p>"),
        ('<p data-place="4"><a href="#a">One two</a> three</p>', 3, '<p>|<a href="#a">One two</a> three</p>'),
        (
            '<p data-place="4">A <a href="#a"><em>One two</em></a></p>',
            4,
            '<p>A |<a href="#a"><em>One two</em></a></p>',
        ),
        (
            '<p data-place="4">A<sup><a role="doc-noteref">12</a></sup> B</p>',
            1,
            '<p>A<sup><a role="doc-noteref">12</a></sup> |B</p>',
        ),
        ('<div><h2 data-place="4">One</h2></div>', 0, "<div>|<h2>One</h2></div>"),
        (
            '<div><figure data-place="4"><img src="a" alt="b"/></figure></div>',
            0,
            '<div>|<figure><img src="a" alt="b"/></figure></div>',
        ),
        ('<div data-place="1">A<p data-place="2">BCD</p>E <b>F</b></div>', 1, ""),
    ],
)
def test_a_mark_is_no_part_of_links_headings_or_figures(html: str, letters: int, expected: str) -> None:
    """What is read out as the name of a link or a heading has no number of a page in it."""
    place = 1 if not expected else 4
    expected = expected or "<div>A<p>BCD</p>|E <b>F</b></div>"
    assert marked(html, PageStart("7", place, letters)) == expected


def test_a_table_that_begins_a_page_has_its_mark_before_it() -> None:
    """Nothing but rows may stand in a table; a row within it has the mark in its first cell."""
    row = '<tr><td data-place="{0}">A</td><td>B</td></tr>'
    table = f"<div><table><tbody>{row.format(4)}{row.format(5)}</tbody></table></div>"
    assert marked(table, PageStart("7", 4)).startswith("<div>|<table>")
    assert "<td>|A</td>" in marked(table, PageStart("7", 5))


def test_pages_of_the_house_style_open_with_their_mark() -> None:
    """Once, though the PDF may need two pages for what is one here; what the book lacks has no mark."""
    starts = [PageStart("v", None, part="imprint-page"), PageStart("vi", None, part="imprint-page")]
    found = marked("<section>A</section>", *starts, PageStart("vii", None, part="own"), name="imprint.xhtml")
    assert found == f"<section>{MARK.replace('7', 'v')}A</section>"


def test_the_list_of_pages_follows_the_text() -> None:
    """As its links must, even where a figure has floated before what the text says first."""
    html = '<p data-place="1">A</p><p data-place="2">B</p>'
    page = Page("01-first.xhtml", "First", "bodymatter", tuple(from_html(html)))
    place_page_breaks([page], [PageStart("7", 2), PageStart("8", 1)])
    assert page_list([page]) == [
        {"label": "8", "href": "01-first.xhtml#pdf.page.8"},
        {"label": "7", "href": "01-first.xhtml#pdf.page.7"},
    ]
