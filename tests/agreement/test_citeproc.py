"""Law: octavo's notes are those of citeproc, in the same order, with nothing lost.

A thousand random citations in chapters are read by octavo and, with each style, by Pandoc's own citeproc.
Where octavo goes its own way, the text that Pandoc reads says what octavo is to make of it: citations at
one place are written as one there. Sources in notes of an author's own, where octavo has other parentheses
and stops than Pandoc, are compared letter by letter.
"""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from octavo.ast import iter_nodes, plain_text
from octavo.csl import find_style
from octavo.pandoc import run_pandoc
from tests.support.documents import document_of

STYLES = ("chicago-notes-bibliography-subsequent-ibid", "oscola", "mhra-notes")
CITATIONS, CHAPTERS = 1000, 10
READER = "markdown-yaml_metadata_block-pandoc_title_block-mmd_title_block"
PREFIXES = ("see", "cf.", "see also", "compare *inter alia*", "quoted by")
LOCATORS = (", p. 3", ", pp. 12-15", ", chap. 2", ", sec. 4", " 33, 35", ", vol. 2")
SUFFIXES = (" and *passim*", ", with a map", " (in part)")
KINDS = (
    """@book{{{key}, author = {{{author}}}, title = {{{title}}}, publisher = {{No Press}},
      location = {{Nowhere}}, date = {{{year}}}, langid = {{english}}}}""",
    """@article{{{key}, author = {{{author}}}, title = {{{title}?}}, journaltitle = {{Annals of Nothing}},
      volume = {{{number}}}, number = {{2}}, pages = {{1--9}}, date = {{{year}}}, langid = {{english}}}}""",
    """@online{{{key}, author = {{{{Office of {title}}}}}, title = {{{title}}}, date = {{{year}-03-04}},
      url = {{https://fable.example/{key}}}, langid = {{english}}}}""",
    """@collection{{{key}, editor = {{{author}}}, title = {{{title}}}, publisher = {{No Press}},
      date = {{{year}}}, langid = {{german}}}}""",
    """@report{{{key}, title = {{{title}}}, institution = {{Institute of Nothing}}, type = {{techreport}},
      date = {{{year}}}, langid = {{ukrainian}}}}""",
)
UNSIGHTLY = re.compile(r"[.,;]{2,}(?<!\.,)(?<!\.;)|[?!][.,]| [.,;)]|\( |(?:[^.?!”’)]|[^.?!][”’)])$")
"""Marks twice, or apart from their word, and notes without an end."""
SURNAMES = ("Madeup", "von Invented", "O'Fable", "Неіснуюча", "Untrue", "Fictive", "Nobody")
THINGS = ("Bridges", "Rivers", "Мости", "Barges", "Ledgers", "Ferries", "Tolls", "Quays")


@dataclass(frozen=True)
class Piece:
    """A stretch of text as its author writes it, and as Pandoc is to read it.

    `is_own` says that it holds a note of the author's own, with sources in it.
    """

    written: str
    meant: str
    is_own: bool = False


def entries() -> str:
    """Make a bibliography of forty sources of five kinds."""
    choice = random.Random(40)
    made = []
    for number in range(40):
        names = [f"{choice.choice(SURNAMES)}, {choice.choice('ABC')}na" for _ in range(choice.randint(1, 4))]
        title = f"{choice.choice(THINGS)} and {choice.choice(THINGS)} {number}"
        kind = KINDS[number % len(KINDS)]
        values = {"author": " and ".join(names), "title": title, "year": 1990 + number % 30, "number": number}
        made.append(kind.format(key=f"k{number}", **values))
    return "\n\n".join(made) + "\n"


class _Author:
    """Writes citations of all kinds, always the same thousand."""

    def __init__(self) -> None:
        self._choice = random.Random(1000)
        self.count = 0
        self._last = "k0"

    def citation(self, *, may_suppress: bool = True) -> str:
        """Write a citation within its bracket: often of the source before, for the sake of ibid."""
        choice = self._choice
        key = self._last if choice.random() < 0.35 else f"k{choice.randrange(40)}"
        self._last = key
        self.count += 1
        prefix = f"{choice.choice(PREFIXES)} " if choice.random() < 0.2 else ""
        sign = "-@" if may_suppress and choice.random() < 0.1 else "@"
        locator = choice.choice(LOCATORS) if choice.random() < 0.5 else ""
        suffix = choice.choice(SUFFIXES) if choice.random() < 0.1 else ""
        return f"{prefix}{sign}{key}{locator}{suffix}"

    def cluster(self, *, may_suppress: bool = True) -> str:
        """Write what stands in one bracket."""
        count = self._choice.choices((1, 2, 3, 4), (70, 20, 7, 3))[0]
        return "; ".join(self.citation(may_suppress=may_suppress) for _ in range(count))

    def named(self) -> str:
        """Write a citation that names its author in the text."""
        self.count += 1
        self._last = f"k{self._choice.randrange(40)}"
        locator = f" [{self._choice.choice(LOCATORS)[1:].strip()}]" if self._choice.random() < 0.5 else ""
        return f"@{self._last}{locator}"

    def piece(self) -> Piece:
        """Write one sentence with its note or notes."""
        kind = self._choice.choices(("plain", "named", "pair", "own", "both"), (56, 12, 10, 14, 8))[0]
        if kind == "named":
            text = f"As {self.named()} says, it is so."
            return Piece(text, text)
        if kind == "pair":
            first, second = self.cluster(), self.cluster()
            gap = self._choice.choice(("", " ", "\n"))
            return Piece(f"Here [{first}]{gap}[{second}].", f"Here [{first}; {second}].")
        if kind == "own":
            text = f"A note.^[{self._own()}]"
            return Piece(text, text, is_own=True)
        if kind == "both":
            cluster = self.cluster(may_suppress=False)
            if self._choice.random() < 0.5:
                return Piece(f"So [{cluster}].^[It is said.]", f"So.^[[{cluster}]. It is said.]", is_own=True)
            return Piece(f"So.^[It is said.] [{cluster}]", f"So.^[It is said. [{cluster}]]", is_own=True)
        text = f"It is so [{self.cluster()}]{self._choice.choice(('.', ', they say.', ' in part.'))}"
        return Piece(text, text)

    def _own(self) -> str:
        first, second = self.cluster(), self.cluster()
        patterns = (
            f"On this see [{first}] and [{second}].",
            f"It was close [{first}], and then not; compare [{second}]",
            f"[{first}] Others differ. [{second}]",
            f"As @k{self._choice.randrange(40)} says, with [{first}], as does [{second}].",
        )
        return self._choice.choice(patterns)


@cache
def chapters() -> tuple[tuple[Piece, ...], ...]:
    """Write the chapters, each of some paragraphs."""
    author = _Author()
    pieces: list[list[Piece]] = []
    for number in range(1, CHAPTERS + 1):
        pieces.append([])
        while author.count < CITATIONS * number // CHAPTERS + number:
            pieces[-1].append(author.piece())
    return tuple(tuple(chapter) for chapter in pieces)


def markdown(chapter: tuple[Piece, ...], *, as_meant: bool) -> str:
    """Give a chapter's text."""
    opening = "# A chapter\n\nIt begins with a note.^[No source.]"
    return "\n\n".join([opening, *(piece.meant if as_meant else piece.written for piece in chapter)])


def octavo_notes(style: str, folder: Path) -> list[str]:
    """Give the notes that octavo makes."""
    files = {
        f"manuscript/{number:02}0.md": markdown(chapter, as_meant=False)
        for number, chapter in enumerate(chapters(), start=1)
    }
    document = document_of(
        folder,
        {
            "manuscript/metadata.yaml": f"title: T\nauthor: A\nlang: en-US\ndate: 2021-09-30\ncsl: {style}\n",
            "bibliography/sources.bib": entries(),
            **files,
        },
    )
    return [note.text for note in document.notes]


def pandoc_notes(style: str, folder: Path) -> list[str]:
    """Give the notes that Pandoc makes of the same text."""
    found = find_style(style, folder)
    assert found
    (folder / "sources.bib").write_text(entries(), encoding="utf-8")
    text = "\n\n".join(markdown(chapter, as_meant=True) for chapter in chapters())
    options = ["--citeproc", "--bibliography=sources.bib", f"--csl={found.path}", "--metadata=lang:en-US"]
    arguments = [f"--from={READER}", "--to=json", *options]
    written = run_pandoc(arguments, text=text.encode(), folder=folder)
    tree = json.loads(written.output)
    return [plain_text(node["c"]) for node in iter_nodes(tree["blocks"]) if node["t"] == "Note"]


def own_notes() -> Iterator[bool]:
    """Tell of each note whether it is one of the author's own."""
    for chapter in chapters():
        yield False
        yield from (piece.is_own for piece in chapter)


def letters(text: str) -> str:
    """Leave the letters and figures of a text."""
    return re.sub(r"[\W_]+", "", text).casefold()


def test_the_text_has_a_thousand_citations() -> None:
    """Of all kinds, and notes of an author's own as well as pairs at one place."""
    written = "\n".join(piece.written for chapter in chapters() for piece in chapter)

    assert len(re.findall(r"@k\d+", written)) >= CITATIONS
    assert all(sign in written for sign in ("-@k", "[see @k", "; @k", "As @k", "][", "^[On this"))


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
def test_notes_are_those_of_citeproc(style: str, tmp_path: Path) -> None:
    """Each note is, in its place, what citeproc makes of it: to the letter, or to the last sign."""
    made, expected = octavo_notes(style, tmp_path / "octavo"), pandoc_notes(style, tmp_path)

    assert len(made) == len(expected) == len(list(own_notes()))
    for number, (ours, theirs, is_own) in enumerate(zip(made, expected, own_notes(), strict=True), start=1):
        if is_own:
            assert (number, letters(ours)) == (number, letters(theirs))
            assert (number, UNSIGHTLY.findall(ours)) == (number, [])
        else:
            assert (number, ours) == (number, re.sub(r"^\(N ", "(n ", theirs))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("style", "numbering", "expected"),
    [
        (STYLES[0], "continuous", ["1 Ada Madeup", "2 Ibid.", "3 Madeup, Bridges", "4 Nobody", "5 Ibid."]),
        (STYLES[0], "per-chapter", ["1 Ada Madeup", "2 Ibid.", "1 Ada Madeup", "2 Nobody", "3 Ibid."]),
        (STYLES[1], "continuous", ["1 Ada Madeup", "2 Ibid", "3 Madeup (n 1)", "4 Nobody", "5 Ibid"]),
        (STYLES[1], "per-chapter", ["1 Ada Madeup", "2 Ibid", "1 Ada Madeup", "2 Nobody", "3 Ibid"]),
        (STYLES[2], "per-chapter", ["1 Ada Madeup", "2 Madeup", "1 Ada Madeup", "2 Nobody", "3 Nobody"]),
    ],
)
def test_forms_of_reference_by_chapter(
    style: str, numbering: str, expected: list[str], tmp_path: Path
) -> None:
    """No chapter begins with ibid.; where numbers begin again, full references do."""
    book = "@book{{{}, author = {{{}}}, title = {{{}}}, date = {{2020}}, langid = {{english}}}}\n"
    document = document_of(
        tmp_path,
        {
            "manuscript/metadata.yaml": (
                f"title: T\nauthor: A\nlang: en-GB\ndate: 2021-09-30\ncsl: {style}\nnotes: {numbering}\n"
            ),
            "bibliography/a.bib": book.format("a", "Madeup, Ada", "Bridges")
            + book.format("b", "Nobody", "No"),
            "manuscript/10-a.md": "# One\n\nA [@a]. Again [@a, p. 3].\n",
            "manuscript/20-b.md": "# Two\n\nAgain [@a]. Another [@b]. Again [@b].\n",
        },
    )

    told = [f"{note.label} {note.text}" for note in document.notes]
    assert [text[: len(start)] for text, start in zip(told, expected, strict=True)] == expected


@pytest.mark.slow
def test_each_source_by_the_rules_of_its_own_language(tmp_path: Path) -> None:
    """Labels, "and", quotation marks and "ibid." are the source's; the text's own words are the text's."""
    entry = (
        "@article{{{}, author = {{{}}}, title = {{{}}}, journaltitle = {{{}}}, volume = {{3}},"
        " pages = {{1--9}}, date = {{2020}}, langid = {{{}}}}}\n"
    )
    document = document_of(
        tmp_path,
        {
            "manuscript/metadata.yaml": (
                "title: T\nauthor: A\nlang: uk\ndate: 2021-09-30\ncsl: mhra-notes-subsequent-ibid\n"
                "reference_language: source\n"
            ),
            "bibliography/a.bib": entry.format(
                "a", "Madeup, Ada and Nobody, Ned", "On bridges", "Annals", "english"
            )
            + entry.format("b", "Вигадана, Ада and Ніхто, Нед", "Про мости", "Літопис", "ukrainian"),
            "manuscript/10-a.md": (
                "# Один\n\nA [@a, с. 3]. B [@a, с. 4]. C [@b, с. 5]. D [див. @a, с. 6; @b]. E @a [с. 7].\n\n"
                "F.^[Див. [@a, розд. 2] і [@b].]\n"
            ),
        },
    )

    assert [note.text for note in document.notes] == [
        "Ada Madeup and Ned Nobody, “On Bridges,” Annals, 3 (2020), pp. 1–9 (p. 3).",
        "Ibid., p. 4.",
        "Ада Вигадана і Нед Ніхто, «Про мости», Літопис, 3 (2020), с. 1–9 (с. 5).",
        "Див. Madeup and Nobody, “On Bridges,” p. 6; Вигадана і Ніхто, «Про мости».",
        "“On Bridges,” p. 7.",
        "Див. ibid., chap. 2 і Вигадана і Ніхто, «Про мости».",
    ]
    assert document.references == (
        "Madeup, Ada, and Ned Nobody, “On Bridges,” Annals, 3 (2020), pp. 1–9",
        "Вигадана, Ада, і Нед Ніхто, «Про мости», Літопис, 3 (2020), с. 1–9",
    )
