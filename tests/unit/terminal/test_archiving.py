import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from octavo.cli import app
from octavo.sources.link_states import LinkState
from octavo.sources.links import Link, LinkReport
from octavo.terminal.archiving import link_lines
from tests.support.least_publication import write_publication
from tests.support.models import make_bibliography
from tests.support.web_server import Reply, serve


def run(*arguments: str) -> Result:
    """Run a command below `octavo sources`."""
    return CliRunner().invoke(app, ["sources", *arguments])


def lay_out(root: Path, **addresses: str) -> str:
    """Write a publication of sources with these addresses; return its folder."""
    entries = [f"@online{{{key}, title = {{On {key}}}, url = {{{url}}}}}\n" for key, url in addresses.items()]
    chapter = f"# First\n\nSaid.[@{'; @'.join(addresses)}]\n"
    files = {"bibliography/sources.bib": "\n".join(entries), "manuscript/10-first.md": chapter}
    write_publication(root, files)
    return str(root)


def report(key: str, state: LinkState) -> LinkReport:
    """Make a report on a source."""
    return LinkReport(Link(make_bibliography(key).entries[key], f"https://fable.example/{key}"), state)


def test_links_as_a_table() -> None:
    """The gravest come first, what is well is only counted, and nothing from outside steers the terminal."""
    reports = [
        report("well", LinkState("ok", status=200)),
        report("moved", LinkState("moved", "has moved for good to https://x.example/\x1b[1m", status=200)),
        report("gone2020", LinkState("dead", "is not found", status=404)),
    ]

    assert link_lines(reports) == [
        "dead   gone2020  is not found",
        "                 https://fable.example/gone2020",
        "moved  moved     has moved for good to https://x.example/␛[1m",
        "                 https://fable.example/moved",
        "3 links: 1 ok, 1 moved, 1 dead",
    ]
    assert link_lines([]) == ["no source that is cited has a web address"]


def test_silence_is_told() -> None:
    """When nothing answers it is not the links' fault."""
    nothing = report("a", LinkState("unreachable", "cannot be found"))

    assert "nothing answered: it seems that you are offline" in link_lines([nothing])
    assert link_lines([nothing, replace(nothing, state=LinkState("ok", status=200))])[-2:] == [
        "                https://fable.example/a",
        "2 links: 1 ok, 1 unreachable",
    ]


@pytest.mark.parametrize(("fail_on", "status"), [((), 1), (("--fail-on", "moved"), 0)])
def test_dead_links_end_with_status_1(tmp_path: Path, fail_on: tuple[str, ...], status: int) -> None:
    """JSON goes to standard output; the status tells whether one of the states that matter was found."""
    with serve({}) as server:
        folder = lay_out(tmp_path, gone=f"{server.address}/gone")
        done = run("check-links", "--report", "json", *fail_on, folder)

    assert done.exit_code == status
    assert [found["state"] for found in json.loads(done.stdout)] == ["dead"]
    assert "1 link: 1 dead" in done.stderr


def test_archiving(tmp_path: Path) -> None:
    """A source is kept once, is told, and the build that follows finds nothing wrong with it."""
    with serve({"/a": Reply(text="<p>Prices rose.</p>")}) as server:
        folder = lay_out(tmp_path, a=f"{server.address}/a", b="ftp://b.example")
        first = run("archive", "--only-here", "a", folder)
        second = run("archive", "--only-here", folder)

    assert (first.exit_code, first.stderr) == (
        0,
        "a: page and text\n1 source archived, 0 with a public copy\n",
    )
    assert second.stderr == "nothing to do: the source is archived\n"
    assert (tmp_path / "bibliography/archive/a/text.txt").read_text(encoding="utf-8") == "Prices rose.\n"
    assert run("list", folder).exit_code == 0


def test_sources_that_cannot_be_kept_end_with_status_1(tmp_path: Path) -> None:
    """What could not be kept is told, with the reason."""
    with serve({}) as server:
        done = run("archive", "--only-here", lay_out(tmp_path, a=f"{server.address}/a"))

    assert done.exit_code == 1
    assert done.stderr == (
        "a: nothing\n  no snapshot: the page is not found\n"
        "0 sources archived, 0 with a public copy; of 1 source nothing could be kept\n"
    )


def test_sources_that_are_gone_are_let_go(tmp_path: Path) -> None:
    """Pruning removes what the bibliography has no entry for, files and all, and nothing else."""
    folder = lay_out(tmp_path, a="https://a.example")
    files = {
        "bibliography/sources.lock": "".join(
            f'[{key}]\nurl = "https://{key}.example"\nfetched = 2024-02-03\ncontent_type = "text/html"\n'
            f'page = "bibliography/archive/{key}/page.html"\npage_sha256 = "{"0" * 64}"\n'
            for key in ("a", "gone")
        ),
        "bibliography/archive/a/page.html": "",
        "bibliography/archive/gone/page.html": "",
    }
    write_publication(tmp_path, files)

    done = run("archive", "--prune", folder)

    assert (done.exit_code, done.stderr) == (0, "gone: removed\n")
    assert [path.name for path in (tmp_path / "bibliography/archive").iterdir()] == ["a"]
    assert run("archive", "--prune", folder).stderr.startswith("nothing to do")


@pytest.mark.parametrize("command", [["archive", "--prune"], ["check-links"], ["quotations"]])
def test_a_bibliography_that_cannot_be_read_is_not_empty(command: list[str], tmp_path: Path) -> None:
    """Its sources are not gone: nothing is let go, and nothing is found to be in order."""
    folder = lay_out(tmp_path, a="https://a.example")
    lock = '[a]\nurl = "https://a.example"\nfetched = 2024-02-03\ncontent_type = "text/html"\n'
    lock += f'page = "bibliography/archive/a/page.html"\npage_sha256 = "{"0" * 64}"\n'
    files = {"bibliography/sources.lock": lock, "bibliography/archive/a/page.html": ""}
    write_publication(tmp_path, files)
    (tmp_path / "bibliography/sources.bib").write_bytes(b"@online{a, title = {\xff}}")

    done = run(*command, folder)

    assert done.exit_code == 1
    assert "L006" in done.stderr
    assert (tmp_path / "bibliography/archive/a/page.html").exists()


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("boardd", "no entry `boardd`; did you mean `board`?"),
        ("paper", "`paper` has no web address in its `url`"),
    ],
)
def test_citekeys_that_cannot_be_archived(tmp_path: Path, key: str, told: str) -> None:
    """An unknown citekey and a source that is not online are wrong usage."""
    folder = lay_out(tmp_path, board="https://a.example", paper="")

    done = run("archive", key, folder)

    assert (done.exit_code, done.stderr) == (2, f"{told}\n")


def test_broken_locks_are_left_alone(tmp_path: Path) -> None:
    """A lock that cannot be read is never written over."""
    folder = lay_out(tmp_path, a="https://a.example")
    write_publication(tmp_path, {"bibliography/sources.lock": "[a"})

    done = run("archive", folder)

    assert done.exit_code == 1
    assert "L016" in done.stderr
    assert (tmp_path / "bibliography/sources.lock").read_text(encoding="utf-8") == "[a"


def test_libraries(tmp_path: Path) -> None:
    """Of a library only what is cited is followed, unless all is asked for."""
    with serve({}) as server:
        folder = lay_out(tmp_path, a=f"{server.address}/a", b=f"{server.address}/b")
        write_publication(tmp_path, {"manuscript/10-first.md": "# First\n\nSaid.[@b]\n"})

        assert "1 link: 1 dead" in run("check-links", folder).stderr
        assert "2 links: 2 dead" in run("check-links", "--all", folder).stderr
