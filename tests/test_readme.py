"""The README's commands are run, and what it shows is what they print."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.builds import lend_environment

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NEEDED = ("Makefile", "bibliography", "manuscript", "requirements.lock", "scripts", "src", "templates")


def commands_of(block: str) -> list[str]:
    """Return the commands of a console block; lines that begin with `> ` continue one."""
    commands: list[str] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            commands.append(line[2:])
        elif line.startswith("> ") or line == ">":
            commands[-1] += "\n" + line[2:]
    return commands


def shown(command: str) -> str:
    """Write a command as a console block shows it."""
    first, *others = command.split("\n")
    return "\n".join([f"$ {first}", *(f"> {line}" for line in others)])


def without_measures(text: str) -> str:
    """Put a sign for seconds and sizes, which differ from run to run and from machine to machine."""
    text = re.sub(r"\d+\.\d+ s\b", "… s", text)
    return re.sub(r"\d+(\.\d+)? (kB|MB|KiB|MiB)\b", "… kB", text)


def run_block(block: str, folder: Path) -> str:
    """Run a console block's commands in `folder` and return the block as it should stand."""
    lines = []
    for command in commands_of(block):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
        )
        lines += [shown(command), *(done.stdout + done.stderr).rstrip().splitlines()]
    return "\n".join(lines) + "\n"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of what a clone holds, with the environment of this one, so that it need not be made again."""
    for name in NEEDED:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, tmp_path / name)
    (tmp_path / "build").mkdir()
    lend_environment(tmp_path)
    return tmp_path


@pytest.mark.slow
def test_readme_shows_what_its_commands_print(clone: Path, request: pytest.FixtureRequest) -> None:
    """Running every console block again gives the README as it stands, but for sizes and seconds."""
    readme = ROOT / "README.md"
    text = readme.read_text()

    run = BLOCK.sub(lambda found: f"```console\n{run_block(found[1], clone)}```", text)

    if request.config.getoption("--update-golden"):
        readme.write_text(run)
    assert without_measures(text) == without_measures(run)
