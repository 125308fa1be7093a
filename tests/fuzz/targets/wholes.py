"""Whole publications: every rule on chapters and entries, and folders in which several files are broken."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from octavo.check import check_publication
from octavo.load import load_publication
from octavo.load.bibliography import Shelf, read_entries
from octavo.load.manuscript import read_chapter
from octavo.markdown import scan
from octavo.model import Bibliography, Chapter, Publication
from octavo.policy import policy_of
from octavo.source import SourceFile
from tests.fuzz.law import Target, Trial
from tests.fuzz.targets.loading import Found, source_of
from tests.support.least_publication import write_publication

_BIB = """@book{doe2020,
  title = {A {Bridge} in Brest},
  author = {Doe, Ada},
  publisher = {Press},
  location = {Nowhere},
  date = {2020},
}
"""
_TEXT = """# First

Some “text” says so [@doe2020, p. 3], and *more*.[^1] It cost 5 per cent.

[^1]: See @doe2020.
"""
_METADATA = "title: A Sample\nauthor: Ada Sample\nlang: en-GB\nclaims: claims\nrules:\n  C040: error\n"
_CHART = "data: {name: prices}\nmark: bar\nencoding: {x: {field: year, type: ordinal}}\n"
_CLAIMS = "- {id: C01, statement: It is so, status: established, sources: [doe2020]}\n"
BOOK = {
    "manuscript/metadata.yaml": _METADATA,
    "manuscript/10-first.md": _TEXT,
    "manuscript/20-second.md": "# Second\n\n![Text](figures/a.svg)\n\n{{ data.prices[0].year }}\n",
    "manuscript/data/claims.yaml": _CLAIMS,
    "manuscript/data/prices.csv": "year,price\n2020,1\n",
    "manuscript/figures/a.vl.yaml": _CHART,
    "bibliography/sources.bib": _BIB,
    "templates/_brand.yml": "color:\n  primary: '#112233'\n",
}


def begin_book(folder: Path) -> Publication:
    """Lay a small publication out and load it."""
    publication = load_publication(write_publication(folder, BOOK)).value
    assert publication is not None
    return publication


def begin_chapter_rules(folder: Path) -> Trial:
    """Judge a chapter by every rule."""
    publication = begin_book(folder)

    def read(content: bytes) -> Found:
        chapter = read_chapter(source_of(content, "manuscript/10-first.md"))
        found = check_publication(replace(publication, chapters=(chapter.value,)))
        scan.cache_clear()
        return [*chapter.diagnostics, *found]

    return read


def begin_entry_rules(folder: Path) -> Trial:
    """Judge entries, all of them cited, by every rule."""
    publication = begin_book(folder)

    def read(content: bytes) -> Found:
        shelf = Shelf()
        read_entries(source_of(content, "bibliography/sources.bib"), shelf)
        shelved = Bibliography(shelf.entries, tuple(shelf.string_blocks), frozenset(shelf.broken))
        text = "# First\n\n" + " ".join(f"Text [@{{{key}}}, p. 3]." for key in shelf.entries) + "\n"
        chapter: Chapter = read_chapter(SourceFile("manuscript/10-first.md", text)).value
        found = check_publication(replace(publication, chapters=(chapter,), bibliography=shelved))
        scan.cache_clear()
        return [*shelf.diagnostics, *found]

    return read


def begin_folder(folder: Path) -> Trial:
    """Load and judge a folder; an input is the text of several files, each behind a line of its number."""
    root = folder / "book"
    names = tuple(BOOK)

    def read(content: bytes) -> Found:
        shutil.rmtree(root, ignore_errors=True)
        write_publication(root, BOOK)
        for name, text in _files(content, names).items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
        loaded = load_publication(root)
        if loaded.value is None:
            return loaded.diagnostics
        policy = policy_of(loaded.value)
        found = [*loaded.diagnostics, *check_publication(loaded.value)]
        scan.cache_clear()
        return [*policy.judge(found), *policy.unused(found, "LC")]

    return read


def _files(content: bytes, names: tuple[str, ...]) -> Mapping[str, bytes]:
    """Part an input into files; a number beyond those of the book makes a chapter with an odd name."""
    files: dict[str, bytes] = {}
    for part in content.split(b"\x01")[:4]:
        number = part[0] if part else 0
        if number < len(names) or number in range(48, 48 + len(names)):
            files[names[number % 48]] = part[1:]
        else:
            odd = (
                part[1:20].decode("utf-8", "replace").replace("/", "_").replace("\x00", "_").strip(".") or "x"
            )
            files[f"manuscript/{odd}.md"] = part
    return files


WHOLES = (
    Target("chapter-rules", begin_chapter_rules, "markdown", share=0.3),
    Target("entry-rules", begin_entry_rules, "bibtex", share=0.4),
    Target("publication-text", begin_folder, "markdown", share=0.1, steady=False),
    Target("publication-files", begin_folder, "yaml", share=0.1, steady=False),
)
