"""Places in any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.source import Position, SourceFile

TEXTS = st.text(st.one_of(st.sampled_from("\n\r\t ab\u0301東\ufeff\u2028😀"), st.characters(codec="utf-8")))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS, st.data())
def test_offset_and_place_are_one(text: str, data: st.DataObject) -> None:
    """From offset to line and column and back is where one began, in any text."""
    source = SourceFile("a.md", text)
    offset = data.draw(st.integers(0, len(text)))

    assert offset == source.offset_at(source.position_at(offset))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS)
def test_lines_cover_the_text(text: str) -> None:
    """Each offset lies in its own line, at its column; lines, put together, are the text."""
    source = SourceFile("a.md", text)
    lines = text.split("\n")

    assert len(lines) == source.position_at(len(text)).line
    for number, line in enumerate(lines, start=1):
        assert line.rstrip("\r") == source.line_text(number)
        assert text[source.offset_at(Position(number, 1)) :].startswith(line)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXTS)
def test_the_span_of_a_line_is_its_text(text: str) -> None:
    """A span of a whole line holds what the line says, without the white space around it."""
    source = SourceFile("a.md", text)

    for number in range(1, text.count("\n") + 2):
        span = source.line_span(number)
        assert span.text == source.line_text(number).strip()
        assert span.first.line == number
