"""Whole PDFs, laid out by the real engine and read back."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from octavo.diagnostics import Diagnostic
from octavo.load import load_publication
from octavo.model import Artifact, Document
from octavo.parse import parse_rendering
from octavo.progress import Silent
from octavo.render import render_publication
from octavo.verify.agreement import view_of
from octavo.verify.pdf import read_pdf, verify_pdf
from octavo.write.engine import Engine
from octavo.write.messages import EngineDied, Job
from octavo.write.pdf import write_pdf

SENTENCE = "A sentence of this made-up report goes on for a while, so that lines fill and break somewhere. "
METADATA = 'title: A Made-Up Report\nauthor: [Ada Madeup]\ndate: "2021-09-30"\nlang: en-GB\n'
BLOCKS = """# First^[Of the *title*.]

## Second^[Of a section.]

Text.[^list] More.^[One.]^[Two, at https://example.org/a/very/long/address/that/will/be/broken/somewhere/in/print.]

[^list]: A paragraph.

    - one
    - two

    > A quotation.

| Name[^cell] | Sum |
|:-----|----:|
| A    |  1  |

: Sums^[Of a caption.] {#tbl:sums}

[^cell]: Of a table's head.
"""


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Start one engine for all tests here."""
    with Engine() as started:
        yield started


def read(root: Path, *chapters: str) -> Document:
    """Lay a publication out in a folder and read it up to the stage parse."""
    (root / "manuscript").mkdir(parents=True)
    (root / "manuscript" / "metadata.yaml").write_text(METADATA, encoding="utf-8")
    for number, text in enumerate(chapters, start=1):
        (root / "manuscript" / f"{number}.md").write_text(text, encoding="utf-8")
    publication = load_publication(root).value
    assert publication is not None
    parsed = parse_rendering(render_publication(publication).value)
    assert parsed.value is not None
    assert parsed.diagnostics == ()
    return parsed.value


def written(document: Document, engine: Engine) -> Artifact:
    """Write the PDF, which nothing may be said about."""
    outcome = write_pdf(document, engine, Silent())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def codes(diagnostics: tuple[Diagnostic, ...]) -> set[str]:
    """Return the codes of diagnostics."""
    return {diagnostic.code for diagnostic in diagnostics}


def test_pdf_says_what_the_document_says(tmp_path: Path, engine: Engine) -> None:
    """Headings, notes and captions are read back to the letter, wherever a note is called."""
    document = read(tmp_path, BLOCKS)

    artifact = written(document, engine)

    assert read_pdf(artifact.path) == view_of(document)
    assert verify_pdf(document, artifact) == ()


def test_notes_stay_on_the_page_of_their_call(tmp_path: Path, engine: Engine) -> None:
    """However paragraphs fall on the pages, with widows and orphans, no note strays."""
    paragraphs = [
        SENTENCE * (index % 5 + 1)
        + "".join(f"^[Note {index}.{number}: {SENTENCE}]" for number in range(index % 3))
        for index in range(64)
    ]
    document = read(tmp_path, "# Many\n\n" + "\n\n".join(paragraphs))

    assert verify_pdf(document, written(document, engine)) == ()


def test_note_longer_than_a_page_is_reported(tmp_path: Path, engine: Engine) -> None:
    """Such a note loses its first lines, which nobody would notice in a book."""
    document = read(tmp_path, f"# Long\n\nText.^[{SENTENCE * 90}]\n")

    assert "V003" in codes(verify_pdf(document, written(document, engine)))


def test_lost_note_is_reported(tmp_path: Path, engine: Engine) -> None:
    """A note that a publication's own stylesheet hides is missed."""
    templates = tmp_path / "templates" / "pdf"
    templates.mkdir(parents=True)
    (templates / "boxes.css.j2").write_text(".box { position: absolute }", encoding="utf-8")
    document = read(tmp_path, "# Box\n\n::: box\nText.^[Lost.]\n:::\n")

    assert "V002" in codes(verify_pdf(document, written(document, engine)))


def test_mistake_in_an_included_template(tmp_path: Path, engine: Engine) -> None:
    """The template that is at fault is named, not the one that includes it."""
    templates = tmp_path / "templates" / "parts"
    templates.mkdir(parents=True)
    (templates / "imprint.html.j2").write_text("<p>\n{{ metadata.titel }}</p>", encoding="utf-8")
    document = read(tmp_path, "# One\n")

    outcome = write_pdf(document, engine, Silent())

    assert [(found.code, found.path) for found in outcome.diagnostics] == [
        ("W003", "templates/parts/imprint.html.j2")
    ]
    assert "line 2" in outcome.diagnostics[0].message


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "other.png"])
def test_nothing_else_is_fetched(tmp_path: Path, engine: Engine, address: str) -> None:
    """A stylesheet reaches neither the network nor the machine's files."""
    templates = tmp_path / "templates" / "pdf"
    templates.mkdir(parents=True)
    (templates / "boxes.css.j2").write_text(f'p {{ background: url("{address}") }}', encoding="utf-8")
    document = read(tmp_path, "# One\n\nText.\n")

    assert "W001" in codes(write_pdf(document, engine, Silent()).diagnostics)


def test_engine_that_dies_is_a_diagnostic(tmp_path: Path) -> None:
    """Without any font Pango brings the child down; the parent survives and says so."""
    with Engine() as doomed:
        future = doomed.render_pdf(Job("<p>text", "", {}, tmp_path / "x.pdf"))
        with pytest.raises(EngineDied):
            future.result()
        with pytest.raises(EngineDied):
            doomed.render_pdf(Job("<p>text", "", {}, tmp_path / "x.pdf")).result()


def test_editions_keep_their_folder(tmp_path: Path, engine: Engine) -> None:
    """What was laid out is kept beside the edition as evidence."""
    document = read(tmp_path / "book", "# One\n")
    work_path = tmp_path / "elsewhere"
    moved = replace(document, publication=replace(document.publication, work_path=work_path))
    (work_path / "media").mkdir(parents=True)

    artifact = written(moved, engine)

    assert artifact.path.parent == work_path
    assert sorted(path.name for path in (work_path / "pdf").iterdir()) == ["book.css", "book.html"]


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine clears its temporary files away, though its child is killed."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # for the child
    (tmp_path / "out").mkdir()
    with Engine() as engine:
        engine.render_pdf(Job("<title>Empty</title>", "", {}, tmp_path / "out" / "x.pdf")).result()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
