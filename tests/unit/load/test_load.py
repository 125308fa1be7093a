"""A folder becomes a publication."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from octavo.load import load_publication
from octavo.load.files import list_manuscript
from octavo.load.git import find_commit
from octavo.load.manuscript import find_block
from octavo.model import Publication
from tests.support.least_publication import write_publication


def load(root: Path) -> Publication:
    """Load a publication that has no faults."""
    outcome = load_publication(root)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def test_chapters_in_path_order(tmp_path: Path) -> None:
    """Chapters are read folder by folder; hidden ones and other files are passed over."""
    names = ("20-b.md", "10-a/20-y.md", "10-a/10-x.md", "10-a.md", ".hidden.md", ".git/x.md", "notes.txt")
    files = {f"manuscript/{name}": "# X\n" for name in names}
    publication = load(write_publication(tmp_path, files))
    assert [chapter.source.path.removeprefix("manuscript/") for chapter in publication.chapters] == [
        "10-a/10-x.md",
        "10-a/20-y.md",
        "10-a.md",
        "10-first.md",
        "20-b.md",
    ]


def test_chapter_block(tmp_path: Path) -> None:
    """A chapter's own block sets its running head, its authors and its place; the text follows it."""
    text = "---\nrunning_head: Short\nauthor: [Bo Sample]\nmatter: back\n...\n\n# Long [@doe2020]\n"
    files = {"manuscript/10-first.md": text}
    chapter = load(write_publication(tmp_path, files)).chapters[0]
    assert (
        chapter.running_head,
        [author.name for author in chapter.authors],
        chapter.matter,
        chapter.body,
    ) == ("Short", ["Bo Sample"], "back", "\n# Long [@doe2020]\n")
    assert [(c.span.first.line, c.span.first.column) for c in chapter.citations] == [(7, 10)]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("# Title\n", (0, 0, 0)),
        ("---\n\n# A rule\n\n---\n", (0, 0, 0)),
        ("---\na: b\n---\ntext", (4, 9, 13)),
        ("---\r\na: b\r\n...\r\ntext", (5, 11, 16)),
        ("---\na: b\n", (4, 9, -1)),
        ("", (0, 0, 0)),
    ],
)
def test_find_block(text: str, block: tuple[int, int, int]) -> None:
    """A block opens the file with `---` and ends with `---` or `...`."""
    assert block == find_block(text)


def test_tables(tmp_path: Path) -> None:
    """Numbers of YAML stay numbers; cells of CSV stay what they are; dates stay text."""
    files = {
        "manuscript/data/loans.yaml": "- {year: 2020, sum: 1.5, day: 2020-01-02, lang: no, id: 007}\n",
        "manuscript/data/prices.csv": '\ufeffyear,"price, EUR"\n2020,1.50\n\n2021,"a ""b"""\n',
        "manuscript/data/notes.txt": "not data",
        "manuscript/data/deep/more.yaml": "not: data",
    }
    tables = load(write_publication(tmp_path, files)).data
    assert {name: table.value for name, table in tables.items()} == {
        "loans": [{"year": 2020, "sum": 1.5, "day": "2020-01-02", "lang": "no", "id": "007"}],
        "prices": [{"year": "2020", "price, EUR": "1.50"}, {"year": "2021", "price, EUR": 'a "b"'}],
    }


def test_links(tmp_path: Path) -> None:
    """Links inside the publication count as what they lead to; those that lead out are listed apart."""
    root = write_publication(
        tmp_path / "publication", {"assets/a.svg": "<svg/>", "assets/deep/b.svg": "<svg/>"}
    )
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "c.svg").write_text("<svg/>", encoding="utf-8")
    manuscript = root / "manuscript"
    (manuscript / "a.svg").symlink_to("../assets/a.svg")
    (manuscript / "deep").symlink_to("../assets/deep")
    (manuscript / "loop").symlink_to("../manuscript")
    (manuscript / "self").symlink_to("self")
    (manuscript / "secret").symlink_to("../../secret")
    (manuscript / "c.svg").symlink_to("../../secret/c.svg")
    listing = list_manuscript(root)
    assert {"metadata.yaml", "10-first.md", "a.svg", "deep/b.svg"} == {
        name.removeprefix("manuscript/") for name in listing.files
    }
    assert {"manuscript/secret", "manuscript/c.svg"} <= listing.outside


def test_templates(tmp_path: Path) -> None:
    """A publication's templates are its own: links out of it are faults, wherever they stand."""
    root = write_publication(tmp_path / "publication", {"templates/deep/cover.css": ""})
    assert root / "templates" == load(root).templates_path
    (tmp_path / "cover.css").write_text("", encoding="utf-8")
    (root / "templates" / "deep" / "page.css").symlink_to(tmp_path / "cover.css")
    (root / "templates" / "_brand.yml").symlink_to(tmp_path / "cover.css")
    found = load_publication(root).diagnostics
    assert {("L014", "templates/_brand.yml"), ("L014", "templates/deep/page.css")} == {
        (one.code, one.file) for one in found
    }


def test_all_faults_at_once(tmp_path: Path) -> None:
    """Faults of different files are reported in one go, and what can be read is there."""
    files = {
        "manuscript/metadata.yaml": "titel: A\nauthor: B\nlang: en\n",
        "manuscript/10-first.md": "---\nmater: x\n---\n# A\n",
        "bibliography/a.bib": "@book{x, title={y}\n",
        "manuscript/data/a.csv": "a,a\n",
        "templates/_brand.yml": "colour: {}\n",
    }
    outcome = load_publication(write_publication(tmp_path, files))
    assert [found.code for found in outcome.diagnostics] == ["L003", "L004", "L005", "L008", "L010", "L011"]
    assert outcome.value is not None


def test_nothing_to_go_on(tmp_path: Path) -> None:
    """An empty folder gives no publication, and says what to write."""
    outcome = load_publication(tmp_path)
    assert (outcome.value, [found.code for found in outcome.diagnostics]) == (None, ["L001", "L007"])


def commit(root: Path) -> None:
    """Put a folder under Git with one commit on a fixed day."""
    day = "2024-03-02T23:30:00+05:00"
    environment = {**os.environ, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "HOME": str(root)}
    identity = ["-c", "user.name=Ada Sample", "-c", "user.email=ada@example.org"]
    for arguments in (["init", "--quiet"], ["add", "."], [*identity, "commit", "--quiet", "-m", "First"]):
        subprocess.run(["git", *arguments], cwd=root, check=True, env=environment)


def test_edition_date(tmp_path: Path) -> None:
    """The edition's date is the metadata's, else the last commit's, else a fixed one."""
    root = write_publication(tmp_path, {})
    assert (date(1970, 1, 1), None) == (load(root).edition_date, load(root).commit)
    commit(root)
    found = find_commit(root)
    assert found is not None
    assert (date(2024, 3, 2), found.short_hash, 12) == (
        load(root).edition_date,
        load(root).commit,
        len(found.short_hash),
    )
    write_publication(root, {"manuscript/metadata.yaml": "title: A\nauthor: B\nlang: en\ndate: 2021-01-02\n"})
    assert date(2021, 1, 2) == load(root).edition_date


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Git is fine."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_commit(tmp_path) is None
