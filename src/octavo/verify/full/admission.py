"""What kind of file is it, and may a validator have it? What is in it decides, not its name alone.

An archive is unpacked once, piece by piece and without keeping anything: what lies about its size, is damaged
or is a bomb is refused here, and no validator sees it.
"""

import stat
import struct
import zipfile
import zlib
from pathlib import Path

from octavo.model import FORMATS, Format
from octavo.verify.full.validator import Unreadable

MOST_BYTES = 1024 * 1024 * 1024
"""A file may be as big as this, and an archive unpacked as well."""

_MOST_FILES = 20_000
_CHUNK = 1024 * 1024
_HEAD = 1024
_OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1")
_NAMES = {"pdf": "a PDF", "epub": "an EPUB", "docx": "a Word document"}
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OSError, NotImplementedError)
_IS_ENCRYPTED = 0x1


def admit(path: Path) -> Format:
    """Tell what a file is.

    Raises Unreadable when it is not there, cannot be read, or is not what its name says.
    """
    head = _head(path)
    named = _named(path)
    if b"%PDF-" in head:
        found: Format | None = "pdf"
    elif head.startswith(b"PK"):
        found = _kind_of_archive(path, named)
    elif head.startswith(_OLD_WORD):
        reason = "it is protected by a password, or it comes from a Word older than that of 2007"
        raise Unreadable(reason, "save it in Word as a document (.docx) without a password")
    else:
        found = None
    if found is None:
        wanted = _NAMES[named] if named else "neither a PDF nor an EPUB nor a Word document"
        raise Unreadable(f"it is {'not ' if named else ''}{wanted}", "name a file of one of these kinds")
    if found != named:
        says = f"its name says that it is {_NAMES[named]}" if named else "its name does not say so"
        raise Unreadable(f"it is {_NAMES[found]}, and {says}", f"name it `{path.stem}.{found}`")
    return found


def _named(path: Path) -> Format | None:
    suffix = path.suffix.lower().removeprefix(".")
    return next((name for name in FORMATS if name == suffix), None)


def _head(path: Path) -> bytes:
    """Return the first bytes of a regular file that is neither empty nor too big."""
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise Unreadable("it is a folder", "name the files in it, as in `octavo verify build/*.pdf`")
        if not stat.S_ISREG(state.st_mode):
            raise Unreadable("it is not a regular file", "name a file that is stored on the disk")
        if state.st_size > MOST_BYTES:
            raise Unreadable(f"it is bigger than {MOST_BYTES // 1024**3} GB", "make its pictures smaller")
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError as error:
        raise Unreadable("there is no such file", "correct its name, or build it first") from error
    except OSError as error:
        raise Unreadable(f"it cannot be read: {error.strerror}", "see to its rights and its disk") from error
    if not head:
        raise Unreadable("it is empty")
    return head


def _kind_of_archive(path: Path, named: Format | None) -> Format | None:
    """Unpack an archive for trial, and tell what is in it."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _refuse_too_much(members)
            for member in members:
                with archive.open(member) as content:
                    while content.read(_CHUNK):
                        pass
            names = {member.filename for member in members}
            mimetype = archive.read("mimetype").strip() if "mimetype" in names else b""
    except _BROKEN as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise Unreadable(f"it is damaged or cut short: {reason}") from error
    if mimetype == b"application/epub+zip":
        return "epub"
    if "word/document.xml" in names:
        return "docx"
    return named if named != "pdf" else None


def _refuse_too_much(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & _IS_ENCRYPTED for member in members):
        raise Unreadable("it asks for a password", "save it without one")
    if len(members) > _MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        limit = f"more than {MOST_BYTES // 1024**3} GB or {_MOST_FILES} files"
        raise Unreadable(f"it would unpack to {limit}", "use smaller pictures; a stranger's file is a trap")
