"""Tables that a phone can show: header cells say what they head, wide rows can be stacked or scrolled."""

from lxml.etree import _Element

from octavo.write.epub.xhtml import XHTML, classes_of, find_all, make, replace, text_of

MOST_COLUMNS = 4
_PHONE_LETTERS = 40
_TABLET_LETTERS = 75
_GAP_LETTERS = 2
_PAGE_ROWS = 15


def prepare_tables(section: _Element) -> None:
    """Mark up the tables of a chapter.

    A header cell gets its scope. A table of more columns than a phone has room for loses fixed widths;
    where each column has one heading and each cell one column, its cells repeat their headings, so that
    the stylesheet can stack them on a phone. What is too wide for a tablet too gets a box to scroll in,
    unless it is tall: a box that scrolls is never parted between two pages, and its end would be lost.
    """
    for table in list(find_all(section, "table")):
        heads = _column_heads(table)
        _scope_heads(table)
        if _column_count(table) > MOST_COLUMNS:
            _prepare_wide(table, heads)
        else:
            _mark_long_words(table)
        _drop_blank_heads(table)


def _prepare_wide(table: _Element, heads: list[str]) -> None:
    can_stack = _can_stack(table, heads)
    is_too_wide = _least_letters(table) > _TABLET_LETTERS
    is_tall = sum(1 for _ in find_all(table, "tr")) > _PAGE_ROWS
    _drop_widths(table)
    if can_stack:
        _label_cells(table, heads)
    if not can_stack or (is_too_wide and not is_tall):
        _put_into_box(table, can_stack=can_stack)
    kinds = {"stacked": can_stack, "tall": can_stack and is_too_wide and is_tall}
    table.set(
        "class", " ".join([*classes_of(table), "wide", *(name for name, holds in kinds.items() if holds)])
    )


def _least_letters(table: _Element) -> int:
    """Return about how many letters stand in a line of the table when its columns are narrowest."""
    columns: dict[int, int] = {}
    for row in find_all(table, "tr"):
        for number, cell in enumerate(row):
            longest = max((len(word) for word in text_of(cell).split()), default=0)
            columns[number] = max(columns.get(number, 0), longest)
    return sum(columns.values()) + _GAP_LETTERS * len(columns)


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
    for body in find_all(table, "tbody"):
        for cell in find_all(body, "th"):
            cell.set("scope", "rowgroup" if cell.get("rowspan") else "row")


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


def _put_into_box(table: _Element, *, can_stack: bool) -> None:
    """Put the table into a box that scrolls, and that the keyboard reaches (WCAG 2.2, 2.1.1)."""
    box = make("div", {"class": "scroll cards" if can_stack else "scroll", "role": "region", "tabindex": "0"})
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
