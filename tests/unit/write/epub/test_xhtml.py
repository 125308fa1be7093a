"""XHTML: what templates and Pandoc say as HTML parses as XML, and says the same."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from octavo.write.epub.xhtml import EPUB_TYPE, MATHML, XHTML, XML_LANG, from_html, make, text_of, to_text


def test_sloppy_html_becomes_well_formed() -> None:
    """Nobody who writes a template can make a page that is not XML."""
    elements = from_html("<p>A<br>B<img src='a.png' alt='x'><p>C &nbsp; D")
    assert to_text(elements) == '<p>A<br/>B<img src="a.png" alt="x"/></p><p>C \u00a0 D</p>'


def test_names_get_their_namespaces() -> None:
    """`epub:type` is a name of EPUB's, formulas are MathML, and `lang` has its twin for XML."""
    (section,) = from_html(
        '<section epub:type="colophon" lang="uk"><math><mi>x</mi></math><p>y</p></section>'
    )
    assert section.tag == f"{{{XHTML}}}section"
    assert section.get(EPUB_TYPE) == "colophon"
    assert section.get(XML_LANG) == "uk"
    assert [child.tag for child in section] == [f"{{{MATHML}}}math", f"{{{XHTML}}}p"]


def test_comments_vanish_and_the_text_around_them_stays() -> None:
    """A template's comment is no reader's business."""
    assert to_text(from_html("<p>a<!-- no -->b<b>c</b><!-- no -->d</p>")) == "<p>ab<b>c</b>d</p>"
    assert to_text(from_html("<p><!-- no --></p>")) == "<p/>"


def test_declarations_of_templates_give_way() -> None:
    """A template may declare namespaces itself, as examples of EPUB do; the page does it once."""
    text = f'<nav xmlns="{XHTML}" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en">a</nav>'
    assert to_text(from_html(text)) == "<nav>a</nav>"


def test_text_that_shows_a_namespace_is_left_alone() -> None:
    """Namespaces are declared once, by the page; text that looks like a declaration is text."""
    element = make("code", text=f'<html xmlns="{XHTML}">')
    assert to_text([element]) == f'<code>&lt;html xmlns="{XHTML}"&gt;</code>'


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)


@given(_TEXTS, _TEXTS)
def test_text_survives(text: str, attribute: str) -> None:
    """Whatever is written can be read back, in text and in attributes."""
    element = make("p", {"title": attribute}, text)
    page = f'<body xmlns="{XHTML}" xmlns:epub="x">{to_text([element])}</body>'
    (read,) = etree.fromstring(page)
    assert (text_of(read), read.get("title")) == (text, attribute)
