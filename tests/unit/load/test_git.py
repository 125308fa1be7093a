"""What Git knows of a publication, without trusting what came with it."""

import hashlib
import os
import subprocess
from pathlib import Path

import pytest

from octavo.load import load_publication
from octavo.load.git import find_commit, find_uncommitted
from tests.support.least_publication import CHAPTER, write_publication

NAME = "manuscript/10-first.md"


def git(root: Path, *arguments: str) -> None:
    """Run Git as a made-up person on a fixed day."""
    day = "2024-03-02T23:30:00+05:00"
    environment = {**os.environ, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "HOME": str(root)}
    identity = ("-c", "user.name=Ada Sample", "-c", "user.email=ada@fable.example")
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, env=environment, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A least publication in a folder of a repository, all of it committed."""
    root = write_publication(tmp_path / "report", {})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "First")
    return root


def test_a_committed_publication_has_its_commit(root: Path) -> None:
    """All is as it was committed: the edition may name the commit."""
    publication = load_publication(root).value
    commit = find_commit(root)
    assert publication
    assert commit
    assert (publication.commit, publication.revision, publication.uncommitted) == (
        commit.short_hash, commit.short_hash, (),
    )  # fmt: skip


@pytest.mark.parametrize("name", [NAME, "manuscript/20-new.md", "bibliography/a.bib", "templates/x.j2"])
def test_a_changed_publication_has_none(root: Path, name: str) -> None:
    """An edition with other words than the commit has does not name it, and the file is known."""
    write_publication(root, {name: "# Another\n"} if name.endswith(".md") else {name: "{# #}"})
    publication = load_publication(root).value
    assert publication
    assert (publication.commit, len(publication.revision or "")) == (None, 12)
    assert publication.uncommitted == (name,)


def test_other_files_do_not_matter(root: Path) -> None:
    """What no edition is made from may be as it likes."""
    write_publication(root, {"manuscript/notes.txt": "Not read.", "build/x.pdf": "%"})
    publication = load_publication(root).value
    assert publication
    assert publication.commit


def test_ends_of_lines_are_no_change(root: Path) -> None:
    """Git may have turned them on the way out."""
    (root / NAME).write_bytes(CHAPTER.replace("\n", "\r\n").encode())
    assert find_uncommitted(root, [NAME]) == ()


def test_what_lfs_keeps_is_committed(root: Path) -> None:
    """Of a large file only a pointer is committed; one to other bytes is no commit of these."""
    content = b"a large picture"
    oid = hashlib.sha256(content).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(content)}\n"
    names = [f"manuscript/{name}.png" for name in "ab"]
    write_publication(root, dict.fromkeys(names, pointer))
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Pictures")
    (root / names[0]).write_bytes(content)
    (root / names[1]).write_bytes(b"another picture")
    assert find_uncommitted(root, names) == (names[1],)


def test_a_link_is_what_it_says(root: Path) -> None:
    """A link is committed as the name that it leads to."""
    link = root / "manuscript" / "20-again.md"
    link.symlink_to("10-first.md")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Link")
    before = find_uncommitted(root, ["manuscript/20-again.md"])
    link.unlink()
    link.symlink_to("30-gone.md")
    assert (before, find_uncommitted(root, ["manuscript/20-again.md"])) == ((), ("manuscript/20-again.md",))


def test_names_in_any_script(root: Path) -> None:
    """Names are compared as they are, not as Git would quote them."""
    name = "manuscript/15-ґанок «x».md"
    write_publication(root, {name: "# Ґанок\n"})
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Name")
    assert find_uncommitted(root, [name]) == ()


def test_no_program_of_the_repository_is_run(root: Path, tmp_path: Path) -> None:
    """Filters, monitors, pagers and transports that a stranger's `.git` names are left alone."""
    program = f"touch '{tmp_path}/run'; cat"
    for key in ("filter.evil.clean", "filter.evil.smudge", "core.fsmonitor", "core.pager", "core.sshCommand"):
        git(root, "config", key, program)
    git(root, "config", "log.showSignature", "true")
    git(root, "config", "gpg.program", program)
    (tmp_path / ".gitattributes").write_text("* filter=evil\n", encoding="utf-8")
    (root / NAME).write_text("# Another\n", encoding="utf-8")
    found = (find_commit(root), find_uncommitted(root, [NAME]))
    assert found[0] is not None
    assert found[1] == (NAME,)
    assert not (tmp_path / "run").exists()


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give a folder to somebody else")
def test_a_folder_of_somebody_else_has_its_commit(root: Path, tmp_path: Path) -> None:
    """Whoever builds gets the same edition, though Git by itself refuses folders of others."""
    commit = find_commit(root)
    for path in (tmp_path, *tmp_path.rglob("*")):
        os.chown(path, 12345, 12345)
    assert commit is not None
    assert commit == find_commit(root)
