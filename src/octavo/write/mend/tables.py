"""Tables: what heads what, and rows that have cells (ISO 32000-1, 14.8.4.3.4 and 14.8.5.7)."""

from octavo.write.mend.tree import Node

_GROUPS = frozenset({"Table", "THead", "TBody", "TFoot"})


def scope_heads(tree: Node) -> None:
    """Say of each head cell whether it heads its column or its row."""
    for node in tree.walk():
        if node.tag == "TH" and node.origin is not None:
            is_row = node.origin.attributes.get("scope") == "row"
            node.attributes("Table")["Scope"] = "/Row" if is_row else "/Column"


def drop_covered_rows(tree: Node) -> None:
    """Leave out rows without a cell, which those above cover: these then cover a row less."""
    for group in tree.walk():
        if group.tag in _GROUPS:
            rows = [kid for kid in group.nodes if kid.tag == "TR"]
            for index, row in enumerate(rows):
                if not row.kids:
                    group.kids.remove(row)
                    _shorten(rows[:index])


def _shorten(rows: list[Node]) -> None:
    """Let the cells that reach below these rows reach a row less far."""
    for distance, row in enumerate(reversed(rows), start=1):
        for cell in row.nodes:
            span = cell.entries.get("A", {}).get("RowSpan", 1)
            if span > distance:
                cell.entries["A"]["RowSpan"] = span - 1
