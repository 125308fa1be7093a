"""Tables that a phone can show: header cells say what they head, wide rows can be stacked."""

from lxml.etree import _Element

from octavo.write.epub.xhtml import classes_of, find_all, make, replace, text_of

MOST_COLUMNS = 4


def prepare_tables(section: _Element) -> None:
    """Mark up the tables of a chapter.

    A header cell gets its scope, and columns lose fixed widths where there are more of them than a
    phone has room for; there each cell also repeats its column's heading for the stylesheet.
    """
    for table in list(find_all(section, "table")):
        heads = _column_heads(table)
        _label_cells(table, heads)
        if len(heads) > MOST_COLUMNS:
            table.set("class", " ".join([*classes_of(table), "wide"]))
        _drop_blank_heads(table)


def _column_heads(table: _Element) -> list[str]:
    """Return the texts of the last header row; those of the first row's cells are "" without one."""
    rows = [row for head in find_all(table, "thead") for row in find_all(head, "tr")]
    if not rows:
        return ["" for row in list(find_all(table, "tr"))[:1] for _ in row]
    return [" ".join(text_of(cell).split()) for cell in rows[-1]]


def _label_cells(table: _Element, heads: list[str]) -> None:
    for head in find_all(table, "thead"):
        for cell in find_all(head, "th"):
            cell.set("scope", "col")
    for body in find_all(table, "tbody"):
        for row in find_all(body, "tr"):
            for cell, text in zip(row, heads, strict=False):
                if text and len(heads) > MOST_COLUMNS:
                    cell.set("data-label", text)


def _drop_blank_heads(table: _Element) -> None:
    """Make an empty header cell a plain one: it heads nothing."""
    for cell in [cell for cell in find_all(table, "th") if not text_of(cell).strip()]:
        replace(cell, make("td"))
