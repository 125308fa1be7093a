"""Bookmarks have names that every editor keeps."""

from octavo.ooxml import found, named
from octavo.write.docx.marks import name_plainly
from tests.support.word_texts import word


def test_names_of_bookmarks_have_no_colons() -> None:
    """Links follow the bookmarks in text and notes, and no two become one."""
    names = ("tbl:loans", "tbl_loans", "end")
    marks = "".join(f'<w:bookmarkStart w:name="{name}"/>' for name in names)
    links = "".join(f'<w:hyperlink w:anchor="{name}"/>' for name in names)
    text, notes = word(marks + links), word(links, "w:footnotes")

    name_plainly(text, notes)

    expected = ["tbl_loans_", "tbl_loans", "end"]
    assert [mark.get(named("w:name")) for mark in found(text, ".//w:bookmarkStart")] == expected
    for tree in (text, notes):
        assert [link.get(named("w:anchor")) for link in found(tree, ".//w:hyperlink")] == expected
