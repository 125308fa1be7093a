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
    assert '<table class="wide stacked">' in table
    assert '<td data-label="B c">2</td>' in table


def test_an_empty_header_cell_heads_nothing() -> None:
    """A listener is not told of a heading without words."""
    assert '<tr><td/><th scope="col">B</th></tr>' in _table(["", "B"], ["1", "2"])


def test_a_table_without_a_head_is_left_alone() -> None:
    """Tables need no header row."""
    (section,) = from_html("<section><table><tbody><tr><td>1</td></tr></tbody></table></section>")
    prepare_tables(section)
    assert to_text([section]) == "<section><table><tbody><tr><td>1</td></tr></tbody></table></section>"


def test_a_wide_table_scrolls_in_a_box_that_has_its_caption_for_a_name() -> None:
    """A table never makes the page wider than the screen, and the keyboard reaches what is outside."""
    cells = "".join(f"<td>{number}</td>" for number in range(9))
    (section,) = from_html(
        f'<section><table id="tbl:a"><caption>A</caption><tbody><tr>{cells}</tr></tbody></table>on</section>'
    )
    prepare_tables(section)
    assert to_text([section]).startswith(
        '<section><div class="scroll" role="region" tabindex="0" aria-labelledby="tbl:a-caption">'
        '<table id="tbl:a" class="wide"><caption id="tbl:a-caption">A</caption>'
    )
    assert to_text([section]).endswith("</table></div>on</section>")


def test_a_table_of_joined_cells_is_not_stacked() -> None:
    """Where a cell lies under two headings, no single one can stand beside it."""
    (section,) = from_html(
        "<section><table><thead><tr><th colspan='2'>A</th><th>B</th><th>C</th><th>D</th></tr></thead>"
        "<tbody><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td></tr></tbody></table></section>"
    )
    prepare_tables(section)
    text = to_text([section])
    assert '<table class="wide">' in text
    assert "data-label" not in text
    assert '<th colspan="2" scope="colgroup">A</th>' in text


def test_only_words_that_are_too_long_may_break_anywhere() -> None:
    """Short words stay whole: a year beside a long text is not cut in two."""
    table = _table(["Year", "B", "C", "D"], ["2021", "incomprehensibilities", "some short words", ""])
    assert '<td class="long-words">incomprehensibilities</td>' in table
    assert table.count("long-words") == 1


def _ledger(cell: str, row_count: int) -> str:
    heads = "".join(f"<th>{letter}</th>" for letter in "ABCDE")
    rows = f"<tr>{f'<td>{cell}</td>' * 5}</tr>" * row_count
    (section,) = from_html(
        f"<section><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></section>"
    )
    prepare_tables(section)
    return to_text([section])


def test_a_table_gets_a_box_only_when_a_tablet_has_no_room_for_it() -> None:
    """What can be stacked on a phone and fits on a tablet needs none."""
    assert "scroll" not in _ledger("short words", 3)
    assert '<div class="scroll cards" role="group" tabindex="0">' in _ledger("incomprehensibilities", 3)


def test_a_tall_table_has_no_box_to_scroll_in() -> None:
    """Such a box cannot go on over the page, and the last rows would be lost."""
    assert "scroll" not in _ledger("incomprehensibilities", 30)
    assert '<table class="wide stacked tall">' in _ledger("incomprehensibilities", 30)


def test_heads_of_rows_say_so() -> None:
    """A head cell outside of the head heads its row."""
    (section,) = from_html("<section><table><tbody><tr><th>Rye</th><td>1</td></tr></tbody></table></section>")
    prepare_tables(section)
    assert '<th scope="row">Rye</th>' in to_text([section])
