"""Bookmarks of tables and figures lie in their captions, where every editor keeps them."""

from octavo.ooxml import found, named
from octavo.write.docx.captions import seat_bookmarks
from tests.support.word_texts import p, word

START, END = '<w:bookmarkStart w:id="{0}" w:name="{0}"/>', '<w:bookmarkEnd w:id="{0}"/>'


def test_the_caption_holds_the_bookmark() -> None:
    """What lies around a table goes into its caption; what lies around other text stays."""
    text = START.format(1) + p("BodyText", "A") + END.format(1)
    table = START.format(2) + p("TableCaption", "B") + "<w:tbl/>" + END.format(2)
    body = word(text + table)

    seat_bookmarks(body)

    tags = [str(item.tag).rpartition("}")[2] for item in body]
    assert tags == ["bookmarkStart", "p", "bookmarkEnd", "p", "tbl"]
    (caption,) = found(body, "w:p[w:bookmarkStart]")
    marks = found(caption, "w:bookmarkStart | w:bookmarkEnd")
    assert [mark.get(named("w:id")) for mark in marks] == ["2", "2"]
