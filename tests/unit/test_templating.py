"""What chapters print, where it matters in which line they print it."""

from typing import Any

import pytest

from octavo.templating import TemplateFault, Values, render_text

VALUES: dict[str, Any] = {
    "bar": "x|y",
    "escaped": r"x\|y",
    "lines": "two\nlines",
    "sum": 5,
    "names": ["a", "b"],
    "yes": True,
}


def printed(text: str) -> str:
    """Render a chapter's text."""
    return render_text(text, Values(VALUES))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| {{ bar }} | {{ sum }} |", r"| x\|y | 5 |"),
        ("  | {{ bar | upper }} | {{ bar | default('-') }}", r"  | X\|Y | x\|y"),
        ("| {{ bar if yes else sum }} {% if yes %}{{ bar }}{% endif %} |", r"| x\|y x\|y |"),
        ("| {{ escaped }} | {{ lines }} |", r"| x\|y | two lines |"),
    ],
)
def test_a_value_keeps_to_its_cell(row: str, expected: str) -> None:
    """A bar or a line's end in a value would cut the row of a pipe table, and shift what comes after."""
    assert printed(f"Text\n\n{row}\n") == f"Text\n\n{expected}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| {{ names | join(' | ') }} |", "| a | b |"),
        ("{{ bar }}", "x|y"),
        ("Text {{ bar }} | {{ bar }}", "Text x|y | x|y"),
        ("{% macro cells() %}a | b{% endmacro %}\n| {{ cells() }} |", "\n| a | b |"),
    ],
)
def test_other_bars_stay(text: str, expected: str) -> None:
    """Bars that a template writes between cells, and those outside of tables, are left as they are."""
    assert printed(text).strip("\n") == expected.strip("\n")


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("\n| {{ summ }} |", "there is no value `summ`", 2),
        ("\n| {{ sum |", "unexpected end of template, expected 'name'", 2),
        ("\n| {{ }} |", "expected an expression, got 'end of print statement'", 2),
    ],
)
def test_faults_in_a_row_keep_their_words(text: str, message: str, line: int) -> None:
    """What is wrong in a table's row is told as anywhere else."""
    with pytest.raises(TemplateFault) as fault:
        printed(text)

    assert (fault.value.message, fault.value.line) == (message, line)
