"""One target under atheris in a process: `python -m tests.fuzz.child TARGET RUNS SECONDS SEED FOLDER`.

What breaks the law is kept and the trial goes on; what ends the process, or hangs, is kept by libFuzzer.
`python -m tests.fuzz.child TARGET FILE…` tries files without instruments, and prints what each breaks.
"""

import hashlib
import importlib
import json
import logging
import os
import resource
import sys
import tempfile
import warnings
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from tests.fuzz.law import Breach, Target, Trial, judge, seconds_allowed
from tests.fuzz.mutation import Mutator, change_zip, grow
from tests.fuzz.seeds import found_for, seeds_of
from tests.fuzz.words import words_of

_INSTRUMENTED = ("octavo", "bibtexparser")
_ALSO = {"yaml-tree": ("ruamel.yaml",)}
"""To watch ruamel.yaml makes a target four times slower: one does it for all."""

_BARE = ("octavo.report", "octavo.codes", "octavo.source")
"""What shows diagnostics decides nothing about inputs."""

HANG_SECONDS = 60
MEMORY_MB = 3000
_OF_EACH_MARK = 2
_GROWN_ONE_IN = 150
_STATE_EVERY = 500


class _Chance(NamedTuple):
    """How many inputs, in how many seconds at most (0: any), and where chance begins."""

    runs: int
    seconds: int
    seed: int


class Trials:
    """Tries inputs, counts them, and keeps those that break the law."""

    def __init__(self, target: Target, trial: Trial, folder: Path) -> None:
        self._target, self._trial, self._folder = target, trial, folder
        self._marks: dict[str, int] = {}
        self.state: dict[str, Any] = {"inputs": 0, "slowest": 0.0, "slowest_size": 0}

    def __call__(self, content: bytes) -> None:
        self._try(content)
        if self._target.grown and zlib.crc32(content) % _GROWN_ONE_IN == 0:
            self._try(grow(content, self._target.grown))

    def _try(self, content: bytes) -> None:
        breach, seconds = judge(self._trial, content)
        state = self.state
        state["inputs"] += 1
        if seconds / seconds_allowed(len(content)) > state["slowest"] / seconds_allowed(
            state["slowest_size"]
        ):
            state["slowest"], state["slowest_size"] = round(seconds, 3), len(content)
            (self._folder / "slowest").write_bytes(content)
        if breach:
            self._keep(content, breach)
        if state["inputs"] % _STATE_EVERY == 0:
            self.write_state()

    def _keep(self, content: bytes, breach: Breach) -> None:
        seen = self._marks.get(breach.mark, 0)
        self._marks[breach.mark] = seen + 1
        if seen >= _OF_EACH_MARK and breach.kind != "slow":
            return
        name = "".join(
            char if char.isalnum() or char in "-_." else "_" for char in f"{breach.kind}-{breach.mark}"
        )
        path = self._folder / f"{name[:80]}-{hashlib.sha256(content).hexdigest()[:8]}"
        path.write_bytes(content)
        path.with_name(path.name + ".txt").write_text(
            breach.told, encoding="utf-8", errors="backslashreplace"
        )

    def write_state(self) -> None:
        """Write down how far it is."""
        (self._folder / "state.json").write_text(json.dumps(self.state), encoding="ascii")


def seeds_for(target: Target, folder: Path) -> list[bytes]:
    """Give the inputs that a target begins with."""
    if target.grammar == "font":
        from tests.fuzz.targets.loading import font_seed

        own = [font_seed()]
    elif target.grammar == "raster":
        from tests.fuzz.targets.loading import raster_seeds

        own = raster_seeds()
    elif target.grammar in {"zip", "pdf"}:
        from tests.fuzz.targets.editions import edition_seed

        own = [edition_seed(folder / "seed", f".{target.name.partition('-')[0]}")]
    else:
        own = seeds_of(target.grammar, target.longest)
    return [*own, *(path.read_bytes() for path in found_for(target.name))]


def main(arguments: list[str]) -> None:
    """Try a target, or files."""
    name = arguments[0]
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    sys.set_int_max_str_digits(4300)
    with tempfile.TemporaryDirectory(prefix="octavo-fuzz-") as scratch:
        if len(arguments) == 5 and arguments[1].isdigit():
            _fuzz(name, _Chance(*map(int, arguments[1:4])), Path(arguments[4]), Path(scratch))
        else:
            _replay(name, [Path(path) for path in arguments[1:]], Path(scratch))


def _replay(name: str, paths: list[Path], scratch: Path) -> None:
    from tests.fuzz.targets import TARGETS

    trial = TARGETS[name].begin(scratch)
    judge(trial, b"")
    for path in paths:
        breach, seconds = judge(trial, path.read_bytes())
        told = {"path": str(path), "seconds": round(seconds, 3), "kind": breach.kind if breach else None}
        told |= {"mark": breach.mark if breach else "", "told": breach.told if breach else ""}
        sys.stdout.write(json.dumps(told) + "\n")


def _fuzz(name: str, chance: _Chance, folder: Path, scratch: Path) -> None:
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=[*_INSTRUMENTED, *_ALSO.get(name, ())], exclude=list(_BARE)):
        from tests.fuzz.targets import TARGETS

        target = TARGETS[name]
        trial = target.begin(scratch)
        seeds = seeds_for(target, scratch)
        for content in (b"", *seeds[:3]):  # what is imported late is instrumented as well
            judge(trial, content)
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(seeds):
        (corpus / f"{number:05}").write_bytes(content)
    trials = Trials(target, trial, folder)
    mutator = Mutator(seeds, words_of(target.grammar), target.longest)

    def own_change(content: bytes, number: int) -> bytes:
        if number % 5 == 0:
            return bytes(atheris.Mutate(content, max(target.longest, len(content)))) if content else b"a"
        return mutator.change(content, number)

    def change(content: bytes, size: int, number: int) -> bytes:
        changed = (
            change_zip(content, number, own_change)
            if target.grammar == "zip"
            else own_change(content, number)
        )
        return changed[:size]

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    options = [
        f"-runs={chance.runs}",
        f"-seed={chance.seed}",
        f"-max_len={target.longest}",
        f"-timeout={HANG_SECONDS}",
        f"-rss_limit_mb={MEMORY_MB}",
        "-report_slow_units=3600",
        f"-artifact_prefix={folder}/",
        "-len_control=0",
        *([f"-max_total_time={chance.seconds}"] if chance.seconds else []),
    ]
    trials.write_state()
    atheris.Setup([sys.argv[0], *options, str(corpus)], trials, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main(sys.argv[1:])
