"""Try all targets, or some: `python -m tests.fuzz [TARGET…] [--runs N] [--seconds S] [--seed K]`.

Each target runs in a process with limits of time and memory. The table tells how many inputs it read and how
quickly, how much of the code they reached, and what was found. What breaks the law stays in `build/fuzz/`.
"""

import argparse
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.law import Target
from tests.fuzz.targets import TARGETS

FOLDER = Path("build/fuzz")
_RUNS = 12_500
_MOST_CRASHES = 5
_DONE = re.compile(r"^#(\d+)\s+\w+\s+cov: (\d+)", re.MULTILINE)
_KEPT = re.compile(r"crash-|timeout-|oom-|leak-|slow-unit-")
_APART = {"state.json", "slowest", "corpus", "log.txt"}


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a target: `edges` are the places of the code that its inputs reached."""

    name: str
    inputs: int
    seconds: float
    edges: int
    slowest: str
    found: tuple[Path, ...]


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Run the targets that were asked for, and print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description="Try octavo's readers on made-up files."
    )
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help=f"any of {', '.join(TARGETS)}; default all"
    )
    parser.add_argument("--runs", type=int, default=_RUNS, help="inputs for a target of the usual share")
    parser.add_argument("--seconds", type=int, default=0, help="at most so long for a target")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where findings are kept")
    given = parser.parse_args()
    if importlib.util.find_spec("atheris") is None:
        parser.error("it needs atheris, which has packages for Linux and Python 3.11 to 3.13")
    unknown = [name for name in given.targets if name not in TARGETS]
    if unknown:
        parser.error(f"there is no target `{unknown[0]}`")
    targets = [TARGETS[name] for name in given.targets or TARGETS]
    results = []
    say(f"{'target':22}{'inputs':>10}{'per s':>8}{'edges':>8}  {'slowest':18}findings")
    for target in targets:
        results.append(run(target, given.runs, given.seconds, given.seed, given.folder.resolve()))
        say(_row(results[-1]))
    return _ended(results)


def run(target: Target, runs: int, seconds: int, seed: int, folder: Path) -> Result:
    """Run a target in children until it had its inputs; one that dies is followed by another."""
    own = folder / target.name
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir(parents=True)
    wanted, inputs, edges = max(1, round(runs * target.share)), 0, 0
    start, slowest, end = time.monotonic(), "", None
    for attempt in range(_MOST_CRASHES):
        left = max(1, seconds - int(time.monotonic() - start)) if seconds else 0
        output = _child(target.name, wanted - inputs, left, seed + attempt, own)
        state = json.loads((own / "state.json").read_text()) if (own / "state.json").is_file() else {}
        done = _DONE.findall(output)
        inputs += max([int(state.get("inputs", 0)), *(int(number) for number, _ in done)])
        edges = max([edges, *(int(covered) for _, covered in done)])
        slowest = f"{state.get('slowest', 0)} s, {state.get('slowest_size', 0)} B"
        end = time.monotonic()
        if inputs >= wanted or (seconds and end - start >= seconds) or not state:
            break
    found = [path for path in sorted(own.iterdir()) if path.name not in _APART and path.suffix != ".txt"]
    return Result(target.name, inputs, (end or start) - start, edges, slowest, _confirmed(target.name, found))


def _child(name: str, runs: int, seconds: int, seed: int, folder: Path) -> str:
    command = [
        sys.executable,
        "-m",
        "tests.fuzz.child",
        name,
        str(runs),
        str(seconds),
        str(seed),
        str(folder),
    ]
    with (folder / "log.txt").open("a", encoding="utf-8") as log:
        start = log.tell()
        subprocess.run(
            command,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
            env={**os.environ, "PYTHONHASHSEED": "0"},
        )
    return (folder / "log.txt").read_bytes()[start:].decode("utf-8", "replace")


def _confirmed(name: str, found: Sequence[Path]) -> tuple[Path, ...]:
    """Leave out what is slow with instruments alone."""
    slow = [path for path in found if path.name.startswith("slow-slow")]
    if not slow:
        return tuple(found)
    command = [sys.executable, "-m", "tests.fuzz.child", name, *map(str, slow[:20])]
    run_again = subprocess.run(command, capture_output=True, text=True, check=False)
    told = [json.loads(line) for line in run_again.stdout.splitlines() if line.startswith("{")]
    kept = {Path(item["path"]) for item in told if item["kind"]}
    return tuple(path for path in found if path not in slow or path in kept)


def _row(result: Result) -> str:
    rate = round(result.inputs / result.seconds) if result.seconds else 0
    names = ", ".join(sorted({path.name.rpartition("-")[0] for path in result.found})) or "none"
    return f"{result.name:22}{result.inputs:>10,}{rate:>8,}{result.edges:>8,}  {result.slowest:18}{names}"


def _ended(results: Sequence[Result]) -> int:
    inputs, found = sum(result.inputs for result in results), sum(len(result.found) for result in results)
    seconds = sum(result.seconds for result in results)
    say(f"\n{inputs:,} inputs in {seconds / 60:.0f} minutes, {found} findings")
    for result in results:
        for path in result.found:
            say(f"  {path}")
    empty = [result.name for result in results if not result.inputs]
    if empty:
        say(f"did not start: {', '.join(empty)}; see log.txt in their folders")
    return 1 if found or empty else 0


if __name__ == "__main__":
    sys.exit(main())
