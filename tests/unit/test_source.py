"""Offsets, lines and columns."""

from pathlib import Path

import pytest

from octavo.source import Position, SourceFile, read_source

TEXT = "# Über\r\n\tзи́ма 東京\n\nend"


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (2, 1, 3), (7, 1, 8), (8, 2, 1), (9, 2, 2), (18, 3, 1), (19, 4, 1), (22, 4, 4)],
)
def test_an_offset_has_a_line_and_a_column(offset: int, line: int, column: int) -> None:
    """Lines and columns count from 1, in characters; a tab or a combining accent is one of them."""
    source = SourceFile("a.md", TEXT)

    assert Position(line, column) == source.position_at(offset)
    assert offset == source.offset_at(Position(line, column))


def test_a_place_past_the_end_is_the_end() -> None:
    """No line or column leads out of the text."""
    source = SourceFile("a.md", "ab\ncd")

    assert len(source.text) == source.offset_at(Position(9, 1))
    assert len(source.text) == source.offset_at(Position(2, 99))


@pytest.mark.parametrize(
    ("line", "text"), [(1, "# Über"), (2, "\tзи́ма 東京"), (3, ""), (4, "end"), (0, ""), (5, "")]
)
def test_a_line_comes_without_its_end(line: int, text: str) -> None:
    """A line's text has neither line feed nor carriage return; there is none outside the file."""
    assert text == SourceFile("a.md", TEXT).line_text(line)


def test_the_span_of_a_line_leaves_white_space_out() -> None:
    """A caret under a whole line begins below its first letter."""
    span = SourceFile("a.md", "a\n  \t two words \r\nz").line_span(2)

    assert span.text == "two words"
    assert Position(2, 5) == span.first
    assert Position(2, 14) == span.last


def test_the_span_of_an_empty_line_is_empty() -> None:
    """A line without text has a span without width, on that line."""
    span = SourceFile("a.md", "a\n\nb").line_span(2)

    assert not span.text
    assert Position(2, 1) == span.first


def test_a_file_is_read_without_its_mark(tmp_path: Path) -> None:
    """A byte order mark is no text; line ends stay; the path is the publication's."""
    (tmp_path / "manuscript").mkdir()
    path = tmp_path / "manuscript" / "ä b.md"
    path.write_bytes("\ufeffä\r\n".encode())

    source = read_source(path, tmp_path)

    assert source.text == "ä\r\n"
    assert source.path == "manuscript/ä b.md"


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    """Text in another encoding is never guessed at."""
    path = tmp_path / "a.md"
    path.write_bytes("привіт".encode("cp1251"))

    with pytest.raises(UnicodeDecodeError):
        read_source(path, tmp_path)
