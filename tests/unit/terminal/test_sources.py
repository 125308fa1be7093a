import errno
import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from octavo import cli
from tests.support.least_publication import write_publication

UNTIDY = "@misc{x, title={A}}\n"
TIDY = "@misc{x,\n  title = {A},\n}\n"


def run(*arguments: str) -> Result:
    """Run a command below `octavo sources`."""
    return CliRunner().invoke(cli.app, ["sources", *arguments])


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a publication, in whose folder the commands run."""
    monkeypatch.chdir(tmp_path)
    return write_publication(tmp_path, {"bibliography/a.bib": UNTIDY})


def test_sources_are_listed(root: Path) -> None:
    """A table goes to people, an array to programs, both on standard output."""
    table, array = run("list"), run("list", str(root), "--report", "json")

    assert (table.exit_code, table.stdout) == (
        0,
        "x  0  A  nowhere\n1 source, cited 0 times; 1 is never cited\n",
    )
    assert [source["citekey"] for source in json.loads(array.stdout)] == ["x"]


def test_what_is_broken_is_listed_and_told(root: Path) -> None:
    """A broken entry does not hide the others, but the status is 1."""
    (root / "bibliography" / "b.bib").write_text("@misc{y,\n", encoding="utf-8")

    listed = run("list")

    assert (listed.exit_code, listed.stdout.split()[0]) == (1, "x")
    assert "error[L008]" in listed.stderr


def test_a_check_writes_nothing(root: Path) -> None:
    """With `--check`, what would change is told with its place, and the status is 1."""
    checked = run("format", "--check")

    assert (checked.exit_code, checked.stderr) == (
        1,
        "bibliography/a.bib: 1 entry would be laid out anew\n  bibliography/a.bib:1: `x`\n",
    )
    assert (root / "bibliography" / "a.bib").read_text(encoding="utf-8") == UNTIDY


def test_files_are_tidied_once(root: Path) -> None:
    """Formatting writes the file; then there is nothing more to do."""
    first, second, check = run("format"), run("format"), run("format", "--check")

    assert (root / "bibliography" / "a.bib").read_text(encoding="utf-8") == TIDY
    assert [(done.exit_code, done.stderr) for done in (first, second, check)] == [
        (0, "bibliography/a.bib: 1 entry laid out anew\n"),
        (0, "1 file is tidy already\n"),
        (0, "1 file is tidy already\n"),
    ]


def test_a_broken_file_is_left(root: Path) -> None:
    """A file that cannot be read whole is left as it is, with the diagnostic and status 1."""
    broken = "@misc{x, title={A}\n"
    (root / "bibliography" / "a.bib").write_text(broken, encoding="utf-8")

    done = run("format")

    assert (done.exit_code, "error[L008]" in done.stderr) == (1, True)
    assert (root / "bibliography" / "a.bib").read_text(encoding="utf-8") == broken


def test_no_bibliography_is_told(tmp_path: Path) -> None:
    """Where there is nothing to tidy, that is said."""
    done = run("format", str(write_publication(tmp_path, {})))

    assert (done.exit_code, done.stderr) == (0, "there is no .bib file in bibliography/\n")


def test_a_disk_that_refuses_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written is told in one line, with status 1."""

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    done = run("format")

    told = "bibliography/a.bib cannot be written and is as it was: No space left on device\n"
    assert (done.exit_code, done.stderr) == (1, told)
    assert (root / "bibliography" / "a.bib").read_text(encoding="utf-8") == UNTIDY
