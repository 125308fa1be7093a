"""The only door to Pandoc, which pypandoc brings along.

pypandoc's own conversion calls have no time limit, split Pandoc's warnings at the first bracket and
change the folder of the whole process; and it prefers any Pandoc of the machine that is not older than
its own. So this module takes the program alone, always the one that pypandoc brings, and runs it as a
child with limits, a clean environment and Pandoc's JSON log (Pandoc User's Guide, "General options",
`--log`).
"""

import contextlib
import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from octavo.interrupts import later
from octavo.leash import leash_for_child
from octavo.scratch import FULL

SHORTEST_SECONDS, LONGEST_SECONDS = 60, 600
SECONDS_EACH_MB = 30
"""Pandoc takes about two seconds for a megabyte of text, and citeproc as much again."""

HEAP_LIMIT = "-M2g"
DEAD_PROXY = "http://127.0.0.1:9"


class PandocError(Exception):
    """Pandoc ended with an error; the message is what it said."""


class PandocMissing(Exception):
    """There is no Pandoc, or it cannot be started; the message is the system's."""


@dataclass(frozen=True, slots=True)
class LogRecord:
    """One record of Pandoc's log: its `type` (say "DuplicateIdentifier"), text, and place if known."""

    type: str
    verbosity: str
    text: str
    source: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Conversion:
    """What Pandoc wrote (empty when it wrote to a file) and its warnings."""

    output: bytes
    warnings: tuple[LogRecord, ...]


@cache
def pandoc_path() -> Path:
    """Return the path of the Pandoc that pypandoc brings; only where it brings none, the machine's.

    Raises PandocMissing.
    """
    import pypandoc

    own = Path(pypandoc.__file__).parent / "files" / "pandoc"
    try:
        return own if own.is_file() else Path(pypandoc.get_pandoc_path()).absolute()
    except OSError as error:
        raise PandocMissing("there is none") from error


@cache
def pandoc_version() -> str:
    """Return Pandoc's version, such as "3.9"."""
    with tempfile.TemporaryDirectory(prefix="octavo-") as folder:
        return run_pandoc(["--version"], folder=Path(folder)).output.split()[1].decode()


def run_pandoc(
    arguments: Sequence[str], *, text: bytes = b"", folder: Path, time_limit: float | None = None
) -> Conversion:
    """Run Pandoc in `folder` with `text` on its standard input.

    Raises PandocError when it fails or runs for more than `time_limit` seconds (by default a minute, and
    more for long texts), and PandocMissing when it
    cannot be started; OSError when the disk is full.
    """
    time_limit = time_limit or seconds_for(arguments, text, folder)
    with tempfile.TemporaryDirectory(prefix="octavo-") as log_folder:
        log_path = Path(log_folder) / "log.json"
        command = [str(pandoc_path()), *arguments, f"--log={log_path}", "+RTS", HEAP_LIMIT, "-RTS"]
        try:
            status, output, complaint = _run(command, text, folder, log_folder, time_limit)
        except OSError as error:
            raise PandocMissing((error.strerror or str(error)).lower()) from error
        except subprocess.TimeoutExpired as error:
            message = f"pandoc did not finish within {time_limit:g} seconds"
            raise PandocError(message) from error
        if status != 0:
            _recognise_full_disk(complaint)
            raise PandocError(complaint or _end_of(status))
        return Conversion(output, _warnings(log_path))


def _run(
    command: Sequence[str], text: bytes, folder: Path, scratch: str, time_limit: float
) -> tuple[int, bytes, str]:
    """Run a program to its end; return its status, what it wrote, and what it complained of."""
    with contextlib.ExitStack() as cleared:
        with later():
            child = subprocess.Popen(  # noqa: S603  # arguments are a list, and no shell reads them
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=folder,
                env=_environment(scratch),
                preexec_fn=leash_for_child(),  # noqa: PLW1509  # a system call alone
            )
            cleared.enter_context(child)
            cleared.callback(child.kill)  # does nothing to one that has ended
        output, complaint = child.communicate(text, timeout=time_limit)
    return child.returncode, output, complaint.decode("utf-8", "replace").strip()


def seconds_for(arguments: Sequence[str], text: bytes, folder: Path) -> float:
    """Return how long Pandoc may work, by the length of what it reads: its input, and the files named to it.

    There are Markdown texts for which it needs longer than anyone lives.
    """
    named = (folder / argument for argument in arguments if not argument.startswith("-"))
    size = len(text) + sum(path.stat().st_size for path in named if path.is_file())
    return min(SHORTEST_SECONDS + SECONDS_EACH_MB * size / 1e6, LONGEST_SECONDS)


def write_ast(ast: Mapping[str, Any], to: str, options: Sequence[str] = (), *, folder: Path) -> Conversion:
    """Write a Pandoc document (JSON form) in format `to`; options that need files find them in `folder`."""
    text = json.dumps(ast, ensure_ascii=False).encode()
    return run_pandoc(["--from=json", f"--to={to}", *options], text=text, folder=folder)


def _recognise_full_disk(complaint: str) -> None:
    """Raise OSError when that is what a complaint is about: the fault is not in the text then."""
    for number in FULL:
        if f"({os.strerror(number)})" in complaint:
            raise OSError(number, os.strerror(number))


def _end_of(status: int) -> str:
    return f"pandoc was killed by signal {-status}" if status < 0 else f"pandoc ended with status {status}"


def _environment(scratch: str) -> dict[str, str]:
    """Give Pandoc nothing of the caller's machine: no locale, no home, no network.

    An HTTP client of Pandoc's honours the proxy variables, and nothing listens on the discard port.
    """
    return {
        "PATH": os.defpath,
        "HOME": scratch,
        "TMPDIR": scratch,
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SOURCE_DATE_EPOCH": "0",
        "http_proxy": DEAD_PROXY,
        "https_proxy": DEAD_PROXY,
    }


def _warnings(log_path: Path) -> tuple[LogRecord, ...]:
    records = json.loads(log_path.read_bytes() or b"[]") if log_path.exists() else []
    return tuple(_record(record) for record in records if record["verbosity"] in {"WARNING", "ERROR"})


def _record(record: dict[str, Any]) -> LogRecord:
    """Take what octavo tells of a record; what Pandoc closes itself has its place where it opens."""
    place = record.get("openpos", record)
    return LogRecord(
        type=record["type"],
        verbosity=record["verbosity"],
        text=record.get("pretty", ""),
        source=place.get("source"),
        line=place.get("line"),
    )
