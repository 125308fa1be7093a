"""Functions that read strangers' files, called in a child process with limits of time and memory.

A file that brings a library down, or keeps it busy for ever, then costs a message and not the run.
"""

import dataclasses
import importlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from octavo.codes import Severity
from octavo.verify.full.running import run
from octavo.verify.full.validator import Answer, Fault, GaveUp, NotChecked, Unreadable

MEMORY_BYTES = 3 * 1024**3
_TIME_LIMIT_SECONDS = 180.0


def call(function: Callable[..., Any], path: Path, *arguments: str, name: str) -> Any:
    """Call a public function of a module with a path and texts; it gives an Answer or what JSON can tell.

    Raises GaveUp, in which `name` stands for the function, and whatever NotChecked or Unreadable it raises.
    """
    command = [sys.executable, "-P", "-m", __name__, function.__module__, function.__qualname__]
    done = run(
        [*command, str(path.absolute()), *arguments],
        name=name,
        time_limit=_TIME_LIMIT_SECONDS,
        memory_bytes=MEMORY_BYTES,
    )
    try:
        kind, said = json.loads(done.output)
    except ValueError as error:
        last = done.complaint.strip().splitlines()[-1:] or [f"it ended with status {done.status}"]
        raise GaveUp(f"{name} crashed: {last[0]}") from error
    if kind == "not checked":
        raise NotChecked(*said)
    if kind == "unreadable":
        raise Unreadable(*said)
    return _answer(said) if kind == "answer" else said


def _answer(said: dict[str, Any]) -> Answer:
    faults = (
        Fault(**{**fault, "near": tuple(fault["near"]), "severity": Severity(fault["severity"])})
        for fault in said["faults"]
    )
    return Answer(tuple(faults), said["extent"])


def _told(function: Callable[..., Any], path: Path, arguments: list[str]) -> tuple[str, Any]:
    try:
        result = function(path, *arguments)
    except NotChecked as reason:
        return "not checked", (str(reason), reason.cure)
    except Unreadable as reason:
        return "unreadable", (str(reason), reason.cure)
    if isinstance(result, Answer):
        return "answer", dataclasses.asdict(result)
    return "value", result


def _main(module: str, function: str, path: str, *arguments: str) -> None:
    """Be the child: call a function, and print what it gives."""
    out, sys.stdout = sys.stdout, sys.stderr  # what a library prints is no part of the answer
    told = _told(getattr(importlib.import_module(module), function), Path(path), list(arguments))
    json.dump(told, out, default=lambda value: value.value)


if __name__ == "__main__":
    _main(*sys.argv[1:])
