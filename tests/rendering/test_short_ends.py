"""What spills over onto one more page is drawn in, and only if that saves the page."""

import pytest
import weasyprint

from octavo.load.fonts import find_family
from octavo.write.floats import with_floats
from octavo.write.short_ends import list_end, short_ends
from octavo.write.source_ends import draw_in_sources

FACE = next(face.path for face in find_family("PT Sans") if not face.is_italic)
STYLE = (
    f"@font-face {{ font-family: Sample; src: url({FACE.as_uri()}) }}"
    """
  @page { size: 100mm 100mm; margin: 10mm }
  body { font: 10pt/5mm Sample; margin: 0 }
  .csl-entry { margin-bottom: 1mm; break-inside: avoid }
  .tight .csl-entry { margin-bottom: 0.6mm }
  p { margin: 0; text-align: justify; widows: 2; orphans: 2 }
  p.tight { word-spacing: -0.03em }
"""
)
ENTRY = '<div class="csl-entry">An entry<br>of two lines</div>'
ON_A_PAGE = 7
"""Entries of 11 mm, of which a page of 80 mm has room for seven; drawn in by 0.4 mm each, they leave 6 mm."""


def read(text: str) -> weasyprint.HTML:
    """Read HTML."""
    return weasyprint.HTML(string=text)


def list_of(entries: str) -> weasyprint.HTML:
    """Write a list of sources; in the HTML of a book, a section has a `div` with the entries."""
    text = f'<section class="bibliography back"><div>{entries}</div></section>'
    before = '<h1 id="a">Before</h1>'
    return read(f"<style>{STYLE} h1 {{ display: none }}</style><main>{before}{text}</main>")


@pytest.mark.parametrize(
    ("extra", "pages"),
    [("", 2), ('<div class="csl-entry">A line</div>', 2), (ENTRY, 3), (ENTRY * 2, 3)],
    ids=["full", "a line", "an entry", "two entries"],
)
def test_a_page_is_saved_if_it_can_be(extra: str, pages: int) -> None:
    """One line more than two full pages is taken in; what has no room, or is worth a page, keeps its page."""
    html = list_of(ENTRY * ON_A_PAGE * 2 + extra)

    draw_in_sources(read, weasyprint.HTML.render, html.etree_element)

    assert len(html.render().pages) == pages


def test_a_list_is_left_as_it_is_when_nothing_is_saved() -> None:
    """Entries that would move closer and still fill as many pages stay where they are."""
    html = list_of(ENTRY * ON_A_PAGE * 2 + '<div class="csl-entry" style="height: 9mm">An entry</div>')
    assert getattr(list_end(html.render().pages), "elements", ())

    draw_in_sources(read, weasyprint.HTML.render, html.etree_element)

    assert not [element for element in html.etree_element.iter() if "tight" in (element.get("class") or "")]


def test_a_list_that_fits_is_laid_out_once() -> None:
    """A list that ends with a page that is well filled is left as it is."""
    assert list_end(list_of(ENTRY * 12).render().pages) is None


def test_a_list_of_one_page_is_never_drawn_in() -> None:
    """A page with two entries is all there is: nothing is saved."""
    assert list_end(list_of(ENTRY).render().pages) is None


WORDS = (
    "a",
    "an",
    "and",
    "acts",
    "about",
    "i",
    "in",
    "ink",
    "into",
    "it",
    "its",
    "items",
    "on",
    "one",
    "off",
)


def chapter_of(words: int, lines: int) -> weasyprint.HTML:
    """Write a chapter of a paragraph of words and one of lines; a page has room for 16 lines."""
    first = " ".join(WORDS[index * 7 % len(WORDS)] for index in range(words))
    text = f"<p>{first}</p><p>{'A line<br>' * (lines - 1)}A line</p>"
    return weasyprint.HTML(string=f'<style>{STYLE}</style><main><div class="chapter">{text}</div></main>')


@pytest.mark.parametrize(
    ("words", "lines", "pages"),
    [(127, 7, 1), (131, 7, 2), (127, 8, 2), (127, 11, 2)],
    ids=["saved", "no short line", "two lines too many", "five lines"],
)
def test_a_short_line_is_drawn_in_if_that_saves_a_page(words: int, lines: int, pages: int) -> None:
    """A paragraph that ends with one short word loses its last line, and the chapter its last page."""
    html = chapter_of(words, lines)

    assert len(with_floats(html.render, html.etree_element).pages) == pages


def test_the_chapter_had_two_pages() -> None:
    """What is saved above was there."""
    (end,) = short_ends(chapter_of(127, 7).render().pages)

    assert len(end.elements) == 1


def test_nothing_is_drawn_in_without_need() -> None:
    """A chapter that ends with five lines on its last page is left as it is."""
    assert short_ends(chapter_of(127, 11).render().pages) == ()
