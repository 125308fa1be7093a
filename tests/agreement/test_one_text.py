"""Law 1: one text. What the three editions say, read back, is what the document says."""

import re
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from octavo.model import EditionView
from octavo.pipeline import _read
from octavo.progress import Silent
from octavo.verify.agreement import view_of
from octavo.verify.docx import read_docx
from octavo.verify.epub import read_epub
from octavo.verify.pdf import read_pdf
from tests.support.builds import LAYOUTS, Builder, editions

READERS = {".pdf": read_pdf, ".epub": read_epub, ".docx": read_docx}
PARTS = ("headings", "notes", "figures", "tables", "references")
pytestmark = pytest.mark.slow


@cache
def expected_view(root: Path) -> EditionView:
    """Give what the editions must say: the document's own view."""
    reading = _read(root, root / "build" / "work", Silent())
    assert reading.document
    return view_of(reading.document)


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("name", LAYOUTS)
def test_an_edition_says_what_the_text_says(built: Builder, name: str, suffix: str) -> None:
    """Headings, notes, captions and references are equal in number, order, label and every letter."""
    root = built(name).root
    expected = expected_view(root)

    found = READERS[suffix](editions(root)[suffix])

    for part in PARTS:
        assert getattr(expected, part) == getattr(found, part), part


@pytest.mark.parametrize(
    ("name", "counts"),
    [("small", (3, 6, 0, 0, 3)), ("long", (92, 283, 6, 10, 31))],
)
def test_what_was_written_is_there(built: Builder, name: str, counts: tuple[int, ...]) -> None:
    """The parts are as many as the made-up text has: agreement of empty views would prove nothing."""
    view = expected_view(built(name).root)

    assert counts == tuple(len(getattr(view, part)) for part in PARTS)


def test_labels_begin_again_in_each_chapter(built: Builder) -> None:
    """With `notes: per-chapter` each chapter has its note 1, and "(n 1)" means that one."""
    labels = [label for label, _ in expected_view(built("long").root).notes]

    assert labels.count("1") == 31
    assert labels.count("2") == 30


def addresses(edition: Path) -> set[str]:
    """Give the web addresses that an edition leads to."""
    if edition.suffix == ".pdf":
        with pikepdf.open(edition) as pdf:
            actions = [note.get("/A") for page in pdf.pages for note in page.get("/Annots", [])]
            return {str(action["/URI"]) for action in actions if action is not None and "/URI" in action}
    with zipfile.ZipFile(edition) as package:
        text = " ".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    return set(re.findall(r'(?:href|Target)="(https:[^"]+)"', text))


@pytest.mark.parametrize("suffix", READERS)
def test_an_archived_source_leads_to_its_copy(built: Builder, suffix: str) -> None:
    """The first note of an archived source, and its entry in the list, say when, and lead to the copy."""
    root = built("small").root
    copy = "https://web.archive.org/web/20210203000000/https://hazeta.example/mosty"

    edition = READERS[suffix](editions(root)[suffix])

    assert [label for label, text in edition.notes if f"архівовано 3 лютого 2021 р. <{copy}>." in text] == [
        "1"
    ]
    assert [text for text in edition.references if text.endswith(f"архівовано 3 лютого 2021 р. <{copy}>")]
    assert copy in addresses(editions(root)[suffix])
