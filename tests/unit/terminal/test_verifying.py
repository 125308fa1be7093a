"""The last lines of `octavo verify`."""

from octavo.terminal.verifying import judgement_lines
from octavo.verify.full.judging import Judgement


def test_a_name_does_not_steer_the_terminal() -> None:
    """A file that a stranger named is one line, and its controls are drawn."""
    lines = judgement_lines(Judgement("a\x1b[2J\nb.pdf", ("PDF/UA-1",), ()))

    assert lines == ["a␛[2J␊b.pdf: no fault found", "  holds: PDF/UA-1"]
