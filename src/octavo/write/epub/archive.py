"""The zip around the book: the same bytes for the same files (EPUB 3.3, section 4, "OCF")."""

import io
import zipfile
from collections.abc import Mapping

MIMETYPE = b"application/epub+zip"
PACKAGE_PATH = "EPUB/package.opf"
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="{PACKAGE_PATH}" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_REGULAR_FILE = 0o100644


def zip_book(files: Mapping[str, bytes]) -> bytes:
    """Return the archive of the files, whose names are relative to the package's folder.

    The media type comes first and is not compressed, the container's map second, then all files in
    the order of their names; no member has the time or the rights of this machine.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _add(archive, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        _add(archive, "META-INF/container.xml", _CONTAINER.encode(), zipfile.ZIP_DEFLATED)
        for name in sorted(files):
            _add(archive, f"EPUB/{name}", files[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes, compression: int) -> None:
    member = zipfile.ZipInfo(name, _FIRST_DAY)
    member.create_system = _UNIX
    member.external_attr = _REGULAR_FILE << 16
    member.compress_type = compression
    archive.writestr(member, content, compresslevel=9)
