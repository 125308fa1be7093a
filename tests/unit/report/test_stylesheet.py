import io
from typing import get_args

import pytest

from octavo.diagnostics import Diagnostic
from octavo.report.full import full_pieces, render_full
from octavo.report.pieces import Role
from octavo.report.stylesheet import STYLES, has_colour, paint


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the colours to the test."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def test_every_role_has_a_style() -> None:
    """No piece of a report is without a style."""
    assert set(get_args(Role)) == set(STYLES)


def test_terminal_gets_colour(four_diagnostics: list[Diagnostic]) -> None:
    """A terminal gets escape sequences around the same text."""
    stream = Terminal()

    paint(full_pieces(four_diagnostics), stream)

    assert "\x1b[1;31merror[C901]" in stream.getvalue()
    assert "did you mean `@doe2021`?" in stream.getvalue()


def test_file_gets_none(four_diagnostics: list[Diagnostic]) -> None:
    """What is no terminal gets the plain report."""
    stream = io.StringIO()

    paint(full_pieces(four_diagnostics), stream)

    assert render_full(four_diagnostics) == stream.getvalue()


def test_no_color_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR switches colour off, even on a terminal."""
    assert has_colour(Terminal())

    monkeypatch.setenv("NO_COLOR", "1")

    assert not has_colour(Terminal())
