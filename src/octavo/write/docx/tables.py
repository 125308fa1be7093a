"""Tables of Pandoc's Word document: widths that suit what stands in them, styles, rows that hold together."""

from octavo.ast import Node, iter_nodes
from octavo.ooxml import Element, element, found, named, style_of, text_of, value
from octavo.write.docx.box_lists import BOXES
from octavo.write.docx.landscape import is_turned
from octavo.write.docx.paragraphs import restyle

_STYLE_IN_HEAD = {
    "Hyperlink": "HeadLink",
    "CrossReference": "HeadLink",
    "FootnoteReference": "HeadNoteReference",
}
_STYLE_OF_ALIGNMENT = {"right": "TableNumber", "end": "TableNumber", "center": "TableCentred"}
_MARKS = frozenset({named("w:bookmarkStart"), named("w:bookmarkEnd")})
_PLAIN = BOXES | {"Compact", "BodyText", "FirstParagraph"}
"""What cells are written in, also those of a table in a box: its borders would stand in each of them."""

_FIRST_COLUMN = 0x80  # in the mask that older programs read instead of the attributes
_WIDEST, _NARROWEST = 60, 4  # characters that a column may claim
_LONGEST = 24  # characters of a word that a column has to hold; longer ones are broken
_LETTER_EM = 0.6  # bold figures of most typefaces, which are wider than most letters
_TEXT_SIZE, _SMALL_SIZE = 0.82, 0.7  # of the text's, as in styles.xml.j2
_PADDING = 226  # twentieths of a point on both sides of a cell together, as in styles.xml.j2


def dress_tables(
    document: Element, width: int, turned_width: int | None = None, text_points: float = 10.5
) -> None:
    """Style the cells of all tables, share `width` twentieths of a point among their columns, hold rows.

    `turned_width` is the width for tables on pages that lie on their side, `text_points` the size of the
    text. A table whose words would be torn is set small.
    """
    for table in found(document, ".//w:tbl[w:tblPr/w:tblStyle[@w:val='Table']]"):
        whole = turned_width if turned_width and is_turned(table) else width
        floors = _floors(table, text_points * _TEXT_SIZE)
        is_small = sum(floors) > whole
        _share(table, whole, _floors(table, text_points * _SMALL_SIZE) if is_small else floors)
        for row in found(table, "w:tr"):
            _hold(row)
        for paragraph in found(table, ".//w:tc/w:p"):
            if style_of(paragraph) in _PLAIN or found(paragraph, "w:pPr/w:jc"):
                _align(paragraph, is_small=is_small)
        _part(table)


def name_row_heads(document: Element, blocks: list[Node]) -> None:
    """Say of tables whose first column heads the rows that it does (ECMA-376-1, 17.4.55).

    Pandoc writes the tables of `blocks` in their order, but not that.
    """
    tables = found(document, ".//w:tbl[w:tblPr/w:tblStyle[@w:val='Table']]")
    nodes = [node for node in iter_nodes(blocks) if node["t"] == "Table"]
    for table, node in zip(tables, nodes, strict=True):
        if any(body[1] for body in node["c"][4]):
            for look in found(table, "w:tblPr/w:tblLook"):
                look.set(named("w:firstColumn"), "1")
                look.set(named("w:val"), f"{int(look.get(named('w:val'), '0'), 16) | _FIRST_COLUMN:04X}")


def style_heads(document: Element) -> None:
    """Give links and calls in heads of tables styles of their own: a band there has the brand's colour."""
    for style in found(document, ".//w:tr[w:trPr/w:tblHeader]//w:rPr/w:rStyle"):
        name = style.get(named("w:val"), "")
        style.set(named("w:val"), _STYLE_IN_HEAD.get(name, name))


def _part(table: Element) -> None:
    """Part a table from the text around it: tables have no space about them in Word, paragraphs do."""
    before, after = table.getprevious(), table.getnext()
    while before is not None and before.tag in _MARKS:
        before = before.getprevious()
    while after is not None and after.tag in _MARKS:
        after = after.getnext()
    if before is not None and style_of(before) != "TableCaption":
        table.addprevious(_space())
    if after is not None and style_of(after) != "SourceNote":
        table.addnext(_space())


def _space() -> Element:
    return element("w:p", [element("w:pPr", [element("w:pStyle", val="TableSpace")])])


def _align(paragraph: Element, *, is_small: bool) -> None:
    alignment = value(paragraph, "w:pPr/w:jc") or ""
    for properties in found(paragraph, "w:pPr"):
        for old in found(properties, "w:jc"):
            properties.remove(old)
    style = _STYLE_OF_ALIGNMENT.get(alignment, "TableText")
    restyle(paragraph, f"{style}Small" if is_small else style)


def _hold(row: Element) -> None:
    """Keep a row on one page (ECMA-376-1, 17.4.6)."""
    properties = next(iter(found(row, "w:trPr")), None)
    if properties is None:
        properties = element("w:trPr")
        row.insert(0, properties)
    properties.insert(0, element("w:cantSplit"))


def _share(table: Element, width: int, floors: list[int]) -> None:
    """Share the width among the columns: as the manuscript says, or as what stands in them needs.

    No column is narrower than its longest word, whatever the manuscript says.
    """
    columns = found(table, "w:tblGrid/w:gridCol")
    are_fixed = bool(found(table, "w:tblPr/w:tblLayout"))
    wishes = [int(column.get(named("w:w"), "1")) for column in columns]
    claims = wishes if are_fixed else [_claim(table, index) for index in range(len(columns))]
    widths = raised(shares(claims, width), floors)
    for column, share in zip(columns, widths, strict=True):
        column.set(named("w:w"), str(share))
    (properties,) = found(table, "w:tblPr")
    (whole,) = found(properties, "w:tblW")
    whole.set(named("w:type"), "dxa")
    whole.set(named("w:w"), str(sum(widths)))
    if not are_fixed:
        whole.addnext(element("w:tblLayout", type="fixed"))


def shares(claims: list[int], whole: int) -> list[int]:
    """Share `whole` in proportion to the columns' claims; what rounding leaves goes to the widest."""
    total = sum(claims) or 1
    widths = [whole * claim // total for claim in claims]
    if widths:
        widths[claims.index(max(claims))] += whole - sum(widths)
    return widths


def raised(widths: list[int], floors: list[int]) -> list[int]:
    """Raise widths to their floors, at the cost of what the others can spare.

    Floors that are too much for the whole share it.
    """
    whole = sum(widths)
    if sum(floors) >= whole:
        return shares(floors, whole)
    spare = [max(0, width - floor) for width, floor in zip(widths, floors, strict=True)]
    need = sum(max(0, floor - width) for width, floor in zip(widths, floors, strict=True))
    costs = shares(spare, need)
    return [max(width, floor) - cost for width, floor, cost in zip(widths, floors, costs, strict=True)]


def _floors(table: Element, points: float) -> list[int]:
    """Return how wide each column must be at least so that no word of it is torn."""
    rows = [found(row, "w:tc") for row in found(table, "w:tr")]
    columns = range(len(found(table, "w:tblGrid/w:gridCol")))
    words = (
        (word for row in rows if index < len(row) for word in text_of(row[index]).split())
        for index in columns
    )
    longest = (min(_LONGEST, max(map(len, column), default=1)) for column in words)
    return [round(letters * points * 20 * _LETTER_EM) + _PADDING for letters in longest]


def _claim(table: Element, index: int) -> int:
    """Return how many characters a column would like to show in one line."""
    cells = [
        cells[index] for cells in (found(row, "w:tc") for row in found(table, "w:tr")) if index < len(cells)
    ]
    longest = max((len(text_of(cell)) for cell in cells), default=0)
    return max(_NARROWEST, min(_WIDEST, longest)) + 2
