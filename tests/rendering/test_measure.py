"""The column of running text: as wide as readers like it, in lines that stand where facing lines stand."""

import statistics
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from octavo.house import house_templates_path
from octavo.progress import Silent
from octavo.write.engine import Engine
from octavo.write.pdf import write_pdf
from tests.support.documents import document_of

METADATA = 'title: A Made-Up Report\nauthor: [Ada Madeup]\ndate: "2021-09-30"\nlang: en-GB\n'
PARAGRAPH = (
    "The made-up board met in the spring of that year, and it asked for the figures that nobody had kept. "
    "Most of the members had read the report before they came; the others listened, wrote down what they "
    "heard, and went home by the evening train. What they decided was printed in the next number, under a "
    "heading that said little and on a page that few people turned to.\n\n"
)
LISTS = (
    "## A section\n\n- one\n- two\n\n    a. three\n    b. four\n\n> Quoted words, at length.\n\n"
    "```\ncode\n```\n\n"
    "### A part\n\nTerm\n\n:   Its meaning.\n\n::: pull-quote\nA sentence that is shown large.\n:::\n\n"
)
OTHER_FACE = {"family: Spectral": "family: PT Sans", "size: 10.5pt": "size: 9.5pt"}
POINTS_APART = 0.3


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Start one engine for all tests here."""
    with Engine() as started:
        yield started


def printed(engine: Engine, root: Path, text: str, other: dict[str, str]) -> Path:
    """Lay out one chapter in the house's brand, changed as told."""
    brand = (house_templates_path() / "_brand.yml").read_text(encoding="utf-8")
    for written, wanted in other.items():
        assert written in brand
        brand = brand.replace(written, wanted)
    files = {"templates/_brand.yml": brand, "manuscript/metadata.yaml": METADATA, "manuscript/1.md": text}
    document = document_of(root, files)
    outcome = write_pdf(document, engine, Silent())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value.path


def lines(path: Path) -> list[tuple[str, float]]:
    """Return the lines of the body of pages with nothing else on them, with their letters' foot in points."""
    found: list[tuple[str, float]] = []
    with pypdfium2.PdfDocument(path) as book:
        for page in book:
            textpage = page.get_textpage()
            text = textpage.get_text_range()
            start = 0
            for line in text.split("\r\n"):
                feet = [
                    textpage.get_charbox(start + index)[1]
                    for index, char in enumerate(line)
                    if char in "aeno"
                ]
                if feet:
                    found.append((line, statistics.median(feet)))
                start += len(line) + 2
    return found


@pytest.mark.parametrize("other", [{}, OTHER_FACE])
def test_lines_hold_sixty_to_seventy_two_characters(
    engine: Engine, tmp_path: Path, other: dict[str, str]
) -> None:
    """Whatever the typeface and its size, full lines are as long as readers follow with ease."""
    path = printed(engine, tmp_path, f"# Words\n\n{PARAGRAPH * 12}", other)
    texts = [line.strip() for line, _ in lines(path)]
    full = [len(text) for text in texts if text[:-1] in PARAGRAPH and not text.endswith("turned to.")]

    assert len(full) > 40
    assert 64 <= statistics.mean(full) <= 68
    assert [length for length in full if not 60 <= length <= 72] == []


def test_lines_stand_on_one_grid(engine: Engine, tmp_path: Path) -> None:
    """Sections, lists, quotations, code and definitions take whole lines: the text after them is in step."""
    path = printed(engine, tmp_path, f"# Words\n\n{PARAGRAPH}{LISTS}{PARAGRAPH}", {})
    feet = [
        foot
        for line, foot in lines(path)
        if line.startswith(("The made-up board", "heard, and", "heading that"))
    ]
    line = 10.5 * 1.45

    assert len(feet) >= 2
    offsets = [abs((foot - feet[0] + line / 2) % line - line / 2) for foot in feet]
    assert max(offsets) < POINTS_APART
