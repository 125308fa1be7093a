import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# Stands in for octavo: writes down how it was called, and an edition for each format.
OCTAVO = """#!/bin/sh
echo "$*" >> calls
case "$*" in
*--format*) formats=$3 ;;
*) formats="pdf epub docx" ;;
esac
for format in $formats; do echo made > "build/made-up.$format"; done
echo '{}' > build/manifest.json
exit $(cat status 2>/dev/null || echo 0)
"""


class Publication:
    """A publication with the real Makefile and an octavo that only writes down its calls."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("manuscript", "bibliography", "build", ".venv/bin", "src/octavo"):
            (folder / name).mkdir(parents=True)
        shutil.copy(ROOT / "Makefile", folder)
        shutil.copytree(ROOT / "scripts", folder / "scripts")
        (folder / "requirements.lock").touch()
        (folder / "requirements-dev.lock").touch()
        (folder / "manuscript" / "10 a chapter.md").write_text("# One\n")
        (folder / ".venv" / "bin" / "octavo").write_text(OCTAVO)
        (folder / ".venv" / "bin" / "octavo").chmod(0o755)
        (folder / ".venv" / ".ready").touch()
        (folder / ".venv" / ".ready-dev").touch()

    def make(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run make here, free of the make that may run these tests."""
        environment = {
            name: text for name, text in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
        }
        command = ["make", "--no-print-directory", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False
        )

    def calls(self) -> list[str]:
        """Give the calls of octavo since the last look."""
        path = self.folder / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return lines


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """Give a publication in a folder with spaces and a sign in its name."""
    return Publication(tmp_path / "a publication & more")


ALL = "build --report full"
PDF = "build --format pdf --report full"


def test_make_builds_all_and_then_nothing(publication: Publication) -> None:
    """The second `make` starts nothing and is quick."""
    assert publication.make().returncode == 0
    assert publication.calls() == [ALL]

    began = time.monotonic()
    again = publication.make()

    assert time.monotonic() - began < 0.3
    assert again.stdout == "make: Nothing to be done for 'all'.\n"
    assert publication.calls() == []


def test_one_format_does_not_stand_for_all(publication: Publication) -> None:
    """`make pdf` builds the PDF once; `make` after it still builds all three."""
    publication.make("pdf")
    publication.make("pdf")
    assert publication.calls() == [PDF]

    publication.make()

    assert publication.calls() == [ALL]


@pytest.mark.parametrize(
    "name",
    [
        "manuscript/10 a chapter.md",
        "manuscript/20 $new: #one%.md",
        "bibliography/new.bib",
        "src/octavo/new.py",
    ],
)
def test_new_or_changed_input_builds_again(publication: Publication, name: str) -> None:
    """Whatever the name of an input, an edition is built again when it is new or changed."""
    publication.make()
    publication.calls()

    (publication.folder / name).write_text("changed\n")
    publication.make()

    assert publication.calls() == [ALL]


def test_removed_input_builds_again(publication: Publication) -> None:
    """An edition is built again when a chapter is gone."""
    publication.make()
    publication.calls()

    (publication.folder / "manuscript" / "10 a chapter.md").unlink()
    publication.make()

    assert publication.calls() == [ALL]


@pytest.mark.parametrize("name", ["made-up.epub", "manifest.json"])
def test_removed_edition_is_built_again(publication: Publication, name: str) -> None:
    """What was deleted from `build/` comes back."""
    publication.make()
    publication.calls()

    (publication.folder / "build" / name).unlink()
    publication.make()

    assert publication.calls() == [ALL]


def test_failed_build_is_tried_again(publication: Publication) -> None:
    """A build that failed fails make, and is not taken for done."""
    (publication.folder / "status").write_text("1")

    assert publication.make().returncode == 2
    assert publication.make().returncode == 2
    assert publication.calls() == [ALL, ALL]


def test_clean_leaves_only_the_folder(publication: Publication) -> None:
    """`make clean` removes all that was built; `make clean all` builds again."""
    (publication.folder / "build" / ".gitkeep").touch()
    publication.make()

    publication.make("clean")
    assert [path.name for path in (publication.folder / "build").iterdir()] == [".gitkeep"]

    publication.calls()
    assert publication.make("clean", "all").returncode == 0
    assert publication.calls() == [ALL]


def test_report_style_is_passed_on(publication: Publication) -> None:
    """REPORT chooses the style of the report."""
    publication.make("check", "REPORT=json")

    assert publication.calls() == ["check --report json"]


def test_explain_needs_a_code(publication: Publication) -> None:
    """`make explain` without a code says how to give one."""
    ran = publication.make("explain")

    assert ran.returncode == 2
    assert "which one? make explain CODE=C001" in ran.stderr


def test_help_lists_every_goal(publication: Publication) -> None:
    """`make help` has a line for every goal that people may name."""
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony is not None

    lines = publication.make("help").stdout.splitlines()

    listed = [line.split()[0] for line in lines if re.match(r"[a-z]+ ", line)]
    assert sorted(phony[1].split()) == sorted(listed)
