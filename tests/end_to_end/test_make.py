"""`make` in a copy of the repository, with the environment of this one."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.builds import lend_environment
from tests.support.publications import small_ukrainian

ROOT = Path(__file__).parents[2]
NEEDED = ("Makefile", "requirements.lock", "scripts", "src", "templates")
pytestmark = pytest.mark.slow


def make(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run make, free of the make that may run these tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def times(folder: Path) -> dict[str, int]:
    """Give the times of the editions and the manifest."""
    return {path.name: path.stat().st_mtime_ns for path in sorted((folder / "build").glob("[!.]*.*"))}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built copy of the repository, with another publication in it."""
    if not (ROOT / ".venv" / ".ready").exists():
        pytest.skip("the tests do not run from .venv: `make test` does")
    folder = small_ukrainian(tmp_path_factory.mktemp("clone with a space"))
    for name in NEEDED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, folder / name)
    (folder / "build").mkdir(exist_ok=True)
    lend_environment(folder)
    done = make(folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_make_builds_three_editions(clone: Path) -> None:
    """Plain `make` leaves the three editions and their manifest."""
    suffixes = {path.suffix for path in (clone / "build").iterdir() if path.is_file()}

    assert {".pdf", ".epub", ".docx", ".json"} <= suffixes


def test_a_second_make_does_nothing(clone: Path) -> None:
    """When nothing has changed nothing is run, and no file gets a new time."""
    before = times(clone)

    done = make(clone)

    assert done.stdout == "make: Nothing to be done for 'all'.\n"
    assert done.stderr == ""
    assert before == times(clone)


def test_a_changed_chapter_is_built_again_and_a_broken_one_is_not(clone: Path) -> None:
    """A fault ends make with an error and leaves the editions; mending it builds them anew."""
    (chapter,) = (clone / "manuscript").glob("*.md")
    text = chapter.read_text(encoding="utf-8")
    before = times(clone)

    chapter.write_text(text + "\nMore [@nobody2021nothing].\n", encoding="utf-8")
    broken = make(clone, "docx", "REPORT=concise")
    assert broken.returncode == 2
    assert f"manuscript/{chapter.name}:" in broken.stderr
    assert "error[C001]" in broken.stderr
    assert before == times(clone)

    chapter.write_text(text + "\nMore words.\n", encoding="utf-8")
    mended = make(clone, "docx")
    assert mended.returncode == 0, mended.stderr
    assert {name for name, time in times(clone).items() if before.get(name) != time} == {
        "manifest.json",
        *(name for name in before if name.endswith(".docx")),
    }
