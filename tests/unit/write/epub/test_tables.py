"""Tables: a phone can show them."""

from octavo.write.epub.tables import prepare_tables
from octavo.write.epub.xhtml import from_html, to_text


def _table(heads: list[str], cells: list[str]) -> str:
    (section,) = from_html(
        "<section><table><thead><tr>"
        + "".join(f"<th>{head}</th>" for head in heads)
        + "</tr></thead><tbody><tr>"
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + "</tr></tbody></table></section>"
    )
    prepare_tables(section)
    return to_text([section])


def test_a_narrow_table_stays_as_it_is() -> None:
    """Four columns have room on a phone; header cells say what they head."""
    table = _table(["A", "B"], ["1", "2"])
    assert '<th scope="col">A</th>' in table
    assert "wide" not in table
    assert "data-label" not in table


def test_the_cells_of_a_wide_table_repeat_their_heading() -> None:
    """A row of many columns can be shown as a card, in which each value keeps its name."""
    table = _table(["A", "<b>B</b> c", "C", "D", "E"], ["1", "2", "3", "4", "5"])
    assert '<table class="wide">' in table
    assert '<td data-label="B c">2</td>' in table


def test_an_empty_header_cell_heads_nothing() -> None:
    """A listener is not told of a heading without words."""
    assert '<tr><td/><th scope="col">B</th></tr>' in _table(["", "B"], ["1", "2"])


def test_a_table_without_a_head_is_left_alone() -> None:
    """Tables need no header row."""
    (section,) = from_html("<section><table><tbody><tr><td>1</td></tr></tbody></table></section>")
    prepare_tables(section)
    assert to_text([section]) == "<section><table><tbody><tr><td>1</td></tr></tbody></table></section>"
