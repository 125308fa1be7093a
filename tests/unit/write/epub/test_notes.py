"""Notes: at the end of their chapter, complete, and linked both ways."""

from octavo.write.epub.chapters import split_chapters
from octavo.write.epub.xhtml import to_text
from tests.support.epub_texts import make_text


def _pages(chapters: list[str], notes: list[str]) -> list[str]:
    document, body = make_text(chapters, notes)
    return [to_text(page.elements) for page in split_chapters(document, body)]


def test_a_call_and_its_note_lead_to_each_other() -> None:
    """The call names the note and the note its call; the way back is words, not a sign alone."""
    (page,) = _pages(['<h1 id="a">A</h1><p>Claim.[1] More.</p>'], ["<p>Source.</p>"])
    call = '<sup class="call"><a epub:type="noteref" role="doc-noteref" id="fnref1" href="#fn1">1</a></sup>'
    assert f"<p>Claim.{call} More.</p>" in page
    note = (
        '<aside class="note-text" epub:type="footnote" role="doc-footnote" id="fn1">'
        '<p><span class="note-label">1</span> Source. '
        '<a class="back" role="doc-backlink" href="#fnref1" aria-label="Back to text: Note 1">'
        "Back to text</a></p>"
        "</aside>"
    )
    assert note in page


def test_notes_stand_in_the_chapter_that_calls_them() -> None:
    """A note never leaves its chapter, and a chapter without notes has no empty list of them."""
    first, second, third = _pages(
        ['<h1 id="a">A</h1><p>x[1]</p>', '<h1 id="b">B</h1>', '<h1 id="c">C</h1><p>y[2]z[3]</p>'],
        ["<p>one</p>", "<p>two</p>", "<p>three</p>"],
    )
    assert [text in first for text in ("one", "two", "three")] == [True, False, False]
    assert "footnotes" not in second
    assert third.index("two") < third.index("three")


def test_a_note_of_many_blocks_has_one_label_and_one_way_back() -> None:
    """The label opens the first paragraph and the way back closes the last, whatever stands between."""
    blocks = "<p>First <em>words</em>.</p><pre><code>code</code></pre>"
    (page,) = _pages(['<h1 id="a">A</h1><p>x[1]</p>'], [blocks])
    note = page[page.index("<aside") :]
    assert note.startswith(
        '<aside class="note-text" epub:type="footnote" role="doc-footnote" id="fn1">'
        '<p><span class="note-label">1</span> First <em>words</em>.</p>'
        '<pre><code>code</code></pre><p><a class="back"'
    )


def test_a_note_that_opens_with_no_paragraph_gets_one_for_its_label() -> None:
    """A label never stands inside a list or a block of code."""
    (page,) = _pages(['<h1 id="a">A</h1><p>x[1]</p>'], ["<ul><li>item</li></ul>"])
    assert '<p><span class="note-label">1</span> </p><ul><li>item</li></ul><p><a class="back"' in page


def test_the_text_after_a_call_stays() -> None:
    """Nothing is lost where a call stands, in running text, emphasis or a heading."""
    (page,) = _pages(['<h1 id="a">A[1] B</h1><p><em>c[2]</em>d</p>'], ["<p>n</p>", "<p>m</p>"])
    assert "</sup> B</h1>" in page
    assert "</sup></em>d</p>" in page
