"""Can everybody read an EPUB? Ace by DAISY lays its pages out in Chromium and asks axe and rules of its own.

Both are programs for tests and for `octavo verify` alone. Ace ends with 0 whatever it finds, runs what a page
asks for, and shuts Chromium's sandbox off: so its report is read, and no book with scripts gets as far.
"""

import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from octavo.codes import Severity
from octavo.verify.epub.book import BookFault
from octavo.verify.epub.threats import find_threat
from octavo.verify.full.ace_words import GRAVE_IMPACTS, OTHER_BARRIER, OTHER_METADATA, WORDS
from octavo.verify.full.running import run
from octavo.verify.full.validator import Answer, Fault, GaveUp, NotChecked, Unreadable, Validator

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_BROWSER_START_MS = 60_000
_TIME_LIMIT_SECONDS = 600.0
_MOST_LETTERS = 300


def examine(path: Path) -> Answer:
    """Ask Ace about an EPUB, in a folder and a home of its own."""
    program, browser = _program(), _browser()
    try:
        threat = find_threat(path)
    except BookFault as fault:
        raise Unreadable(str(fault)) from fault
    if threat:
        raise NotChecked(
            f"{threat}, and Ace would let a browser follow it without a sandbox",
            "build the EPUB with octavo, which writes no such thing, or ask whoever made it for one without",
        )
    with tempfile.TemporaryDirectory(prefix="octavo-") as folder:
        report = _report(path, program, browser, Path(folder))
    pages = sum(str(part["earl:testSubject"]["url"]).endswith("html") for part in report["assertions"])
    return Answer(tuple(_faults(report)), f"{pages} pages")


def _program() -> str:
    """Name Ace: beside this Python, where `make test` puts it, or on the path."""
    beside = Path(sys.prefix, "ace", "node_modules", ".bin", "ace-cli")
    found = str(beside) if beside.is_file() else shutil.which("ace-cli")
    if found is None:
        cure = "run `make test` once, or `npm install --global @daisy/ace-cli`; both need Node.js"
        raise NotChecked("Ace by DAISY is not installed", cure)
    if shutil.which("node") is None:
        raise NotChecked("Ace by DAISY needs Node.js, and there is no `node`", "install Node.js")
    return found


def _browser() -> str:
    for name in _BROWSERS:
        if found := shutil.which(name):
            return found
    raise NotChecked("Ace by DAISY needs Chromium, and there is none", "install Chromium")


def _report(path: Path, program: str, browser: str, folder: Path) -> Mapping[str, Any]:
    """Let Ace write its report, and read it."""
    command = [program, "--silent", "--doNotReportMedia", "--outdir", str(folder / "report")]
    command += ["--tempdir", str(folder / "pages"), str(path.resolve())]
    environment = {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        "PUPPETEER_EXECUTABLE_PATH": browser,
        "ACE_TIMEOUT_INITIAL": str(_BROWSER_START_MS),
        "LANG": os.environ.get("LANG", "C.UTF-8"),
    }
    done = run(
        command, name="Ace", time_limit=_TIME_LIMIT_SECONDS, environment=environment, folder=str(folder)
    )
    try:
        report = json.loads((folder / "report" / "report.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        last = (done.complaint or done.output.decode(errors="replace")).strip().splitlines()[-1:]
        raise GaveUp(" ".join(["Ace wrote no report", *last])) from error
    return dict(report)


def _faults(report: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield each broken rule once for each page, with the first place of it."""
    for part in report["assertions"]:
        page = str(part["earl:testSubject"]["url"])
        found: Sequence[Mapping[str, Any]] = part["assertions"]
        times = Counter(str(item["earl:test"]["dct:title"]) for item in found)
        firsts = {str(item["earl:test"]["dct:title"]): item for item in reversed(found)}
        for rule in times:
            yield _fault(rule, firsts[rule], page, times[rule])


def _fault(rule: str, found: Mapping[str, Any], page: str, times: int) -> Fault:
    result = found["earl:result"]
    html = str(result.get("html") or "")
    places = (result.get("earl:pointer") or {}).get("css") or []
    is_metadata = rule.startswith("metadata-")
    message, hint = WORDS.get(rule, OTHER_METADATA if is_metadata else OTHER_BARRIER)
    is_grave = str(found["earl:test"].get("earl:impact")) in GRAVE_IMPACTS
    return Fault(
        "V064",
        f"Ace {rule}",
        message,
        hint,
        said=str(result["dct:description"]).splitlines()[0],
        place=f"`{page}`" + (f", `{places[0]}`" if places else ""),
        near=tuple(_words(html)),
        severity=Severity.ERROR if is_grave else Severity.WARNING,
        times=times,
    )


def _words(html: str) -> Iterator[str]:
    """Yield words by which an element is found in the manuscript: its picture, its text, a link's address."""
    try:
        element = etree.fromstring(
            html, etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
        )
    except etree.XMLSyntaxError:
        return
    if element is None:
        return
    text = " ".join("".join(str(part) for part in element.itertext()).split())
    pictures = [inner.get(name) for inner in element.iter() for name in ("alt", "src")]
    for words in (*pictures, text, element.get("href")):
        if words and words.strip():
            yield words.strip()[:_MOST_LETTERS]


ACE = Validator(name="Ace by DAISY", format="epub", promise="no barrier that Ace finds", examine=examine)
