"""Paragraphs, captions and marks of Pandoc's in Word's styles."""

import pytest

from octavo.model import Heading
from octavo.ooxml import found, named, style_of, text_of
from octavo.write.docx.captions import lift_captions, number_captions
from octavo.write.docx.marks import mark_headings, number_notes
from octavo.write.docx.paragraphs import continue_notes, hang_notes, open_paragraphs, style_separators
from tests.support.word_texts import CALL, note, p, word

LABEL = '<w:r><w:rPr><w:rStyle w:val="CaptionLabel"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>'


def test_only_what_follows_text_is_indented() -> None:
    """A paragraph after a paragraph is Body Text, after anything else First Paragraph."""
    body = word(p("BodyText") + p("FirstParagraph") + p("Heading2") + "<w:bookmarkStart/>" + p("BodyText"))
    open_paragraphs(body)
    styles = [style_of(item) for item in found(body, "w:p")]
    assert styles == ["FirstParagraph", "BodyText", "Heading2", "FirstParagraph"]


def test_tall_lines_are_not_cut() -> None:
    """A paragraph with a picture or a formula has lines that are as high as these."""
    body = word(p("BodyText", "A ", "<w:r><w:drawing/></w:r>") + p("BodyText", "B ", "<m:oMath/>"))
    open_paragraphs(body)
    assert [style_of(item) for item in body] == ["TallText", "TallText"]


def test_numbers_of_captions_are_fields() -> None:
    """Word can count figures anew, and until then shows the number that all editions have."""
    runs = LABEL.format("Figure") + LABEL.format(" ") + LABEL.format("12.")
    body = word(
        f'<w:p><w:pPr><w:pStyle w:val="ImageCaption"/></w:pPr>{runs}<w:r><w:t> A map</w:t></w:r></w:p>'
    )
    number_captions(body, ["_Ref00000007"])
    assert [item.text for item in found(body, ".//w:instrText")] == [" SEQ Figure \\* ARABIC "]
    assert text_of(body) == "Figure 12. A map"
    (start,) = found(body, ".//w:bookmarkStart")
    (end,) = found(body, ".//w:bookmarkEnd")
    between = [item for item in start.itersiblings() if item in list(end.itersiblings(preceding=True))]
    assert (start.get(named("w:name")), "".join(map(text_of, between))) == ("_Ref00000007", "12")


def test_captions_stand_above() -> None:
    """A figure's caption stands above it, as in the other editions."""
    body = word(p("CaptionedFigure") + p("ImageCaption") + p("SourceNote"))
    lift_captions(body)
    assert [style_of(item) for item in body] == ["ImageCaption", "CaptionedFigure", "SourceNote"]


def test_notes_are_counted_by_their_calls() -> None:
    """Notes have the identifiers 1, 2, 3 in the order of their calls."""
    body, notes = word(p(None, "", CALL.format(31) + CALL.format(24))), word(note(24, "B") + note(31, "A"))
    number_notes(body, notes)
    calls = [item.get(named("w:id")) for item in found(body, ".//w:footnoteReference")]
    texts = {item.get(named("w:id")): text_of(item) for item in found(notes, "w:footnote")}
    assert (calls, texts) == (["1", "2"], {"1": "A", "2": "B"})


def test_notes_hang() -> None:
    """Behind the number of a note is a tab, and the number stands on the line."""
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    notes = word(f'<w:p>{mark}<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:t>Text</w:t></w:r></w:p>')
    hang_notes(notes)
    assert len(found(notes, ".//w:r[2]/w:tab")) == 1
    assert found(notes, ".//w:rStyle")[0].get(named("w:val")) == "FootnoteNumber"


def test_headings_have_bookmarks() -> None:
    """The contents lead to chapters and sections, by names that Word hides from its lists."""
    body = word(p("Heading1", "A") + p("Heading3", "B") + p("Heading2", "C"))
    headings = tuple(Heading(level, name, name, 0) for level, name in ((1, "a"), (3, "b"), (2, "c")))
    names = mark_headings(body, headings)
    assert names == {"a": "_Toc00000001", "c": "_Toc00000002"}
    assert len(found(body, ".//w:bookmarkStart")) == 2


def test_a_note_goes_on_behind_no_number() -> None:
    """Only the paragraph with the number hangs; others, but for lists, stand where its text stands."""
    mark = "<w:r><w:footnoteRef/></w:r>"
    item = p("FootnoteText", "B", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    notes = word(
        f"<w:footnote>{p('FootnoteText', '', mark)}{p('FootnoteText', 'A')}{item}</w:footnote>", "w:footnotes"
    )
    continue_notes(notes)
    styles = [style_of(paragraph) for paragraph in found(notes, ".//w:p")]
    assert styles == ["FootnoteText", "FootnoteContinued", "FootnoteText"]


@pytest.mark.parametrize("has_rule", [True, False])
def test_a_rule_parts_notes_from_text_if_wanted(*, has_rule: bool) -> None:
    """What parts notes from the text has a style, and a rule if the brand wants one."""
    separator = "<w:p><w:r><w:separator/></w:r></w:p>"
    notes = word(f'<w:footnote w:type="separator">{separator}</w:footnote>', "w:footnotes")
    style_separators(notes, has_rule=has_rule)
    assert [style_of(paragraph) for paragraph in found(notes, ".//w:p")] == ["FootnoteSeparator"]
    assert bool(found(notes, ".//w:separator")) == has_rule
