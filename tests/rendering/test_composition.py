"""Badly set publications, laid out by the real engine: each fault is told, at its file and line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from octavo.diagnostics import Diagnostic
from octavo.progress import Silent
from octavo.verify.pdf import verify_pdf
from octavo.write import lay_out_media
from octavo.write.engine import Engine
from octavo.write.pdf import write_pdf
from tests.support.documents import document_of

pytestmark = pytest.mark.slow

METADATA = 'title: A Made-Up Report\nauthor: [Ada Madeup]\ndate: "2021-09-30"\nlang: en-GB\n'
WORDS = (
    "A sentence of this made-up report goes on for a while and on, so that lines fill and break somewhere. "
)
DOTS = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="{height}"><path d="M0 0h400v9H0z"/></svg>'
STYLES = "templates/pdf/text.css.j2"
OWN = Path(__file__).parents[2] / STYLES


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Start one engine for all tests here."""
    with Engine() as started:
        yield started


def faults(engine: Engine, root: Path, text: str, css: str = "") -> list[tuple[str, str | None, int | None]]:
    """Lay out a chapter with a stylesheet that goes on with `css`; give each fault with its place."""
    files = {
        "manuscript/metadata.yaml": METADATA,
        "manuscript/1.md": text,
        "manuscript/high.svg": DOTS.format(height=560),
    }
    if css:
        files[STYLES] = OWN.read_text(encoding="utf-8") + css
    document = document_of(root, files)
    lay_out_media(document)
    outcome = write_pdf(document, engine, Silent())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return [_told(fault) for fault in verify_pdf(document, outcome.value)]


def _told(fault: Diagnostic) -> tuple[str, str | None, int | None]:
    return fault.code, fault.path, fault.span.first.line if fault.span else None


MANY = "# Many\n\n" + "\n\n".join(
    f"Paragraph {index} begins. {WORDS * (index % 4 + 1)}{'And so on. ' * (index % 19)}"
    for index in range(80)
)
SECTIONS = "# Many\n\n" + "\n\n".join(
    f"## Part {index}\n\nText of part {index}. {WORDS * (index % 6 + 1)}" for index in range(50)
)
LONG = "Unpronounceabilitiesandothers of Incomprehensibilitiesandsome"


def codes_at(found: list[tuple[str, str | None, int | None]], text: str, begin: str) -> set[str]:
    """Give the codes of what was found; each must be at a line of the chapter that begins as told."""
    for _, path, line in found:
        assert path == "manuscript/1.md"
        assert text.splitlines()[(line or 0) - 1].startswith(begin)
    return {code for code, _, _ in found}


@pytest.mark.parametrize("text", [MANY, SECTIONS])
def test_the_house_style_is_let_through(engine: Engine, tmp_path: Path, text: str) -> None:
    """Whatever its lengths, running text has no fault that the stylesheet prevents."""
    assert faults(engine, tmp_path, text) == []


def test_widows_and_orphans_are_told(engine: Engine, tmp_path: Path) -> None:
    """Where the stylesheet lets lines stand alone, those that do are told with their paragraph."""
    found = faults(engine, tmp_path, MANY, "p { widows: 1 !important; orphans: 1 !important }")

    assert codes_at(found, MANY, "Paragraph ") >= {"V040", "V041"}


def test_headings_at_the_foot_are_told(engine: Engine, tmp_path: Path) -> None:
    """Where the stylesheet lets a heading stand last on its page, it is told."""
    found = faults(engine, tmp_path, SECTIONS, "h2 { break-after: auto !important; break-inside: auto }")

    assert codes_at(found, SECTIONS, "## Part ") == {"V042"}


def test_stretched_lines_are_told(engine: Engine, tmp_path: Path) -> None:
    """Two words in a line that holds no third are driven to its ends."""
    text = f"# Words\n\nShort words in a line.\n\n{LONG} and on. {WORDS * 3}\n"
    found = faults(engine, tmp_path, text, "p { width: 62mm; hyphens: none }")

    assert ("V043", "manuscript/1.md", 5) in found


def test_ladders_of_hyphens_are_told(engine: Engine, tmp_path: Path) -> None:
    """In a very narrow column, line after line ends in a hyphen."""
    text = "# Words\n\nPneumonoultramicroscopicsilicovolcanoconiosis is a word.\n"
    found = faults(
        engine, tmp_path, text, "p { width: 16mm; hyphenate-limit-chars: 5 2 2; text-align: left }"
    )

    assert ("V048", "manuscript/1.md", 3) in found


@pytest.mark.parametrize(
    ("line", "css"),
    [
        (f"Code: `{'a b c d ' * 16}`", "code { white-space: nowrap }"),
        (
            "![A picture of something wide](high.svg)",
            "figure img { max-width: none !important; width: 560pt }",
        ),
    ],
)
def test_what_reaches_into_the_margin_is_told(engine: Engine, tmp_path: Path, line: str, css: str) -> None:
    """Text and pictures wider than the area are told where they stand, though they are on the page."""
    found = faults(engine, tmp_path, f"# Wide\n\nText.\n\n{line}\n\nText after it.\n", css)

    assert ("V044", "manuscript/1.md", 5) in found


def test_nearly_empty_pages_are_told(engine: Engine, tmp_path: Path) -> None:
    """A last page with a line or two, and a page left for a figure that did not fit."""
    text = f"# Gap\n\n{WORDS * 6}\n\n![A picture of something high](high.svg)\n\n::: last\nThe end.\n:::\n"
    found = faults(engine, tmp_path, text, ".last { break-before: page } .figure-block { margin-top: 70mm }")

    assert found == [("V046", "manuscript/1.md", 5), ("V045", "manuscript/1.md", 8)]
