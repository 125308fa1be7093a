"""Cross-references as fields that Word can count anew."""

import pytest

from octavo.model import Heading
from octavo.ooxml import found, named, style_of, text_of
from octavo.write.docx.paragraphs import run
from octavo.write.docx.references import (
    PREFIX,
    bookmarked,
    fill_references,
    mark_goals,
    number_equations,
)
from tests.support.word_texts import p, word

LINK = (
    '<w:hyperlink w:anchor="{}"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
    '<w:t xml:space="preserve">{}</w:t></w:r></w:hyperlink>'
)
NAME = "_Ref00000003"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Figure\N{NO-BREAK SPACE}12", "12"),
        ("12", "12"),
        ("Section 2.1", "2.1"),
        ("“The river”", "The river"),
    ],
)
def test_references_are_fields(text: str, shown: str) -> None:
    """The number, or else the title, is a field that leads to a bookmark; readers see the same text."""
    body = word(p("BodyText", "", LINK.format(f"{PREFIX}fig:a", text)))
    fill_references(body, {"fig:a": NAME})
    (link,) = found(body, ".//w:hyperlink")

    assert text_of(body) == " ".join(text.split())
    assert link.get(named("w:anchor")) == NAME
    assert [item.text for item in found(link, ".//w:instrText")] == [f" REF {NAME} \\h "]
    separate = found(link, "w:r[w:fldChar[@w:fldCharType='separate']]")[0].getnext()
    assert separate is not None
    assert text_of(separate) == shown


def test_links_of_authors_stay_links() -> None:
    """A link that its author made to the same place has its own words and no field."""
    body = word(p("BodyText", "", LINK.format("fig:a", "the figure")))
    fill_references(body, {"fig:a": NAME})

    assert found(body, ".//w:instrText") == []


def test_goals_of_headings() -> None:
    """The bookmark of a numbered heading holds its number, that of another one its text."""
    number = '<w:r><w:rPr><w:rStyle w:val="SectionNumber"/></w:rPr><w:t>2.1</w:t></w:r>'
    rest = "<w:r><w:t> Rivers</w:t></w:r>"
    body = word(p("Heading2", "", number + rest) + p("Heading1", "Bridges"))
    headings = [Heading(2, "sec:a", "2.1 Rivers", 0), Heading(1, "sec:b", "Bridges", 1)]
    mark_goals(body, headings, {"sec:a": "_Ref00000001", "sec:b": "_Ref00000002"})

    marked = [item.getnext() for item in found(body, ".//w:bookmarkStart")]
    assert [text_of(item) for item in marked if item is not None] == ["2.1", "Bridges"]


def test_formulas_stand_between_tabs() -> None:
    """A numbered formula stands in the middle and its number, a field, at the edge."""
    body = word(p("Equation", "", "<m:oMath/><w:r><w:t> </w:t></w:r><w:r><w:t>(1)</w:t></w:r>"))
    number_equations(body, [NAME])
    (paragraph,) = found(body, "w:p")

    assert style_of(paragraph) == "Equation"
    assert len(found(paragraph, "w:r/w:tab")) == 2
    assert text_of(paragraph) == "(1)"
    assert [item.text for item in found(paragraph, ".//w:instrText")] == [" SEQ Equation \\* ARABIC "]


def test_bookmarks_have_numbers_of_their_own() -> None:
    """Two bookmarks never share an identifier, and both ends of one have the same."""
    first, second = bookmarked([run("a")], "_Ref00000001"), bookmarked([run("b")], "_Ref00000002")
    numbers = [[piece.get(named("w:id")) for piece in (pieces[0], pieces[-1])] for pieces in (first, second)]

    assert numbers[0][0] == numbers[0][1]
    assert numbers[1][0] == numbers[1][1]
    assert numbers[0][0] != numbers[1][0]
