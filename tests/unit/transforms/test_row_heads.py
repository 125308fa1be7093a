"""Heads of rows are named, and tables without any heads are found."""

from typing import Any

from octavo.ast import Node, div
from octavo.transforms.row_heads import headless_tables, name_row_heads


def cell(text: str) -> list[Any]:
    """Make a cell; one without text is empty."""
    blocks = [{"t": "Plain", "c": [{"t": "Str", "c": text}]}] if text else []
    return [["", [], []], {"t": "AlignDefault"}, 1, 1, blocks]


def row(*texts: str) -> list[Any]:
    """Make a row of a table."""
    return [["", [], []], [cell(text) for text in texts]]


def table(*heads: list[Any], classes: tuple[str, ...] = ()) -> Node:
    """Make a table of one row under these heads."""
    body = [["", [], []], 0, [], [row("Apples", "12")]]
    head, foot = [["", [], []], list(heads)], [["", [], []], []]
    return {"t": "Table", "c": [["", list(classes), []], [None, []], [], head, [body], foot]}


def row_heads(node: Node) -> int:
    """Give how many columns of a table head its rows."""
    return int(node["c"][4][0][1])


def test_rows_have_heads_where_the_author_says_so() -> None:
    """The class of a table, or of what is around it, lets its first column head the rows."""
    own, within, other = table(classes=("row-heads",)), table(), table()

    name_row_heads([own, div([within], classes=["row-heads"]), other])

    assert [row_heads(node) for node in (own, within, other)] == [1, 1, 0]


def test_tables_without_heads_are_found() -> None:
    """A row of empty cells heads nothing; heads of rows are heads."""
    headed, empty, rows, bare = (
        table(row("", "Number")),
        table(row("", "")),
        table(classes=("row-heads",)),
        table(),
    )
    blocks = [headed, empty, rows, bare]

    name_row_heads(blocks)

    assert headless_tables(blocks) == [empty, bare]
