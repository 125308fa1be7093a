import pytest

from octavo.report.cells import LINE_CELLS, cell_count, excerpt, visible


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("東京", 4), ("e\u0301", 1), ("\t", 4), ("\u200d", 0), ("ﬁ", 1), ("\x1b", 1), ("", 0)],
    ids=["latin", "wide", "combining", "tab", "joiner", "ligature", "control", "empty"],
)
def test_cells_are_counted_as_a_terminal_does(text: str, expected: int) -> None:
    """Wide characters take two cells, combining marks none, tabs four, pictures of controls one."""
    assert cell_count(text) == expected


def test_what_turns_the_direction_of_writing_is_shown() -> None:
    """A line looks as it is stored: no hidden character reorders it."""
    assert visible("a\u202eb\u2066c") == "a\ufffdb\ufffdc"
    assert visible("a\x7fb") == "a␡b"


@pytest.mark.parametrize("line", ["ab\tcd", "東京 ab", "e\u0301e\u0301 ab", "plain ab"])
def test_carets_stand_under_the_span(line: str) -> None:
    """As many cells are before the first caret as before the span's first character."""
    start = len(line) - 2

    shown = excerpt(line, start, len(line))

    assert cell_count(line[:start]) == shown.caret_start
    assert shown.caret_count == 2


@pytest.mark.parametrize("start", [0, 30, 150, 260, 295])
@pytest.mark.parametrize("letter", ["x", "京", "e\u0301"], ids=["latin", "wide", "combining"])
def test_long_line_is_cut_around_the_span(start: int, letter: str) -> None:
    """A long line is cut to its limit, says so with ellipses, and keeps the carets under the span."""
    line = letter * start + "SPAN" + letter * (300 - start)
    offset = len(letter) * start

    shown = excerpt(line, offset, offset + 4)

    assert cell_count(shown.text) <= LINE_CELLS + 2
    assert shown.caret_start == cell_count(shown.text[: shown.text.index("SPAN")])
    assert shown.caret_count == 4
    assert "…" in shown.text


def test_span_longer_than_the_line_limit_has_carets_to_the_cut() -> None:
    """Carets end where the shown text ends."""
    shown = excerpt("x" * 300, 0, 300)

    assert shown.text == "x" * LINE_CELLS + "…"
    assert (shown.caret_start, shown.caret_count) == (0, LINE_CELLS)
