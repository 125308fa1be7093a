"""Tables say what heads what, and each of their rows has cells."""

from typing import Any

import pydyf

from octavo.write.mend.tables import drop_covered_rows, scope_heads
from octavo.write.mend.tree import Node
from tests.support.structures import node, origin, told


def test_heads_of_tables_have_a_scope() -> None:
    """A head cell heads its row if it says so, else its column."""
    tree = node(
        "TR",
        node("TH", 1, origin=origin("th", scope="row")),
        node("TH", 2, origin=origin("th")),
        node("TD", 3),
    )

    scope_heads(tree)

    assert [kid.entries.get("A", {}).get("Scope") for kid in tree.nodes] == ["/Row", "/Column", None]


def cell(number: int, rows: int) -> Node:
    """Make a cell of some rows."""
    attributes: Any = pydyf.Dictionary({"O": "/Table", "RowSpan": rows})
    return node("TD", number, entries={"A": attributes})


def test_rows_without_cells_are_dropped() -> None:
    """A row that is covered by cells above is none; the cells that cover more keep the rest."""
    tree = node("TBody", node("TR", cell(1, 3), cell(2, 2)), node("TR"), node("TR", node("TD", 3)))

    drop_covered_rows(tree)

    assert told(tree) == "TBody(TR(TD(1) TD(2)) TR(TD(3)))"
    assert [kid.entries["A"]["RowSpan"] for kid in tree.nodes[0].nodes] == [2, 1]
