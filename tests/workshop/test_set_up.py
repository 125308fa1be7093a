import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("cat", "chmod", "dirname", "grep", "touch", "uname", "sh")


class Workshop:
    """A copy of what the set-up needs, with a PATH that holds only what the test puts there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "a publication"
        self.bin = folder / "bin"
        self.bin.mkdir()
        (self.folder / "scripts").mkdir(parents=True)
        shutil.copy(ROOT / "scripts" / "set-up", self.folder / "scripts")
        (self.folder / "requirements.lock").write_text("made-up==1\n")
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool) or tool)

    def add(self, name: str, script: str) -> None:
        """Put a program on the PATH."""
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the set-up and return how it ended."""
        command = [str(self.folder / "scripts" / "set-up"), *arguments]
        environment = {"PATH": str(self.bin), "HOME": str(self.folder)}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Give a workshop on a Debian without any Python."""
    workshop = Workshop(tmp_path)
    workshop.add("uname", "echo Linux")
    workshop.add("apt-get", "exit 1")
    return workshop


# A Python that is new enough and has venv; what it says about libraries is the test's.
PYTHON = """
case "$*" in
*version_info*|*ensurepip*) exit 0 ;;
*--version*) echo Python 3.99.0 ;;
*" -") echo "{missing}" ;;
*"-m venv"*) exit 1 ;;
esac
"""


def test_no_python_is_one_clear_message(workshop: Workshop) -> None:
    """Without a Python the message names the version that is needed and the command that mends it."""
    ran = workshop.run()

    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr == (
        "set-up: octavo needs Python 3.11 or newer; found: none\n"
        "set-up: on Debian or Ubuntu: sudo apt-get install python3 python3-venv\n"
    )


def test_old_python_is_named(workshop: Workshop) -> None:
    """A Python that is too old is refused with its version."""
    workshop.add("python3", 'case "$*" in *python_version*) echo 3.9.2 ;; *) exit 1 ;; esac')

    ran = workshop.run()

    assert ran.returncode == 1
    assert "octavo needs Python 3.11 or newer; found: 3.9.2\n" in ran.stderr


def test_newer_python_beside_an_old_one_is_found(workshop: Workshop) -> None:
    """A newer Python under its own name is used where `python3` is too old."""
    workshop.add("python3", "exit 1")
    workshop.add("python3.12", PYTHON.format(missing="Pango"))

    ran = workshop.run()

    assert "libraries that are missing: Pango\n" in ran.stderr


def test_missing_venv_is_one_clear_message(workshop: Workshop) -> None:
    """A Debian without python3-venv gets the command that installs it."""
    workshop.add("python3", 'case "$*" in *ensurepip*) exit 1 ;; *) exit 0 ;; esac')

    ran = workshop.run()

    assert ran.returncode == 1
    assert ran.stderr == (
        "set-up: python3 cannot make virtual environments: its module venv is missing\n"
        "set-up: on Debian or Ubuntu: sudo apt-get install python3-venv\n"
    )


@pytest.mark.parametrize(
    ("kernel", "manager", "expected"),
    [
        (
            "Linux",
            "apt-get",
            "on Debian or Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        ),
        ("Linux", "dnf", "on Fedora: sudo dnf install pango harfbuzz"),
        ("Darwin", "brew", "on macOS: brew install pango; then, if need be: "),
    ],
    ids=["debian", "fedora", "macos"],
)
def test_missing_pango_is_one_clear_message(
    workshop: Workshop, kernel: str, manager: str, expected: str
) -> None:
    """Without Pango nothing is made, and the message has the command for this system."""
    (workshop.bin / "apt-get").unlink()
    (workshop.bin / "uname").unlink()
    workshop.add("uname", f"echo {kernel}")
    workshop.add(manager, "exit 1")
    workshop.add("python3", PYTHON.format(missing="Pango PangoFT2"))

    ran = workshop.run()

    assert ran.returncode == 1
    first, second = ran.stderr.splitlines()
    assert first == "set-up: the PDF needs libraries that are missing: Pango PangoFT2"
    assert second.startswith(f"set-up: {expected}")
    assert not (workshop.folder / ".venv").exists()


def test_missing_harfbuzz_subset_is_only_advice(workshop: Workshop) -> None:
    """Without HarfBuzz-Subset the set-up goes on, with advice."""
    workshop.add("python3", PYTHON.format(missing="HarfBuzz-Subset"))

    ran = workshop.run()

    assert "set-up: advice: without the library HarfBuzz-Subset" in ran.stderr
    assert "set-up: making .venv with Python 3.99.0\n" in ran.stderr


def test_failed_install_leaves_no_stamp(workshop: Workshop) -> None:
    """When packages cannot be installed the next run begins again."""
    venv_python = "case \"$*\" in *pip*) echo 'made-up: no network' >&2; exit 1 ;; esac"
    workshop.add(
        "python3",
        'case "$*" in *"-m venv"*) mkdir -p .venv/bin; cp "$0.venv" .venv/bin/python ;; *) ;; esac',
    )
    workshop.add("python3.venv", venv_python)
    for tool in ("mkdir", "cp"):
        (workshop.bin / tool).symlink_to(shutil.which(tool) or tool)

    ran = workshop.run()

    assert ran.returncode == 1
    assert (
        "made-up: no network\nset-up: the packages of requirements.lock could not be installed" in ran.stderr
    )
    assert not (workshop.folder / ".venv" / ".ready").exists()


def test_real_python_finds_the_real_libraries(workshop: Workshop) -> None:
    """The look for libraries finds those that this machine draws its PDFs with."""
    real = os.path.realpath(sys.executable)
    workshop.add("python3", f'case "$*" in *"-m venv"*) exit 1 ;; esac\nexec "{real}" "$@"')

    ran = workshop.run()

    assert "missing" not in ran.stderr
    assert ran.stderr.endswith("set-up: python3 could not make .venv\n")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_extras_are_pinned_with_their_package(lock: str) -> None:
    """What is wanted with an extra is pinned with it: else pip takes a newer one, and has no hash for it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    pinned = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==", text, re.MULTILINE)
    wanted = {
        f"{found[1].lower()}[{found[2]}]=="
        for name in pinned
        for requirement in _requirements(name)
        if (found := re.match(r"([\w.-]+)\[([\w,-]+)\]", requirement)) and "extra ==" not in requirement
    }

    assert {start for start in wanted if start not in text} == set()
    assert wanted


def _requirements(name: str) -> list[str]:
    """Give what an installed package wants; nothing of one that is for other systems."""
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []
