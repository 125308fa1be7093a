"""Notes are put where their calls are, as spans that a paragraph may hold."""

import pytest
from lxml import html
from lxml.html import HtmlElement

from octavo.write.html import HtmlBody
from octavo.write.pdf.notes import PHRASING, place_notes


def placed(text: str, *notes: str) -> HtmlElement:
    """Put notes at the calls of a text, which are written `<a data-note="1">1</a>`."""
    root = html.fragment_fromstring(text, create_parent="div")
    calls = {int(call.get("data-note")): call for call in root.xpath("//a[@data-note]")}
    blocks = {
        number: html.fragment_fromstring(note, create_parent="div")
        for number, note in enumerate(notes, start=1)
    }
    place_notes(HtmlBody(root, calls, blocks))
    return root


def written(root: HtmlElement) -> str:
    """Write a tree as HTML, without the outer div."""
    return "".join(html.tostring(child, encoding="unicode") for child in root)


def test_call_and_note_are_linked_both_ways() -> None:
    """The call leads to the note behind it, and the note's number leads back."""
    root = placed('<p>Said<a data-note="1">7</a> so.</p>', "<p>Where.</p>")

    assert written(root) == (
        '<p><span class="tied">Said<a id="fnref1" href="#fn1" role="doc-noteref" class="call">7</a></span>'
        '<span class="footnote" id="fn1" role="doc-footnote">'
        '<a class="note-label" href="#fnref1" role="doc-backlink">7</a> '
        '<span class="note-p">Where.</span></span>'
        " so.</p>"
    )


def test_blocks_become_spans() -> None:
    """Nothing that a paragraph may not hold is left, since an HTML parser would end the paragraph there."""
    blocks = ("<p>A.</p>", "<ul>\n<li>B</li>\n</ul>", "<blockquote>\n<p>C</p>\n</blockquote>")
    note = "\n".join((*blocks, "<pre><code>d\n e</code></pre>"))
    root = placed('<p>Said<a data-note="1">1</a></p>', note)

    inside = {element.tag for element in root[0].iter("*")} - {"p"}

    assert inside <= PHRASING
    assert root.xpath("string(//span[@class='note-pre'])") == "d\n e"


def test_list_items_keep_their_markers() -> None:
    """The stylesheet cannot count in spans, so numbers are written into the items."""
    note = '<ol start="3"><li>C</li><li>D</li></ol><ul><li>E</li></ul>'
    root = placed('<p>Said<a data-note="1">1</a></p>', note)

    assert root.xpath("//span/@data-marker") == ["3.", "4.", "•"]


@pytest.mark.parametrize("opened", ["<span>", ""], ids=["citations", "notes by hand"])
def test_neighbouring_calls_are_parted(opened: str) -> None:
    """Calls 31 and 32 side by side must not read as 3132."""
    closed = opened.replace("<", "</")
    calls = [f'{opened}<a data-note="{number}">{number + 30}</a>{closed}' for number in (1, 2)]
    root = placed(f"<p>Said{''.join(calls)}.</p>", "<p>A</p>", "<p>B</p>")

    assert root.xpath("//a[contains(@class, 'call')]/@class") == ["call", "call call-again"]
    assert len(root.xpath("//span[@class='tied']")) == 1


def test_table_head_with_note_is_not_repeated() -> None:
    """A head that is repeated on each page would call a note that stands on the first page only."""
    root = placed('<table><thead><tr><th>A<a data-note="1">1</a></th></tr></thead></table>', "<p>B</p>")

    assert root.xpath("//thead/@class") == ["has-note"]
