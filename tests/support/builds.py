"""Publications built through the command line, each once for all tests that look at the editions."""

import fcntl
import hashlib
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.publications import long_book, small_ukrainian

REPOSITORY = Path(__file__).parents[2]
SUFFIXES = (".docx", ".epub", ".pdf")


def analysis(root: Path) -> Path:
    """Copy the publication that lies in this repository."""
    for folder in ("manuscript", "bibliography", "templates"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    return root


def every_construct(root: Path) -> Path:
    """Copy the publication that has something of everything."""
    return Path(shutil.copytree(REPOSITORY / "tests" / "rendering" / "every-construct", root))


LAYOUTS: Mapping[str, Callable[[Path], Path]] = {
    "small": small_ukrainian,
    "long": long_book,
    "analysis": analysis,
    "every-construct": every_construct,
}


def octavo(*arguments: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "octavo", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def editions(root: Path) -> dict[str, Path]:
    """Give the editions of a publication by suffix."""
    return {path.suffix: path for path in sorted((root / "build").iterdir()) if path.suffix in SUFFIXES}


def sums(root: Path) -> dict[str, str]:
    """Give the sha256 of each edition by suffix."""
    return {suffix: hashlib.sha256(path.read_bytes()).hexdigest() for suffix, path in editions(root).items()}


def files_outside_build(root: Path) -> dict[str, str]:
    """Give the sha256 of every other file of a publication."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.relative_to(root).parts[0] != "build"
    }


@dataclass(frozen=True)
class Built:
    """A publication after its build: its folder, what the command line said, its files before."""

    root: Path
    run: "subprocess.CompletedProcess[str]"
    files_before: Mapping[str, str]


@dataclass(frozen=True)
class Builder:
    """Builds publications by name, each once, for all processes that share the folder."""

    folder: Path
    layouts: Mapping[str, Callable[[Path], Path]] = field(default_factory=lambda: LAYOUTS)

    def __call__(self, name: str) -> Built:
        """Give the built publication; whoever changes it works on a copy."""
        record = self.folder / f"{name}.pickle"
        with (self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not record.is_file():
                record.write_bytes(pickle.dumps(self._built(name)))
        built: Built = pickle.loads(record.read_bytes())  # noqa: S301  # written by this session
        return built

    def _built(self, name: str) -> Built:
        root = self.layouts[name](self.folder / name)
        before = files_outside_build(root)
        return Built(root, octavo("build", root, "--report", "json"), before)


def lend_environment(folder: Path) -> None:
    """Give a copy of the repository this one's environment, so that it need not be made again.

    It is a folder of links with a stamp of its own: should `make` find reason there to clear the
    environment, only links go.
    """
    environment = folder / ".venv"
    environment.mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (environment / name).symlink_to(REPOSITORY / ".venv" / name)
    for stamp in (".ready", ".ready-dev"):
        (environment / stamp).touch()
