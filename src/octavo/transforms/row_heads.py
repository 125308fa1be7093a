"""Tables whose first column heads their rows, as their author says: `: Caption {.row-heads}`.

Markdown has no mark for it. A table without a row of heads, as small ones are, has no other heads.
"""

from octavo.ast import Node, classes_of, iter_nodes
from octavo.elements import ROW_HEADS


def name_row_heads(blocks: list[Node]) -> None:
    """Let the cells of the first column head their rows, in place, in tables of that class or in its Divs."""
    for node in iter_nodes(blocks):
        if node["t"] in {"Div", "Table"} and ROW_HEADS in classes_of(node):
            for table in iter_nodes([node]):
                if table["t"] == "Table":
                    for body in table["c"][4]:
                        body[1] = 1


def headless_tables(blocks: list[Node]) -> list[Node]:
    """Return the tables that have neither a row of heads nor heads of rows."""
    return [node for node in iter_nodes(blocks) if node["t"] == "Table" and not _has_heads(node)]


def _has_heads(table: Node) -> bool:
    _, _, _, head, bodies, _ = table["c"]
    rows = [*head[1], *(row for body in bodies for row in body[2])]
    return any(cell[4] for row in rows for cell in row[1]) or any(body[1] for body in bodies)
