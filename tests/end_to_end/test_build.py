"""Whole builds through the command line, as a user runs them."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.builds import LAYOUTS, Builder, editions, files_outside_build, octavo, sums
from tests.support.publications import small_ukrainian

SUFFIXES = {".pdf", ".epub", ".docx"}
pytestmark = pytest.mark.slow


@pytest.fixture
def small(built: Builder, tmp_path: Path) -> Path:
    """A copy of the small publication with its editions."""
    return Path(shutil.copytree(built("small").root, tmp_path / "small"))


def start_build(root: Path) -> "subprocess.Popen[bytes]":
    """Begin a build and do not wait for it."""
    return subprocess.Popen(
        [sys.executable, "-m", "octavo", "build", str(root)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_three_editions_and_a_manifest(built: Builder, name: str) -> None:
    """A publication without faults gives three editions, a manifest that describes them, and status 0."""
    publication = built(name)

    assert publication.run.stdout == "[]\n"
    assert publication.run.returncode == 0
    assert set(editions(publication.root)) == SUFFIXES
    manifest = json.loads((publication.root / "build" / "manifest.json").read_bytes())
    described = {name: edition["sha256"] for name, edition in manifest["editions"].items()}
    found = {path.name: sums(publication.root)[suffix] for suffix, path in editions(publication.root).items()}
    assert described == found


@pytest.mark.parametrize("name", LAYOUTS)
def test_nothing_is_written_outside_build(built: Builder, name: str) -> None:
    """Whatever a build makes lies in `build/`; the author's files are as they were."""
    publication = built(name)

    assert publication.files_before == files_outside_build(publication.root)


def test_check_writes_nothing(tmp_path: Path) -> None:
    """Checking leaves no trace in the publication, not even a folder."""
    root = small_ukrainian(tmp_path / "unbuilt")
    shutil.rmtree(root / "build", ignore_errors=True)

    done = octavo("check", root)

    assert (done.returncode, done.stderr) == (0, "")
    assert not (root / "build").exists()


def test_a_fault_leaves_the_editions_alone(small: Path) -> None:
    """A broken chapter ends the build with status 1, an exact report, and the old editions in place."""
    before = sums(small)
    chapter = next((small / "manuscript").glob("*.md"))
    chapter.write_text(
        chapter.read_text(encoding="utf-8") + "\nДодано [@nope2020missing].\n", encoding="utf-8"
    )

    done = octavo("build", small, "--report", "concise")

    assert done.returncode == 1
    (line, *_) = done.stderr.splitlines()
    assert "error[C001] citation `@nope2020missing` has no entry in the bibliography" in line
    assert before == sums(small)


def test_json_report_is_all_there_is_on_standard_output(small: Path) -> None:
    """A program reads an array of objects from standard output, whatever is wrong."""
    chapter = next((small / "manuscript").glob("*.md"))
    chapter.write_text("# Розділ\n\n[@nope2020missing] {{ nowhere }}\n", encoding="utf-8")

    done = octavo("build", small, "--report", "json")

    found = json.loads(done.stdout)
    assert {"C001", "C010"} <= {item["code"] for item in found}
    keys = {"code", "severity", "message", "file", "line", "column", "end_line", "end_column", "hint"}
    assert all(set(item) == keys for item in found)


def test_a_killed_build_leaves_whole_editions(small: Path) -> None:
    """However a build is killed, the editions are the old ones or the new ones, never halves or a mixture."""
    chapter = next((small / "manuscript").glob("*.md"))
    old = sums(small)
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nЩе одне слово.\n", encoding="utf-8")
    # Once here: tests/faults kills at each step, and its campaign as often as asked.
    build = start_build(small)
    time.sleep(random.Random(7).uniform(0.2, 3.0))
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()

    killed = sums(small)
    done = octavo("build", small)

    assert done.returncode == 0, done.stderr
    assert killed in (old, sums(small))
    assert not list((small / "build").glob(".*.partial"))
    assert old != sums(small)


def test_two_builds_at_once(small: Path) -> None:
    """The second build of a publication that is being built says so and changes nothing."""
    first = start_build(small)
    try:
        deadline = time.monotonic() + 20
        while not (small / "build" / ".lock").exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.9)
        second = octavo("build", small, "--report", "concise")
    finally:
        first.wait()

    assert (second.returncode, first.returncode) == (1, 0)
    assert "error[B002]" in second.stderr


def test_one_edition_alone(small: Path) -> None:
    """A format on the command line gives that edition and leaves the others as they are."""
    before = {suffix: path.stat().st_mtime_ns for suffix, path in editions(small).items()}

    done = octavo("build", small, "--format", "docx")

    after = {suffix: path.stat().st_mtime_ns for suffix, path in editions(small).items()}
    assert done.returncode == 0
    assert {suffix for suffix in SUFFIXES if before[suffix] != after[suffix]} == {".docx"}


def test_wrong_usage_is_status_2(tmp_path: Path) -> None:
    """A folder that does not exist is a mistake of usage, not of the publication."""
    assert octavo("build", tmp_path / "nowhere").returncode == 2
