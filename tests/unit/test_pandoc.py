"""The door to Pandoc. These tests run it: there is no other way to know what it does."""

import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from octavo.pandoc import PandocError, pandoc_path, pandoc_version, run_pandoc, write_ast
from tests.support.trees import paragraph

AST = {"pandoc-api-version": [1, 23, 1, 1], "meta": {}, "blocks": [paragraph("Привіт, world.")]}


def test_pandoc_reads_and_writes_utf8(tmp_path: Path) -> None:
    """What comes back is what was written, in any script, and no warning."""
    written = write_ast(AST, "html5", folder=tmp_path)

    assert written.output.decode().strip() == "<p>Привіт, world.</p>"
    assert written.warnings == ()


def test_warnings_come_with_their_places(tmp_path: Path) -> None:
    """A warning is a record with type, file and line, whatever brackets stand in its text."""
    (tmp_path / "a.md").write_text("x\n\n[^n]: [@never] called\n", encoding="utf-8")

    (warning,) = run_pandoc(["a.md", "--to=json"], folder=tmp_path).warnings

    assert (warning.type, warning.source, warning.line) == ("NoteDefinedButNotUsed", "a.md", 3)


def test_a_failure_says_what_pandoc_said(tmp_path: Path) -> None:
    """Pandoc's own words are the message; nothing is printed."""
    with pytest.raises(PandocError, match=r"gone\.md"):
        run_pandoc(["gone.md"], folder=tmp_path)


def test_a_run_ends_in_time(tmp_path: Path) -> None:
    """A text on which Pandoc works for too long ends the run instead of the user's patience."""
    with pytest.raises(PandocError, match=r"did not finish within 0\.01 seconds"):
        run_pandoc(["--from=markdown"], text=b"*a **b " * 20_000, folder=tmp_path, time_limit=0.01)


def test_pandoc_sees_nothing_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the environment nor the home of the caller reach Pandoc."""
    (tmp_path / "tell.lua").write_text(
        "function Pandoc()\n"
        "  local told = {tostring(os.getenv('MADE_UP_SECRET')), os.getenv('HOME'), os.getenv('LC_ALL')}\n"
        "  return pandoc.Pandoc({pandoc.Plain(table.concat(told, ' '))})\n"
        "end\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("MADE_UP_SECRET", "x")

    told = run_pandoc(["--lua-filter=tell.lua", "--to=plain", "--wrap=none"], folder=tmp_path).output.decode()

    secret, home, locale = told.split()
    assert (secret, locale) == ("nil", "C.UTF-8")
    assert home != os.environ["HOME"]
    assert not Path(home).exists()


def test_the_pandoc_of_the_lock_file_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Pandoc on the path, in the folder or at home is not asked: it would write other editions."""
    for folder in (tmp_path, tmp_path / ".bin"):
        folder.mkdir(exist_ok=True)
        impostor = folder / "pandoc"
        impostor.write_text("#!/bin/sh\necho pandoc 99.9\n", encoding="utf-8")
        impostor.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    pandoc_path.cache_clear()
    pandoc_version.cache_clear()

    assert "pypandoc" in pandoc_path().parts
    assert pandoc_version() != "99.9"


def test_an_interrupt_waits_until_pandoc_is_born(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Python does around a birth would swallow an interrupt and keep a lock; the child is ended then."""
    born = []

    def slow_birth(*arguments: Any, **options: Any) -> "subprocess.Popen[bytes]":
        signal.raise_signal(signal.SIGINT)
        born.append(popen(*arguments, **options))
        return born[0]

    popen = subprocess.Popen
    monkeypatch.setattr("octavo.pandoc.subprocess.Popen", slow_birth)
    with pytest.raises(KeyboardInterrupt):
        run_pandoc(["--version"], folder=tmp_path)
    assert born[0].returncode is not None
