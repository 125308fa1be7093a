"""Lines break in addresses and endless words where a reader expects it."""

import pytest
from lxml import html

from octavo.write.pdf.breaks import break_places, mark_breaks


@pytest.mark.parametrize(
    ("address", "places"),
    [
        ("https://example.org/some/page", ["https://example.", "org/", "some/", "page"]),
        ("https://example.org/a/b/page", ["https://example.", "org/a/b/", "page"]),
        ("www.example.org/one--two", ["www.", "example.", "org/", "one--", "two"]),
    ],
    ids=["slashes", "short parts", "two marks"],
)
def test_break_places(address: str, places: list[str]) -> None:
    """A line breaks behind a mark, and no part is too short to stand alone."""
    assert break_places(address) == places


@pytest.mark.parametrize("address", ["https://", "https://example.org/?a=1&b=%20#c", "www."])
def test_nothing_is_lost(address: str) -> None:
    """The places add no character and take none away."""
    assert "".join(break_places(address)) == address


def marked(text: str) -> str:
    """Mark breaks in a paragraph, and show them as bars."""
    root = html.fragment_fromstring(text)
    mark_breaks(root)
    return str(html.tostring(root, encoding="unicode")).replace("\u200b", "|")


def test_link_that_prints_its_address() -> None:
    """Only a link whose text is an address is one."""
    text = '<p><a href="https://some.example/long">https://some.example/long</a><a href="https://x.example">here</a></p>'

    assert marked(text) == (
        '<p><a href="https://some.example/long" class="uri">https://some.|example/|long</a>'
        '<a href="https://x.example">here</a></p>'
    )


def test_endless_word() -> None:
    """A word longer than a line gets places to break; other words are left alone."""
    assert marked(f"<p>short {'x' * 50}</p>") == f"<p>short {'x' * 23}|{'x' * 23}|{'x' * 4}</p>"


def test_space_before_element_stands_apart() -> None:
    """A text that ends with a space before an element is broken badly, so the space is not part of it."""
    assert marked("<p>one two <em>three</em> four</p>") == "<p>one two<span> </span><em>three</em> four</p>"
