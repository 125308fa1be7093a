"""A list of sources that spills over onto one more page is drawn in, and only if that saves the page."""

import pytest
import weasyprint

from octavo.write.floats import with_floats
from octavo.write.short_ends import short_ends

STYLE = """
  @page { size: 100mm 100mm; margin: 10mm }
  body { font: 10pt/5mm sans-serif; margin: 0 }
  .csl-entry { margin-bottom: 1mm; break-inside: avoid }
  .tight .csl-entry { margin-bottom: 0.6mm }
"""
ENTRY = '<div class="csl-entry">An entry<br>of two lines</div>'
ON_A_PAGE = 7
"""Entries of 11 mm, of which a page of 80 mm has room for seven; drawn in by 0.4 mm each, they leave 6 mm."""


def list_of(entries: str) -> weasyprint.HTML:
    """Write a list of sources; in the HTML of a book, a section has a `div` with the entries."""
    text = f'<section class="bibliography back"><div>{entries}</div></section>'
    return weasyprint.HTML(string=f"<style>{STYLE}</style><main>{text}</main>")


@pytest.mark.parametrize(
    ("extra", "pages"),
    [("", 2), ('<div class="csl-entry">A line</div>', 2), (ENTRY, 3), (ENTRY * 2, 3)],
    ids=["full", "a line", "an entry", "two entries"],
)
def test_a_page_is_saved_if_it_can_be(extra: str, pages: int) -> None:
    """One line more than two full pages is taken in; what has no room, or is worth a page, keeps its page."""
    html = list_of(ENTRY * ON_A_PAGE * 2 + extra)

    assert len(with_floats(html.render, html.etree_element).pages) == pages


def test_a_list_that_fits_is_laid_out_once() -> None:
    """A list that ends with a page that is well filled is left as it is."""
    html = list_of(ENTRY * 12)

    assert short_ends(html.render().pages) == ()


def test_a_list_of_one_page_is_never_drawn_in() -> None:
    """A page with two entries is all there is: nothing is saved."""
    html = list_of(ENTRY)

    assert short_ends(html.render().pages) == ()
