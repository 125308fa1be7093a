"""Tables that a phone can show: header cells say what they head, wide rows can be stacked or scrolled."""

from lxml.etree import _Element

from octavo.write.epub.xhtml import XHTML, classes_of, find_all, make, replace, text_of

MOST_COLUMNS = 4
_PHONE_LETTERS = 40


def prepare_tables(section: _Element) -> None:
    """Mark up the tables of a chapter.

    A header cell gets its scope. A table of more columns than a phone has room for loses fixed widths
    and gets a box to scroll in; where each column has one heading and each cell one column, its cells
    also repeat their headings, so that the stylesheet can stack them.
    """
    for table in list(find_all(section, "table")):
        heads = _column_heads(table)
        _scope_heads(table)
        if _column_count(table) > MOST_COLUMNS:
            can_stack = _can_stack(table, heads)
            table.set("class", " ".join([*classes_of(table), "wide", *(["stacked"] if can_stack else [])]))
            _drop_widths(table)
            if can_stack:
                _label_cells(table, heads)
            _put_into_box(table)
        else:
            _mark_long_words(table)
        _drop_blank_heads(table)


def _column_count(table: _Element) -> int:
    """Return the number of cells in the longest row."""
    return max(
        (sum(int(cell.get("colspan", "1")) for cell in row) for row in find_all(table, "tr")), default=0
    )


def _column_heads(table: _Element) -> list[str]:
    """Return the texts of the last header row, [] without one."""
    rows = [row for head in find_all(table, "thead") for row in find_all(head, "tr")]
    return [" ".join(text_of(cell).split()) for cell in rows[-1]] if rows else []


def _can_stack(table: _Element, heads: list[str]) -> bool:
    """Tell whether each cell has a column of its own, with a heading (the first may do without)."""
    is_plain = not any(cell.get(span) for cell in table.iter() for span in ("colspan", "rowspan"))
    return is_plain and len(heads) > MOST_COLUMNS and all(heads[1:])


def _scope_heads(table: _Element) -> None:
    for head in find_all(table, "thead"):
        for cell in find_all(head, "th"):
            cell.set("scope", "colgroup" if cell.get("colspan") else "col")


def _mark_long_words(table: _Element) -> None:
    """Mark the cells in which a word may be wider than a phone has room for in a column.

    Only these may break words anywhere: a column whose words are short keeps them whole.
    """
    longest = _PHONE_LETTERS // max(_column_count(table), 1)
    for tag in ("th", "td"):
        for cell in find_all(table, tag):
            if any(len(word) > longest for word in text_of(cell).split()):
                cell.set("class", " ".join([*classes_of(cell), "long-words"]))


def _drop_widths(table: _Element) -> None:
    table.attrib.pop("style", "")
    for columns in list(find_all(table, "colgroup")):
        table.remove(columns)


def _label_cells(table: _Element, heads: list[str]) -> None:
    for body in find_all(table, "tbody"):
        for row in find_all(body, "tr"):
            for cell, text in zip(row, heads, strict=False):
                if text:
                    cell.set("data-label", text)


def _put_into_box(table: _Element) -> None:
    """Put the table into a box that scrolls, and that the keyboard reaches (WCAG 2.2, 2.1.1)."""
    box = make("div", {"class": "scroll", "role": "region", "tabindex": "0"})
    caption = table.find(f"{{{XHTML}}}caption")
    if caption is not None and table.get("id"):
        caption.set("id", f"{table.get('id')}-caption")
        box.set("aria-labelledby", f"{table.get('id')}-caption")
    else:
        box.set("role", "group")
    replace(table, box)
    box.append(table)


def _drop_blank_heads(table: _Element) -> None:
    """Make an empty header cell a plain one: it heads nothing."""
    for cell in [cell for cell in find_all(table, "th") if not text_of(cell).strip()]:
        replace(cell, make("td"))
