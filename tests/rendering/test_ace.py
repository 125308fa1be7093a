"""Ace by DAISY finds no barrier in what octavo writes, and finds one that was put there."""

import os
import re
import zipfile
from pathlib import Path

import pytest

from octavo.verify.full.ace import ACE
from octavo.verify.full.validator import Fault, NotChecked
from tests.support.builds import REPOSITORY, Builder, editions

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def ace_of_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find Ace where `make test` puts it, whichever Python runs the tests."""
    programs = REPOSITORY / ".venv" / "ace" / "node_modules" / ".bin"
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")


def barriers(path: Path) -> tuple[Fault, ...]:
    """Ask Ace about a book."""
    try:
        return ACE.examine(path).faults
    except NotChecked as reason:
        pytest.skip(f"{reason}: {reason.cure}")


PLANTED = {
    "03-bargain.xhtml": (
        '<p><img src="media/nothing.png"/> <a href="#chapter-3"></a></p><h6>Too deep</h6>'
        '<p style="color: #ccc">These words are too pale.</p>'
    ),
}
"""What is put at the end of a page of the analysis."""

FOUND = {
    ("EPUB/package.opf", "metadata-accessmode"),
    ("03-bargain.xhtml", "image-alt"),
    ("03-bargain.xhtml", "link-name"),
    ("03-bargain.xhtml", "heading-order"),
    ("03-bargain.xhtml", "color-contrast"),
}
"""What Ace must say of them, and of nothing else."""


def with_barriers(book: Path, path: Path) -> Path:
    """Copy a book, and put barriers into it."""
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.infolist():
            text = old.read(member)
            name = member.filename.removeprefix("EPUB/")
            if name in PLANTED:
                text = re.sub(rb"(</section>\s*</body>)", PLANTED[name].encode() + rb"\1", text)
            if name == "package.opf":
                text = re.sub(rb'<meta property="schema:accessMode">.*</meta>', b"", text)
            new.writestr(member, text)
    return path


def test_ace_finds_no_barrier_in_a_book_of_everything(built: Builder) -> None:
    """Neither axe nor Ace's own rules have anything to say about what can stand in a manuscript."""
    assert barriers(editions(built("every-construct").root)[".epub"]) == ()


def test_ace_finds_the_barriers_that_were_put_into_the_analysis_and_no_other(
    built: Builder, tmp_path: Path
) -> None:
    """So the gate is shut, and the book of this repository has no barrier of its own."""
    found = barriers(with_barriers(editions(built("analysis").root)[".epub"], tmp_path / "book.epub"))
    assert {(fault.place.split("`")[1], fault.rule.removeprefix("Ace ")) for fault in found} == FOUND
