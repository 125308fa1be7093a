"""Boxes and passages say what they are."""

import pytest

from octavo.write.epub.passages import mark_up_passages
from octavo.write.epub.xhtml import from_html, to_text

EPUB = 'xmlns:epub="http://www.idpf.org/2007/ops"'


def _changed(text: str) -> str:
    (section,) = from_html(f"<section>{text}</section>")
    mark_up_passages(section)
    return to_text([section])


@pytest.mark.parametrize(
    ("name", "role"),
    [("key-findings", "group"), ("note", "note"), ("caution", "doc-notice"), ("method", "group")],
)
def test_a_box_has_its_title_for_a_name(name: str, role: str) -> None:
    """Who hears the book is told what kind of box begins."""
    title = '<div class="box-title"><p>Mind\nthe gap</p></div>'
    assert _changed(f'<div class="{name}">{title}<p>a</p></div>').startswith(
        f'<section><div class="{name}" role="{role}" aria-label="Mind the gap">'
    )


def test_a_box_without_a_title_has_no_name() -> None:
    """An author may want none."""
    assert "aria-label" not in _changed('<div class="note"><p>a</p></div>')


def test_passages_have_their_terms() -> None:
    """Quotations, epigraphs and glossaries are known to reading systems."""
    for name, epub_type in (("pull-quote", "pullquote"), ("epigraph", "epigraph"), ("glossary", "glossary")):
        text = _changed(f'<div class="{name}"><p>a</p></div>')
        assert f'epub:type="{epub_type}"' in text
        assert f'role="doc-{epub_type}"' in text


def test_other_divisions_are_left_alone() -> None:
    """A class that octavo does not know says nothing."""
    text = '<section><div class="own"><p>a</p></div></section>'
    assert _changed('<div class="own"><p>a</p></div>') == text
