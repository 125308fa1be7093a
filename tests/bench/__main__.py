"""Time octavo on the analysis and on a book of a hundred pages, and its peers on the same texts.

`make bench` runs this. Each command runs in processes of its own, all of them in turn and several times, so
that a busy moment hits them alike; medians are compared, and ratios are what to read.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from octavo.pipeline import build
from tests.bench.contestants import Command, octavo_commands, peer_commands
from tests.bench.doctored import CHAPTERS, CITATIONS, ENTRIES, PANDOC, check_commands, lay_out_sources
from tests.support.builds import analysis
from tests.support.publications import book

ROUNDS = int(os.environ.get("ROUNDS", "3"))
BASE = "octavo: PDF, EPUB and DOCX"


class Watch:
    """Notes how long each stage takes."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self._name, self._begun = "", 0.0

    def stage(self, name: str) -> None:
        """End a stage and begin the next."""
        now = time.monotonic()
        if self._name:
            self.stages[self._name] = now - self._begun
        self._name, self._begun = name, now

    def step(self, text: str, done: int, total: int | None) -> None:
        """Take no notice."""

    def finish(self) -> None:
        """End the last stage."""
        self.stage("")


def seconds_of(commands: Sequence[Command], folder: Path) -> float:
    """Run commands one after the other and return how long they took; a failure ends the benchmark."""
    begun = time.monotonic()
    for command in commands:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{command[0]} failed: {done.stderr[-600:]}")
    return time.monotonic() - begun


def compare(contestants: Mapping[str, Sequence[Command]], folder: Path) -> Mapping[str, float]:
    """Run all contestants in turn, `ROUNDS` times, and return their medians."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(ROUNDS):
        for name, commands in contestants.items():
            times[name].append(seconds_of(commands, folder))
    return {name: statistics.median(taken) for name, taken in times.items()}


def show(console: Console, title: str, medians: Mapping[str, float], base: str = BASE) -> None:
    """Print medians and their ratio to that of `base`."""
    table = Table("", "seconds", "ratio", title=title, title_justify="left", box=None)
    for name, seconds in medians.items():
        table.add_row(name, f"{seconds:.2f}", f"{seconds / medians[base]:.2f}")
    console.print(table)


def show_stages(console: Console, title: str, root: Path) -> None:
    """Print how long the stages of one build take, and their share of it."""
    watch = Watch()
    result = build(root, watch)
    pages = next(edition.pages for edition in result.editions if edition.pages)
    total = sum(watch.stages.values())
    table = Table(
        "stage", "seconds", "share", title=f"{title}: {pages} pages", title_justify="left", box=None
    )
    for name, seconds in watch.stages.items():
        table.add_row(name, f"{seconds:.2f}", f"{seconds / total:.0%}")
    console.print(table)


def show_check(console: Console, folder: Path) -> None:
    """Time `octavo check` on a book of many sources, beside Pandoc on the same files."""
    root = lay_out_sources(folder / "sources")
    title = f"{CHAPTERS} chapters, {ENTRIES} entries, {CITATIONS} citations, median of {ROUNDS}"
    show(console, f"\n{title}", compare(check_commands(root), folder), PANDOC)


def main() -> None:
    """Measure both texts, and the check of a third."""
    console = Console()
    with tempfile.TemporaryDirectory(prefix="octavo-bench-") as scratch:
        folder = Path(scratch)
        publications = {
            "the analysis": analysis(folder / "analysis"),
            "a book with 400 notes": book(folder / "book", chapters=20, notes=400, paragraphs=23),
        }
        for title, root in publications.items():
            show_stages(console, title, root)
            peers = folder / f"{root.name}-peers"
            peers.mkdir()
            contestants = {**octavo_commands(root), **peer_commands(root, peers)}
            show(console, f"\n{title}, median of {ROUNDS}", compare(contestants, peers))
        show_check(console, folder)


if __name__ == "__main__":
    main()
