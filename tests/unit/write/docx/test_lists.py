"""Lists of Pandoc's in Word's styles."""

import pytest

from octavo.ooxml import Element, found, named, style_of, value
from octavo.write.docx.box_lists import part_boxes, seat_box_lists
from octavo.write.docx.lists import indent_lists, style_lists
from tests.support.word_texts import p, word

LEVEL = (
    '<w:lvl w:ilvl="{}"><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>'
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="9">{LEVEL.format(0, "bullet", "•")}{LEVEL.format(1, "decimal", "%2.")}'
    '</w:abstractNum><w:num w:numId="1001"><w:abstractNumId w:val="9"/></w:num>'
    '<w:num w:numId="1000"><w:abstractNumId w:val="9"/></w:num>'
)


def _item(style: str | None, number: int, level: int = 0) -> str:
    return p(
        style, "Item", properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def _styled(item: str) -> Element:
    body = word(item)
    style_lists(body, word(NUMBERING, "w:numbering"))
    return found(body, ".//w:p")[0]


@pytest.mark.parametrize(
    ("item", "style"),
    [
        (_item(None, 1001), "ListBullet"),
        (_item("Compact", 1001, 1), "ListNumber2"),
        (_item(None, 1000, 1), "ListContinue2"),
        (_item("KeyFindings", 1001), "KeyFindings"),
        (f"<w:tbl><w:tr><w:tc>{_item('Compact', 1001)}</w:tc></w:tr></w:tbl>", "TableText"),
        (f"<w:footnote>{_item('Compact', 1001)}</w:footnote>", "FootnoteText"),
    ],
)
def test_items_have_styles(item: str, style: str) -> None:
    """An item has a list style, unless it stands in a box or a cell."""
    assert style_of(_styled(item)) == style


def test_numbers_stay() -> None:
    """An item keeps its number; what continues it loses the empty bullet."""
    assert value(_styled(_item(None, 1001)), "w:pPr/w:numPr/w:numId") == "1001"
    assert value(_styled(_item(None, 1000)), "w:pPr/w:numPr/w:numId") is None


def test_boxes_keep_their_edge() -> None:
    """In a box, items of all depths begin at the box's padding: its edge follows the indents."""
    items = "".join(_item("NoteBox", number, level) for number, level in ((1001, 0), (1001, 1), (1000, 0)))
    body, numbering = word(items + _item("ListBullet", 1001)), word(NUMBERING, "w:numbering")
    styles = word('<w:style w:styleId="NoteBox"><w:pPr><w:ind w:left="260"/></w:pPr></w:style>', "w:styles")
    seat_box_lists(body, numbering, styles)
    numbers = [item.get(named("w:val")) for item in found(body, ".//w:numId")]
    assert numbers == ["5000", "5000", "5001", "1001"]
    indents = found(numbering, "w:abstractNum[@w:abstractNumId='5000']/w:lvl/w:pPr/w:ind")
    edges = [int(item.get(named("w:left"), "")) - int(item.get(named("w:hanging"), "")) for item in indents]
    assert edges == [260, 260]


def test_what_is_to_do_keeps_its_box_to_tick() -> None:
    """Bullets become dashes; a box to tick stays one."""
    numbering = word(NUMBERING.replace("•", "☒"), "w:numbering")
    indent_lists(numbering)
    assert value(numbering, "w:abstractNum/w:lvl/w:lvlText") == "☒"


def test_levels_have_one_indent() -> None:
    """Each level is indented by the same more, and what is not counted has a dash."""
    numbering = word(NUMBERING, "w:numbering")
    indent_lists(numbering)
    assert [item.get(named("w:left")) for item in found(numbering, ".//w:ind")] == ["300", "600"]
    assert [item.get(named("w:val")) for item in found(numbering, ".//w:lvlText")] == ["–", "%2."]


def test_boxes_that_follow_each_other_are_parted() -> None:
    """A box is one; the next one, of whatever kind, does not join it."""
    styles = ["NoteBoxTitle", "NoteBox", "NoteBox", "NoteBoxTitle", "NoteBox", "KeyFindings", "BodyText"]
    body = word("".join(p(style) for style in styles))
    part_boxes(body)
    assert [style_of(paragraph) for paragraph in found(body, "w:p")] == [
        *styles[:3],
        "BoxSpace",
        *styles[3:5],
        "BoxSpace",
        *styles[5:],
    ]
