"""A book of many sources, on which `octavo check` is timed beside Pandoc's own parse of the same files.

Pandoc reads the chapters and runs citeproc with the same bibliography and style; octavo does that too, on
the entries that are cited, and judges the text and its sources besides.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from octavo.csl import find_style
from octavo.pandoc import pandoc_path
from tests.bench.contestants import Command

CHAPTERS, ENTRIES, CITATIONS = 20, 2000, 1000
STYLE = "chicago-notes-bibliography"
PANDOC = "pandoc --to=json --citeproc"
_METADATA = f'title: A Book of Sources\nauthor: Ada Madeup\ndate: "2021-09-30"\nlang: en-GB\ncsl: {STYLE}\n'
_FIELDS = {
    "book": "publisher = {No Press}, location = {Nowhere}, date = {%(year)d}, isbn = {978-3-16-148410-0}",
    "online": "date = {%(year)d-03-05}, url = {https://fable.example/%(key)s}, urldate = {2021-08-01}",
    "article": "journaltitle = {Annals of Nothing}, volume = {%(number)d}, pages = {1--9}, "
    "date = {%(year)d}, doi = {10.1234/%(key)s}",
}
_WORDS = (
    "river",
    "bridge",
    "ledger",
    "harbour",
    "loan",
    "minute",
    "barge",
    "town",
    "map",
    "tariff",
    "signal",
)


def lay_out_sources(root: Path) -> Path:
    """Lay out the publication; half of its entries are cited, each once."""
    (root / "manuscript").mkdir(parents=True)
    (root / "bibliography").mkdir()
    (root / "manuscript" / "metadata.yaml").write_text(_METADATA, encoding="utf-8")
    entries = "\n".join(_entry(number) for number in range(ENTRIES))
    (root / "bibliography" / "sources.bib").write_text(entries, encoding="utf-8")
    share = CITATIONS // CHAPTERS
    for chapter in range(CHAPTERS):
        cited = range(chapter * share, (chapter + 1) * share)
        text = "\n\n".join(_paragraph(number * 2) for number in cited)
        path = root / "manuscript" / f"{chapter + 1:02}-chapter.md"
        path.write_text(f"# Chapter {chapter + 1}\n\n{text}\n", encoding="utf-8")
    return root


def check_commands(root: Path) -> Mapping[str, Sequence[Command]]:
    """Return the commands: `octavo check`, and Pandoc on the same files."""
    style = find_style(STYLE, root)
    assert style is not None
    chapters = sorted(str(path) for path in (root / "manuscript").glob("*.md"))
    pandoc = [str(pandoc_path()), *chapters, "--to=json", "--citeproc", f"--csl={style.path}"]
    return {
        "octavo check": [[sys.executable, "-m", "octavo", "check", str(root)]],
        PANDOC: [[*pandoc, f"--bibliography={root / 'bibliography' / 'sources.bib'}"]],
        "pandoc --to=json, without sources": [[*pandoc[: 1 + len(chapters)], "--to=json"]],
    }


def _entry(number: int) -> str:
    kind = tuple(_FIELDS)[number % len(_FIELDS)]
    author = f"{_word(number)}, {_word(number // 7)}".title()
    title = f"The {_word(number * 3)} of the {_word(number // 5)} and the {_word(number // 11)} {number}"
    fields = _FIELDS[kind] % {"key": _key(number), "number": number, "year": 1980 + number % 40}
    head = f"@{kind}{{{_key(number)}, author = {{{author}}}, title = {{{title}}}, langid = {{english}}"
    return f"{head}, {fields}}}\n"


def _paragraph(number: int) -> str:
    sentence = (
        "The committee of this invented country met again and moved nothing, as it had in the year before."
    )
    return f"{sentence}\nIts minutes speak of loans [@{_key(number)}, p. {number % 90 + 1}].\n{sentence}"


def _key(number: int) -> str:
    return f"madeup{number}"


def _word(number: int) -> str:
    return _WORDS[number % len(_WORDS)]
