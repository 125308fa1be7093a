"""Lists of Pandoc's in Word's styles."""

import pytest

from octavo.ooxml import Element, found, named, style_of, value
from octavo.write.docx.lists import indent_lists, style_lists
from tests.support.word_texts import p, word

LEVEL = (
    '<w:lvl w:ilvl="{}"><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/>'
    '<w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>'
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="9">{LEVEL.format(0, "bullet", "•")}{LEVEL.format(1, "decimal", "%2.")}'
    '</w:abstractNum><w:num w:numId="1001"><w:abstractNumId w:val="9"/></w:num>'
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
    """In a box, what continues an item hangs as the item does: the box's edge follows the indents."""
    (indent,) = found(_styled(_item("NoteBox", 1000)), "w:pPr/w:ind")
    assert indent.get(named("w:left")) == indent.get(named("w:hanging"))


def test_levels_have_one_indent() -> None:
    """Each level is indented by the same more, and what is not counted has a dash."""
    numbering = word(NUMBERING, "w:numbering")
    indent_lists(numbering)
    assert [item.get(named("w:left")) for item in found(numbering, ".//w:ind")] == ["300", "600"]
    assert [item.get(named("w:val")) for item in found(numbering, ".//w:lvlText")] == ["–", "%2."]
