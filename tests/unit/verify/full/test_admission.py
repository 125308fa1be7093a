"""What is not an edition, or is a trap, is refused before any validator sees it."""

import os
import zipfile
from pathlib import Path

import pytest

from octavo.verify.full import admission
from octavo.verify.full.admission import admit
from octavo.verify.full.validator import Unreadable

EPUB = {"mimetype": b"application/epub+zip", "a.xhtml": b"<p/>"}
DOCX = {"word/document.xml": b"<x/>"}


def archive(path: Path, parts: dict[str, bytes], packing: int = zipfile.ZIP_STORED) -> Path:
    """Write an archive."""
    with zipfile.ZipFile(path, "w", packing) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return path


def refusal(path: Path) -> str:
    """Give why a file is refused."""
    with pytest.raises(Unreadable) as refused:
        admit(path)
    assert refused.value.cure
    return str(refused.value)


def test_files_are_what_is_in_them(tmp_path: Path) -> None:
    """The content decides what a file is."""
    (tmp_path / "a.pdf").write_bytes(b"junk before\n%PDF-1.7")
    assert admit(tmp_path / "a.pdf") == "pdf"
    assert admit(archive(tmp_path / "b.EPUB", EPUB)) == "epub"
    assert admit(archive(tmp_path / "c.docx", DOCX)) == "docx"


def test_a_wrong_name_is_told(tmp_path: Path) -> None:
    """A file whose name says something else is refused, with what it is."""
    assert (
        refusal(archive(tmp_path / "b.docx", EPUB))
        == "it is an EPUB, and its name says that it is a Word document"
    )
    assert refusal(archive(tmp_path / "b", DOCX)) == "it is a Word document, and its name does not say so"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b"\x00\x01\x02 nothing", "it is not a PDF"),
        (b"PK\x03\x04 cut short", "it is damaged or cut short: File is not a zip file"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "it is protected by a password, or it comes from a Word older"),
    ],
)
def test_what_is_none_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    """Garbage has a reason and a cure."""
    (tmp_path / "x.pdf").write_bytes(content)
    assert refusal(tmp_path / "x.pdf").startswith(why)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder, a pipe and nothing at all are refused, and none of them is waited for."""
    os.mkfifo(tmp_path / "pipe.pdf")
    assert refusal(tmp_path) == "it is a folder"
    assert refusal(tmp_path / "pipe.pdf") == "it is not a regular file"
    assert refusal(tmp_path / "nothing.pdf") == "there is no such file"


def test_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that says how much it would unpack to is believed, and one that lies is found out."""
    monkeypatch.setattr(admission, "MOST_BYTES", 100_000)
    bomb = archive(tmp_path / "bomb.epub", {**EPUB, "big": bytes(200_000)}, zipfile.ZIP_DEFLATED)
    assert refusal(bomb).startswith("it would unpack to more than")
    lying = bytearray(bomb.read_bytes())
    size = (200_000).to_bytes(4, "little")
    while (start := lying.find(size)) >= 0:
        lying[start : start + 4] = (10).to_bytes(4, "little")
    bomb.write_bytes(lying)
    assert refusal(bomb).startswith("it is damaged")


def test_locked_archives_are_refused(tmp_path: Path) -> None:
    """Nobody can look into what asks for a password."""
    locked = bytearray(archive(tmp_path / "locked.epub", EPUB).read_bytes())
    start = 0
    while (start := locked.find(b"PK\x01\x02", start)) >= 0:
        locked[start + 8] |= 1
        start += 4
    (tmp_path / "locked.epub").write_bytes(locked)
    assert refusal(tmp_path / "locked.epub") == "it asks for a password"
