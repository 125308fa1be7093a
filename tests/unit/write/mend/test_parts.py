"""A table that goes on overleaf is one table, whose head is read once."""

import pydyf

from octavo.write.mend.parts import join_parts
from octavo.write.mend.tree import Node
from tests.support.structures import node, origin, told

TABLE, HEAD, BODY, ROW = origin("table"), origin("thead"), origin("tbody"), origin("tr")
CELLS = origin("td", id="1"), origin("td", id="2")


def part_of_table(page: int, name: str, *rows: Node) -> Node:
    """Make what stands of a table on a page: its head, and rows."""
    heading = node("TH", 0, page=page, origin=origin("th"), entries={"ID": pydyf.String(name)})
    head = node("THead", node("TR", heading, page=page), page=page, origin=HEAD)
    return node("Table", head, node("TBody", *rows, page=page, origin=BODY), page=page, origin=TABLE)


def cell(number: int, page: int, name: str, source: int = 0) -> Node:
    """Make a cell that names its head."""
    headers = pydyf.Array([pydyf.String(name)])
    attributes = pydyf.Dictionary({"O": "/Table", "Headers": headers})
    return node("TD", number, page=page, origin=CELLS[source], entries={"A": attributes})


def test_head_is_read_once() -> None:
    """The head that is repeated on the next page goes, and the cells there name the first."""
    first = part_of_table(0, "a", node("TR", cell(1, 0, "a"), origin=origin("tr")))
    second = part_of_table(1, "b", node("TR", cell(1, 1, "b"), page=1, origin=origin("tr")))
    tree = node("Document", first, second)

    join_parts(tree)

    assert told(tree) == "Document(Table(THead(TR(TH(0))) TBody(TR(TD(1)) TR(TD(1)))))"
    names = [inner.entries["A"]["Headers"][0].string for inner in tree.walk() if inner.tag == "TD"]
    assert names == ["a", "a"]


def test_a_row_over_two_pages_keeps_its_columns() -> None:
    """The cells of a row that is broken are joined each with its own rest."""
    rows = [
        node("TR", cell(1, page, "a"), cell(2, page, "a", source=1), page=page, origin=ROW) for page in (0, 1)
    ]
    tree = node("Document", part_of_table(0, "a", rows[0]), part_of_table(1, "b", rows[1]))

    join_parts(tree)

    assert told(tree) == "Document(Table(THead(TR(TH(0))) TBody(TR(TD(1 1:1) TD(2 1:2)))))"
