"""Accessibility metadata: only what is true."""

import pytest

from octavo.write.epub.accessibility import describe_accessibility
from octavo.write.epub.files import Page
from octavo.write.epub.xhtml import from_html


def _page(text: str) -> Page:
    return Page("a.xhtml", "A", "bodymatter", tuple(from_html(text)))


def test_a_book_without_images_is_text_alone() -> None:
    """Nothing is claimed of images that are not there."""
    told = describe_accessibility([_page("<p>a</p>")], note_count=0)
    assert (told.modes, told.sufficient) == (("textual",), ("textual",))
    assert "alternativeText" not in told.features
    assert "Notes" not in told.summary


def test_described_images_leave_the_text_sufficient() -> None:
    """Who sees no images misses nothing when all have words or only adorn the page."""
    page = _page('<img src="a.png" alt="A"><img src="b.png" alt="" role="presentation">')
    told = describe_accessibility([page], note_count=1)
    assert told.modes == ("textual", "visual")
    assert told.sufficient == ("textual", "textual,visual")
    assert "alternativeText" in told.features
    assert "Every image has a description" in told.summary


@pytest.mark.parametrize(
    "image", ['<img src="a.png">', '<img src="a.png" alt="">', '<img src="a.png" alt=" ">']
)
def test_one_image_without_words_ends_the_claim(image: str) -> None:
    """The text alone is not sufficient, and the summary says why."""
    told = describe_accessibility([_page('<img src="b.png" alt="B">'), _page(image)], note_count=0)
    assert told.sufficient == ("textual,visual",)
    assert "alternativeText" not in told.features
    assert "Some images have no description" in told.summary


def test_formulas_are_named() -> None:
    """MathML is claimed where it is."""
    assert "MathML" in describe_accessibility([_page("<math><mi>x</mi></math>")], note_count=0).features
    assert "MathML" not in describe_accessibility([_page("<p>x</p>")], note_count=0).features
