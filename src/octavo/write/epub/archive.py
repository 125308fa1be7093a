"""The zip around the book: the same bytes for the same files (EPUB 3.3, section 4, "OCF")."""

import io
import zipfile
from collections.abc import Mapping
from functools import partial

from octavo.model import ZipTime

MIMETYPE = b"application/epub+zip"
PACKAGE_PATH = "EPUB/package.opf"
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="{PACKAGE_PATH}" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
"""
_UNIX = 3
_REGULAR_FILE = 0o100644


def zip_book(files: Mapping[str, bytes], time: ZipTime) -> bytes:
    """Return the archive of the files, whose names are relative to the package's folder.

    The media type comes first and is not compressed, the container's map second, then all files in
    the order of their names; all members have the same time, and none has the rights of this machine.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        add = partial(_add, archive, time)
        add("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        add("META-INF/container.xml", _CONTAINER.encode(), zipfile.ZIP_DEFLATED)
        for name in sorted(files):
            add(f"EPUB/{name}", files[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, time: ZipTime, name: str, content: bytes, compression: int) -> None:
    member = zipfile.ZipInfo(name, time)
    member.create_system = _UNIX
    member.external_attr = _REGULAR_FILE << 16
    member.compress_type = compression
    archive.writestr(member, content, compresslevel=9)
