import io
import re

import pytest

from octavo.terminal import watch
from octavo.terminal.watch import TerminalProgress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def stream(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Give a stream that claims to be a terminal with colour."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


def text_of(stream: Terminal) -> str:
    """Give what was written without its escape sequences."""
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", stream.getvalue())


def test_each_stage_leaves_its_word(stream: Terminal) -> None:
    """Every stage leaves its word in order, with the seconds that it took."""
    progress = TerminalProgress(stream)
    for word in ("load", "check", "render"):
        progress.stage(word)
    progress.finish()

    assert re.findall(r"(\w+) +\d+\.\d s", text_of(stream)) == ["load", "check", "render"]


def test_quick_stage_has_no_bar(stream: Terminal) -> None:
    """A stage that is soon over draws no bar and no count."""
    progress = TerminalProgress(stream)
    progress.stage("write")
    progress.step("pages", 3, 9)
    progress.finish()

    assert "3/9" not in text_of(stream)


def test_slow_stage_shows_how_far_it_is(stream: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stage that takes its time shows a bar and a count."""
    monkeypatch.setattr(watch, "SLOW_SECONDS", -1.0)
    progress = TerminalProgress(stream)
    progress.stage("write")
    progress.step("pages", 3, 9)
    progress._bars.refresh()
    progress.finish()

    assert "pages 3/9" in text_of(stream)


def test_finish_without_a_stage_is_quiet(stream: Terminal) -> None:
    """A run that breaks before its first stage leaves nothing behind."""
    TerminalProgress(stream).finish()

    assert text_of(stream).strip() == ""
