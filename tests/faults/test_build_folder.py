"""`build/` is what it should be, or the build says what is in its way and touches nothing."""

import errno
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from octavo import pandoc, pipeline
from octavo.progress import Silent
from octavo.publish import build_lock, publish_editions
from octavo.publish.replacing import JOURNAL
from octavo.scratch import own_scratch
from tests.support.least_publication import write_publication
from tests.unit.test_publish import document_in, write

JOURNAL_OF_ONE = '{"a-sample.pdf": ".old-0.partial"}'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A publication without a chapter, so that no build of it goes far."""
    root = write_publication(tmp_path / "pub", {})
    (root / "manuscript" / "10-first.md").unlink()
    return root


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder of another project, with a file that is dear to somebody."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "manifest.json").write_text("dear")
    return folder


def said(result: pipeline.BuildResult) -> list[str]:
    """Give code and message of what was found."""
    return [f"{found.code} {found.message}" for found in result.diagnostics]


def built(root: Path) -> list[str]:
    """Build and tell what was said."""
    return said(pipeline.build(root, Silent()))


def test_a_file_in_place_of_the_folder(root: Path) -> None:
    """B011: a file called `build` stays, and the build says that it is there."""
    (root / "build").write_text("a note of mine")

    assert built(root) == ["B011 `build` is a file"]
    assert (root / "build").read_text() == "a note of mine"


def test_a_link_out_of_the_publication(root: Path, elsewhere: Path) -> None:
    """B011: nothing is written where a link called `build` leads, or into `build/` by one called `.lock`."""
    (root / "build").symlink_to(elsewhere)
    assert built(root) == ["B011 `build` is a link that leads out of the publication"]

    (root / "build").unlink()
    (root / "build").symlink_to(root / "nowhere")
    assert built(root) == ["B011 `build` is a link that leads nowhere"]

    (root / "build").unlink()
    (root / "build").mkdir()
    (root / "build" / ".lock").symlink_to(elsewhere / "manifest.json")
    assert built(root) == ["B011 `build/.lock` is no file"]

    assert {path.name: path.read_text() for path in elsewhere.iterdir()} == {"manifest.json": "dear"}


def test_a_link_inside_the_publication_is_followed(root: Path) -> None:
    """A link to another folder of the publication serves as `build/`."""
    (root / "out").mkdir()
    (root / "build").symlink_to("out")

    with build_lock(root):
        assert (root / "out" / "work").is_dir()


def test_links_in_the_work_folder_go(root: Path, elsewhere: Path) -> None:
    """What a link in `build/work/`, or in its place, leads to is never written to or removed."""
    (root / "build" / "work").mkdir(parents=True)
    (root / "build" / "work" / "pdf").symlink_to(elsewhere)
    with build_lock(root):
        assert list((root / "build" / "work").iterdir()) == []

    (root / "build" / "work").rmdir()
    (root / "build" / "work").symlink_to(elsewhere)
    with build_lock(root):
        assert not (root / "build" / "work").is_symlink()

    assert (elsewhere / "manifest.json").read_text() == "dear"


def test_a_file_in_place_of_the_work_folder(root: Path) -> None:
    """B011: a file called `work` is somebody's."""
    (root / "build").mkdir()
    (root / "build" / "work").write_text("mine")

    assert built(root) == ["B011 `build/work` is a file"]


def test_a_folder_in_place_of_an_edition(root: Path) -> None:
    """B011: where a folder has an edition's name, no edition changes."""
    document = document_in(root)
    (root / "build" / "made-up.epub").mkdir()

    published = publish_editions(document, [write(root, "pdf", b"P"), write(root, "epub", b"E")])

    (found,) = published.diagnostics
    assert (found.code, found.message) == ("B011", "`build/made-up.epub` is a folder")
    assert sorted(path.name for path in (root / "build").iterdir()) == ["made-up.epub", "work"]


def test_a_folder_that_is_taken_away(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """B013: whoever clears `build/` away while it is built in is told, whatever the build fell over."""

    def clear(*_: object) -> None:
        shutil.rmtree(root / "build")
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "/made/up")

    monkeypatch.setattr(pipeline, "_build", clear)

    assert built(root) == ["B013 `build/` was taken away while octavo worked in it"]


@pytest.mark.parametrize("run", [pipeline.build, pipeline.check])
def test_what_was_left_half_way_is_undone(root: Path, run: object) -> None:
    """B010: the next run, a check too, puts the editions back that a stopped build had begun to replace."""
    (root / "build").mkdir()
    for name, content in {
        "a-sample.pdf": "new",
        ".old-0.partial": "old",
        ".new-1.partial": "new",
        JOURNAL: JOURNAL_OF_ONE,
    }.items():
        (root / "build" / name).write_text(content)

    result = pipeline.check(root, Silent()) if run is pipeline.check else pipeline.build(root, Silent())

    assert said(result)[0] == (
        "B010 an earlier build was stopped while it replaced the editions; the earlier ones were put back"
    )
    assert (root / "build" / "a-sample.pdf").read_text() == "old"
    assert {path.name for path in (root / "build").iterdir()} <= {"a-sample.pdf", ".lock", "work"}


def test_a_check_waits_for_no_build(root: Path) -> None:
    """A check beside a build leaves alone what that is about to replace."""
    with build_lock(root):
        (root / "build" / JOURNAL).write_text(JOURNAL_OF_ONE)
        assert [line[:4] for line in said(pipeline.check(root, Silent()))] == ["L007"]
        assert (root / "build" / JOURNAL).exists()


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "No space left on device"), (errno.ENOENT, "No such file or directory")],
)
def test_no_place_for_temporary_files(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    """B012: a check that can lay nothing down says so; a build needs no such place."""

    def make_folder(*_: object, **__: object) -> str:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "tempdir", "/made-up")
    monkeypatch.setattr(tempfile, "mkdtemp", make_folder)

    assert said(pipeline.check(root, Silent())) == [
        f"B012 cannot write temporary files into `/made-up`: {reason}"
    ]


def test_temporary_files_lie_in_the_work_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a build, its libraries and its children lay down on the way lies in `build/work/`, and goes."""
    seen = []

    def look(*_: object) -> pipeline.BuildResult:
        seen.append(Path(tempfile.mkdtemp()))
        return pipeline.BuildResult(())

    monkeypatch.setattr(pipeline, "_build", look)
    before = tempfile.gettempdir()
    built(root)

    (path,) = seen
    assert path.parent == root / "build" / "work" / "tmp"
    assert not path.parent.exists()
    assert tempfile.gettempdir() == before


def test_a_path_that_is_no_text(root: Path) -> None:
    """B011: a folder whose path is not UTF-8 is told: not all libraries could be told of it."""
    odd = root.rename(Path(os.fsdecode(os.fsencode(root) + b"\xff")))

    assert built(odd) == ["B011 `build` is in a folder whose path is not UTF-8"]


def test_what_killed_checks_left_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder whose lock nobody holds goes when the next check begins; others stay."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "octavo-dead").mkdir()
    (tmp_path / "octavo-dead" / ".lock").touch()
    (tmp_path / "octavo-else").mkdir()

    with own_scratch() as first:
        assert {path.name for path in tmp_path.iterdir()} == {"octavo-else", first.name}
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        with own_scratch() as second:
            assert {path.name for path in tmp_path.iterdir()} == {"octavo-else", first.name, second.name}

    assert [path.name for path in tmp_path.iterdir()] == ["octavo-else"]


def test_a_machine_without_pandoc(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """B014: when Pandoc is not there or does not start, the run says so and how to get it."""
    (root / "manuscript" / "10-first.md").write_text("# First\n\nText.\n")
    monkeypatch.setattr(pandoc, "pandoc_path", lambda: root / "no-such-program")

    result = pipeline.check(root, Silent())

    (found,) = result.diagnostics
    assert (found.code, found.message) == (
        "B014", "Pandoc cannot be started: no such file or directory",
    )  # fmt: skip
    assert found.hint == "install octavo's packages again: Pandoc comes with `pypandoc_binary`"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (FileNotFoundError, "B004 `templates/logo.svg` was taken away while octavo worked"),
        (PermissionError, "L015 `templates/logo.svg` cannot be read: permission denied"),
    ],
)
def test_a_file_that_is_taken_away(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError], message: str
) -> None:
    """B004, L015: whichever stage misses a file that was there, or must not read it, the file is told."""
    number = {FileNotFoundError: errno.ENOENT, PermissionError: errno.EACCES}[error]

    def miss(*_: object) -> None:
        raise OSError(number, os.strerror(number), str(root / "templates" / "logo.svg"))

    monkeypatch.setattr(pipeline, "_build", miss)

    assert built(root) == [message]


def test_a_file_of_nobody_is_a_fault_of_octavo(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing elsewhere is not taken for the user's doing."""

    def miss(*_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "/made/up")

    monkeypatch.setattr(pipeline, "_build", miss)

    with pytest.raises(FileNotFoundError):
        built(root)
