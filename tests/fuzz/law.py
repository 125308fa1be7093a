"""The law of all targets: any bytes give a value or diagnostics, in time, and these can be shown safely."""

import json
import re
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from octavo.codes import CODES
from octavo.diagnostics import Diagnostic
from octavo.report.concise import render_concise
from octavo.report.full import render_full
from octavo.report.github import render_github
from octavo.report.json import render_json
from octavo.source import Span

Trial = Callable[[bytes], Iterable[Diagnostic]]
"""Reads bytes as one kind of file, and gives what is wrong with them; may raise nothing."""

SECONDS_AT_LEAST = 1.0
BYTES_IN_A_SECOND = 10_000
_SHOWN_LINES = frozenset("\n")
_UNLIKE = re.compile(r"\d+|'.*|\".*")
"""What differs between reports of one fault."""

_TURNS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Target:
    """A reader of files: `begin` makes its trial in a folder of its own.

    `grammar` names the seeds and words that inputs are made of, `share` how many inputs it gets beside
    others, `longest` the bytes of an input; `steady` targets are quick enough for every run of the tests.
    """

    name: str
    begin: Callable[[Path], Trial]
    grammar: str
    share: float = 1.0
    longest: int = 600
    grown: int = 10_000
    steady: bool = True


@dataclass(frozen=True, slots=True)
class Breach:
    """How an input broke the law: `mark` is the same for inputs that break it in the same way."""

    kind: str
    mark: str
    told: str
    seconds: float = 0.0


def seconds_allowed(size: int) -> float:
    """Return the processor's seconds that so many bytes may take."""
    return max(SECONDS_AT_LEAST, size / BYTES_IN_A_SECOND)


def judge(trial: Trial, content: bytes) -> tuple[Breach | None, float]:
    """Try an input; give how it broke the law, if it did, and the processor's seconds it took."""
    start = time.process_time()
    try:
        found = list(trial(content))
    except Exception as error:  # noqa: BLE001  # what is looked for is any at all
        return _raised(error), time.process_time() - start
    seconds = time.process_time() - start
    if seconds > seconds_allowed(len(content)):
        return Breach("slow", "slow", f"{seconds:.1f} s for {len(content)} bytes", seconds), seconds
    try:
        fault = next(_faults(found), None)
    except Exception as error:  # noqa: BLE001  # a report that falls over is a finding as well
        return _raised(error), seconds
    return (Breach("report", _UNLIKE.sub("", fault)[:60], fault) if fault else None), seconds


def _raised(error: Exception) -> Breach:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/octavo/" in frame.filename] or list(frames)
    where = f"{Path(ours[-1].filename).name}.{ours[-1].name}"
    told = f"{type(error).__name__}: {str(error)[:200]}\n" + "".join(
        f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in frames[-6:]
    )
    return Breach("raise", f"{type(error).__name__}-{where}", told)


def _faults(found: list[Diagnostic]) -> Iterator[str]:
    """Yield what is wrong with diagnostics: codes, places, and what terminals would obey."""
    for diagnostic in found:
        if diagnostic.code not in CODES or not diagnostic.message.strip():
            yield f"{diagnostic.code} is no code, or says nothing"
        for span in (diagnostic.span, *(related.span for related in diagnostic.related)):
            if span and not _lies_within(span):
                yield f"{diagnostic.code} points beyond its source: {span.start}-{span.end}"
    for render in (render_full, render_concise, render_github):
        shown = render(found)
        bad = next((char for char in shown if char not in _SHOWN_LINES and _steers(char)), None)
        if bad:
            yield f"{render.__name__} prints {bad!r}"
    if len(json.loads(render_json(found))) > len(found):
        yield "render_json tells more than was found"


def _lies_within(span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(span.source.text)


def _steers(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or char in _TURNS
