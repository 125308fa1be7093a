"""The sections of a Word document."""

import pytest

from octavo.ooxml import Element, found, named, style_of, value
from octavo.write.docx.sections import assemble
from tests.support.models import make_brand
from tests.support.word_texts import p, word

FRONT = p("CoverTitle") + p("SectionEnd") + p("Title") + p("SectionEnd")
TEXT = p("Heading1") + p("BodyText") + "<w:bookmarkEnd/>" + p("Heading1") + "<w:tbl/>" + "<w:sectPr/>"


def _assembled(*, per_chapter: bool) -> Element:
    body = word(TEXT)
    assemble(body, list(word(FRONT)), list(word(p("Colophon"))), make_brand(), per_chapter=per_chapter)
    return body


def _headers(body: Element) -> list[str | None]:
    return [item.get(named("r:id")) for item in found(body, ".//w:sectPr/w:headerReference")]


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
