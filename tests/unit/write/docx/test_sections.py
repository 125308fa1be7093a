"""The sections of a Word document."""

from dataclasses import replace

import pytest

from octavo.model import PageSetup
from octavo.ooxml import Element, found, named, style_of, value
from octavo.write.docx.sections import assemble
from tests.support.models import make_brand
from tests.support.word_texts import p, word

FRONT = p("CoverTitle") + p("SectionEnd") + p("Title") + p("SectionEnd")
TEXT = p("Heading1") + p("BodyText") + "<w:bookmarkEnd/>" + p("Heading1") + "<w:tbl/>" + "<w:sectPr/>"


PAGE = PageSetup(210, 297, 20, 25, 25, 30)
TURNED = p("SectionEnd", "octavo-landscape") + "<w:tbl/>" + p("SectionEnd", "octavo-portrait")


def _assembled(
    text: str = TEXT, page: PageSetup = PAGE, *, per_chapter: bool = False, front_chapters: int = 0
) -> Element:
    body, brand = word(text), replace(make_brand(), page=page)
    edges = list(word(FRONT)), list(word(p("Colophon")))
    assemble(body, edges, brand, per_chapter=per_chapter, front_chapters=front_chapters)
    return body


def _headers(body: Element) -> list[str | None]:
    references = found(body, ".//w:sectPr/w:headerReference[@w:type='default']")
    return [item.get(named("r:id")) for item in references]


def test_front_text_and_back_are_sections() -> None:
    """Cover, front, text and colophon have their own headers; nothing else is a section."""
    headers = ["header-cover", "header-front", "header-text", "header-front"]
    assert _headers(_assembled(per_chapter=False)) == headers


def test_the_order_is_that_of_a_book() -> None:
    """What comes before the text is before it, and the colophon is last."""
    styles = [style_of(item) for item in found(_assembled(per_chapter=False), "w:p")]
    assert styles[0] == "CoverTitle"
    assert styles[-1] == "Colophon"


def test_chapters_are_sections_where_notes_start_anew() -> None:
    """Each chapter ends a section; after a table a paragraph is made for that."""
    body = _assembled(per_chapter=True)
    assert _headers(body).count("header-text") == 3
    assert found(body, "w:tbl/following-sibling::w:p[1]/w:pPr/w:sectPr") != []


@pytest.mark.parametrize(("per_chapter", "restart"), [(True, "eachSect"), (False, "continuous")])
def test_notes_are_counted_as_wanted(restart: str, *, per_chapter: bool) -> None:
    """Each section says whether notes start anew in it."""
    body = _assembled(per_chapter=per_chapter)
    found_ways = {value(item, "w:footnotePr/w:numRestart") for item in found(body, ".//w:sectPr")}
    assert found_ways - {"eachPage"} == {restart}


def test_libreoffice_is_made_to_count() -> None:
    """The last section but one, which holds no note, counts in another way, so that LibreOffice counts."""
    ways = [
        value(item, "w:footnotePr/w:numRestart")
        for item in found(_assembled(per_chapter=True), ".//w:sectPr")
    ]
    assert ways[-2:] == ["eachPage", "eachSect"]


def test_first_pages_show_no_header() -> None:
    """The first page of each section after the cover has a header of its own, which is empty."""
    sections = found(_assembled(), ".//w:sectPr")
    firsts = [found(item, "w:headerReference[@w:type='first']") for item in sections]
    assert [first[0].get(named("r:id")) if first else None for first in firsts] == [
        None,
        *["header-first"] * 3,
    ]
    assert [len(found(item, "w:titlePg")) for item in sections] == [0, 1, 1, 1]


def test_pages_for_print_have_two_sides() -> None:
    """Chapters begin on right-hand pages, and left-hand pages have edges of their own."""
    body = _assembled(page=replace(PAGE, is_two_sided=True))
    kinds = [value(item, "w:type") for item in found(body, ".//w:sectPr")]
    assert kinds == ["nextPage", *["oddPage"] * 4]
    assert len(found(body, ".//w:headerReference[@w:type='even']")) == 4


def test_roman_folios_end_where_the_text_begins() -> None:
    """Title page, contents and preface have roman folios; the text begins with page 1."""
    body = _assembled(page=replace(PAGE, front_folios="roman"), front_chapters=1)
    folios = [
        [(item.get(named("w:fmt")), item.get(named("w:start"))) for item in found(section, "w:pgNumType")]
        for section in found(body, ".//w:sectPr")
    ]
    assert folios == [[], [("lowerRoman", None)], [("lowerRoman", None)], [("decimal", "1")], []]


@pytest.mark.parametrize("per_chapter", [True, False])
@pytest.mark.parametrize("after", ["", p("BodyText")])
def test_wide_passages_lie_on_turned_pages(after: str, *, per_chapter: bool) -> None:
    """A turned passage is a section of its own; no empty page follows it, and notes count on."""
    body = _assembled(p("Heading1") + p("BodyText") + TURNED + after, per_chapter=per_chapter)
    sections = found(body, ".//w:sectPr")
    turned = [len(found(item, "w:pgSz[@w:orient='landscape']")) for item in sections]
    assert turned.count(1) == 1
    index = turned.index(1)
    assert value(sections[index], "w:footnotePr/w:numRestart") == "continuous"
    assert value(sections[index - 1], "w:footnotePr/w:numRestart") == (
        "eachSect" if per_chapter else "continuous"
    )
    assert "octavo" not in "".join(text.text or "" for text in found(body, ".//w:t"))
