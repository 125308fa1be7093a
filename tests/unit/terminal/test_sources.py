import errno
import functools
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from octavo import cli
from octavo.sources import adding
from octavo.sources.services import Services
from tests.support.least_publication import write_publication
from tests.support.source_services import BARE, CROSSREF
from tests.support.web_server import Reply, Server, serve

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


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Put a server in the places of all services."""
    with serve({}) as server:
        services = Services(f"{server.address}/doi/", *(f"{server.address}/{name}" for name in "abc"))
        monkeypatch.setattr(adding, "Librarian", functools.partial(adding.Librarian, services=services))
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        yield server


def test_a_source_is_added(root: Path, server: Server) -> None:
    """The new entry goes to standard output as it stands, its place and citekey to people."""
    server.routes |= {"/doi/10.5555/bridge": Reply(json=CROSSREF)}

    first, second = run("add", "10.5555/bridge"), run("add", "doi:10.5555/BRIDGE")

    assert first.exit_code == 0
    assert first.stderr == "bibliography/a.bib: 1 entry added; cite `@example2021bridge`\n"
    text = (root / "bibliography" / "a.bib").read_text(encoding="utf-8")
    assert text == f"{UNTIDY}\n{first.stdout}"
    assert (second.exit_code, second.stderr) == (1, "the bibliography has it already: `example2021bridge`\n")


def test_what_cannot_be_looked_up_is_told(root: Path, server: Server) -> None:
    """A source that nobody knows is told in one line, and a name that is none is wrong usage."""
    unknown, wrong = run("add", "10.5555/none"), run("add", "bridge")

    told = (
        "nobody has registered the DOI `10.5555/none`; copy it again from the source. Nothing was written.\n"
    )
    assert (unknown.exit_code, unknown.stderr) == (1, told)
    assert (wrong.exit_code, wrong.stderr) == (
        2,
        "`bridge` is no DOI, ISBN, arXiv identifier or web address\n",
    )
    assert len(server.requests) == 1
    assert (root / "bibliography" / "a.bib").read_text(encoding="utf-8") == UNTIDY


def test_what_is_missing_is_told(root: Path, server: Server) -> None:
    """Of a page that says little, what is missing is told after the entry was written."""
    server.routes |= {"/p": Reply(text=BARE)}

    done = run("add", f"{server.address}/p", str(root))

    assert (done.exit_code, done.stderr.splitlines()[1:]) == (
        0,
        [
            "the page does not name who runs it: `127.0.0.1` stands for that",
            "no author is known: the note begins with the title",
        ],
    )


def test_a_broken_bibliography_takes_nothing(root: Path, server: Server) -> None:
    """Where an entry is broken, nothing is asked and nothing written."""
    (root / "bibliography" / "a.bib").write_text("@misc{x, title={A}\n", encoding="utf-8")

    done = run("add", "10.5555/bridge")

    assert (done.exit_code, server.requests) == (1, [])
    assert done.stderr.endswith("Nothing was written. `octavo explain L008` says more.\n")


def test_sources_are_imported(root: Path) -> None:
    """What is new is written under its citekey; what is there, renamed or untitled is told."""
    (root / "export.bib").write_text(
        "@misc{x, title = {Other}, author = {Doe, J.}, date = {2020}, doi = {10.5555/a}}\n"
        "@misc{y, title = {Other}, doi = {10.5555/A}}\n@misc{z, doi = {10.5555/c}}\n",
        encoding="utf-8",
    )

    first, second = run("import", "export.bib"), run("import", str(root / "export.bib"), str(root))

    assert (first.exit_code, first.stderr.splitlines()) == (
        0,
        [
            "`y` is there already as `doe2020other`",
            "`x` is the citekey of another source: it is `doe2020other` now",
            "1 record without a title left out",
            "bibliography/a.bib: 1 entry added; cite `@doe2020other`",
        ],
    )
    assert "@misc{doe2020other,\n" in (root / "bibliography" / "a.bib").read_text(encoding="utf-8")
    assert second.stderr.endswith("nothing new: nothing was written\n")


def test_imports_that_fail_are_told(root: Path) -> None:
    """A file that is no export, and one with a broken entry, end with status 1."""
    (root / "a.txt").write_text("hello", encoding="utf-8")
    (root / "b.bib").write_text("@misc{a, title = {A}\n@misc{b, title = {B}}\n", encoding="utf-8")

    none, half = run("import", "a.txt"), run("import", "b.bib")

    told = "a.txt is neither RIS nor CSL JSON nor BibTeX nor EndNote's XML. Nothing was written.\n"
    assert (none.exit_code, none.stderr) == (1, told)
    assert (half.exit_code, "error[L008]" in half.stderr, "cite `@b`" in half.stderr) == (1, True, True)
