"""Small things: addresses, formulas, cross-references, boxes to tick."""

from collections.abc import Callable

from lxml.etree import _Element

from octavo.write.epub.formulas import mark_up_formulas
from octavo.write.epub.pieces import draw_boxes, mark_addresses, strip_references
from octavo.write.epub.xhtml import from_html, to_text


def _changed(change: Callable[[_Element], None], text: str) -> str:
    (section,) = from_html(f"<section>{text}</section>")
    change(section)
    return to_text([section])


def test_an_address_in_the_text_may_break_before_its_punctuation() -> None:
    """A link that shows its own address is marked and can break, one with words is left alone."""
    words = '<a href="https://a.example/b">words</a>'
    assert _changed(mark_addresses, words) == f"<section>{words}</section>"
    address = "https://a.example/b-c?d=e"
    expected = "https://<wbr/>a<wbr/>.example<wbr/>/b-c<wbr/>?d<wbr/>=e"
    assert _changed(mark_addresses, f'<a href="{address}">{address}</a>') == (
        f'<section><a href="{address}" class="url">{expected}</a></section>'
    )


def test_a_formula_can_be_spoken() -> None:
    """What the author wrote is the formula's alternative text."""
    source = '<annotation encoding="application/x-tex">x</annotation>'
    formula = f"<math><semantics><mi>x</mi>{source}</semantics></math>"
    assert 'alttext="x"' in _changed(mark_up_formulas, formula)
    assert "alttext" not in _changed(mark_up_formulas, "<math><mi>x</mi></math>")


def test_a_formula_on_its_own_lines_scrolls_where_it_is_too_wide() -> None:
    """A formula has no places to break at, so its box gives way."""
    changed = _changed(mark_up_formulas, '<p>a <math display="block"><mi>x</mi></math> b</p>')
    assert changed.startswith('<section><p>a <span class="formula"><math')
    assert changed.endswith("</math></span> b</p></section>")
    assert "formula" not in _changed(mark_up_formulas, "<p><math><mi>x</mi></math></p>")
    long = f"<p>a <math>{'<mi>x</mi><mo>+</mo>' * 20}</math></p>"
    assert '<span class="long-formula"><math' in _changed(mark_up_formulas, long)


def test_a_cross_reference_is_a_plain_link() -> None:
    """XHTML gives links no kind; the text says what is meant."""
    link = '<a href="#f" class="cross-reference" kind="figure">Figure 1</a>'
    expected = '<section><a href="#f" class="cross-reference">Figure 1</a></section>'
    assert _changed(strip_references, link) == expected


def test_task_boxes_are_characters() -> None:
    """A book has no form to fill in, and the text says which tasks are done."""
    boxes = '<input type="checkbox">', '<input type="checkbox" checked="">'
    items = f"<ul><li><label>{boxes[0]}a</label></li><li><label>{boxes[1]}b</label></li></ul>"
    assert _changed(draw_boxes, items) == (
        '<section><ul><li><span><span class="task">☐ </span>a</span></li>'
        '<li><span><span class="task">☒ </span>b</span></li></ul></section>'
    )
