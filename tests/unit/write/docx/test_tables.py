"""Tables of Pandoc's in Word's styles."""

from octavo.ast import Node
from octavo.ooxml import Element, found, named, style_of
from octavo.write.docx.tables import dress_tables, name_row_heads, raised, shares, style_heads
from tests.support.word_texts import p, row, word

HEAD = '<w:trPr><w:tblHeader w:val="on"/></w:trPr>'


def _dressed(before: str = "", after: str = "", layout: str = "") -> Element:
    body = word(
        f'{before}<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="0"/>{layout}</w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="1000"/></w:tblGrid>'
        f"{row('Year', 'What', properties=HEAD)}{row('2021', 'A rather long story')}</w:tbl>{after}"
    )
    dress_tables(body, 8000)
    return body


def _widths(body: Element) -> list[int]:
    return [int(column.get(named("w:w"), "")) for column in found(body, ".//w:gridCol")]


def test_widths_follow_the_text() -> None:
    """A column that holds more is wider, and together they have the whole width."""
    narrow, wide = _widths(_dressed())
    assert narrow < wide
    assert narrow + wide == 8000


def test_the_manuscripts_widths_stay() -> None:
    """Widths that the manuscript gives keep their proportion."""
    assert _widths(_dressed(layout='<w:tblLayout w:type="fixed"/>')) == [6000, 2000]


def test_cells_of_a_table_in_a_box_have_no_box_of_their_own() -> None:
    """Pandoc gives what is in a box the box's style; cells take that of tables."""
    boxed = row("Year", "What").replace("Compact", "MethodBox")
    body = word(
        '<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="0"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="1"/></w:tblGrid>{boxed}</w:tbl>'
    )
    dress_tables(body, 8000)

    assert [style_of(cell) for cell in found(body, ".//w:tc/w:p")] == ["TableText", "TableText"]


def test_shares_leave_nothing() -> None:
    """What rounding leaves goes to the widest column."""
    assert shares([1, 1, 2], 11) == [2, 2, 7]
    assert shares([], 11) == []


def test_no_column_is_narrower_than_its_floor() -> None:
    """Columns that can spare something give it to those that need it; the whole stays the same."""
    assert raised([100, 500, 400], [300, 100, 100]) == [300, 385, 315]
    assert raised([600, 400], [100, 100]) == [600, 400]
    assert raised([500, 500], [900, 300]) == [750, 250]


def test_words_are_not_torn() -> None:
    """A column is wide enough for its longest word, even if the manuscript's dashes say otherwise."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (10, 5000))
    body = word(
        '<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="0"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{row('Municipality', 'Sum')}{row('A', '5')}</w:tbl>"
    )
    dress_tables(body, 8000)
    narrow, _ = _widths(body)
    assert narrow > 12 * 0.82 * 10.5 * 20 * 0.5
    assert {style_of(cell) for cell in found(body, ".//w:tc/w:p")} == {"TableText"}


def test_a_table_that_is_too_wide_is_set_small() -> None:
    """Where the longest words of all columns have no room side by side, the type is smaller."""
    grid = '<w:gridCol w:w="1"/>' * 8
    body = word(
        '<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:w="0"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{row(*['Municipality'] * 8)}</w:tbl>"
    )
    dress_tables(body, 8000)
    assert {style_of(cell) for cell in found(body, ".//w:tc/w:p")} == {"TableTextSmall"}


def test_rows_hold_together() -> None:
    """No row is torn by the end of a page, and the head stays marked."""
    body = _dressed()
    assert len(found(body, ".//w:tr/w:trPr/w:cantSplit")) == 2
    assert len(found(body, ".//w:tr[1]/w:trPr/w:tblHeader")) == 1


def test_cells_have_styles() -> None:
    """The alignment of a cell is its style's, not its own."""
    number = p("Compact", "7", properties='<w:jc w:val="right"/>')
    body = word(
        '<w:tbl><w:tblPr><w:tblStyle w:val="Table"/><w:tblW w:type="auto" w:w="0"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="1"/></w:tblGrid><w:tr><w:tc>'
        f"{number}</w:tc></w:tr></w:tbl>"
    )
    dress_tables(body, 8000)
    (cell,) = found(body, ".//w:tc/w:p")
    assert style_of(cell) == "TableNumber"
    assert found(cell, ".//w:jc") == []


def test_tables_stand_apart() -> None:
    """There is room around a table, unless its caption or its source line makes it."""
    text = p("BodyText", "Text")
    bare = [style_of(item) for item in _dressed(text, text)]
    dressed = [style_of(item) for item in _dressed(p("TableCaption"), p("SourceNote"))]
    assert bare == ["BodyText", "TableSpace", None, "TableSpace", "BodyText"]
    assert dressed == ["TableCaption", None, "SourceNote"]


def test_links_and_calls_in_heads_can_be_read_on_a_band() -> None:
    """In a head they have styles whose colour is that of the head's type; in other rows they stay."""
    runs = "".join(
        f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr></w:r>'
        for style in ("Hyperlink", "CrossReference", "FootnoteReference", "Emphasis")
    )
    cells = f"<w:tc><w:p>{runs}</w:p></w:tc>"
    body = word(f"<w:tbl><w:tr>{HEAD}{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>")
    style_heads(body)

    assert [style.get(named("w:val")) for style in found(body, ".//w:rStyle")] == [
        *("HeadLink", "HeadLink", "HeadNoteReference", "Emphasis"),
        *("Hyperlink", "CrossReference", "FootnoteReference", "Emphasis"),
    ]


def test_heads_of_rows_are_told() -> None:
    """The table whose first column heads its rows says so, both to programs of today and to older ones."""
    look = '<w:tblLook w:val="0020" w:firstColumn="0"/>'
    body = word(f'<w:tbl><w:tblPr><w:tblStyle w:val="Table"/>{look}</w:tblPr></w:tbl>' * 2)
    nodes: list[Node] = [{"t": "Table", "c": [None, None, None, None, [[None, heads]]]} for heads in (0, 1)]

    name_row_heads(body, nodes)

    looks = found(body, ".//w:tblLook")
    assert [(look.get(named("w:firstColumn")), look.get(named("w:val"))) for look in looks] == [
        ("0", "0020"),
        ("1", "00A0"),
    ]
