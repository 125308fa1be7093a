"""The zip: what reading systems must find first, and nothing of this machine."""

import io
import os
import zipfile
from collections.abc import Iterator

import pytest

from octavo.write.epub.archive import zip_book

FILES = {"b.xhtml": b"<b/>" * 100, "a.xhtml": b"<a/>", "package.opf": b"<package/>"}
TIME = (2021, 9, 30, 12, 0, 2)


@pytest.fixture
def strange_umask() -> Iterator[None]:
    """Run as a user whose files nobody else may read."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def test_the_media_type_comes_first_and_bare() -> None:
    """The archive's first bytes say that it is an EPUB (EPUB 3.3, section 4.3.3)."""
    content = zip_book(FILES, TIME)
    assert content[30:58] == b"mimetypeapplication/epub+zip"


def test_members_are_in_order() -> None:
    """After the media type and the container come the files by name."""
    names = zipfile.ZipFile(io.BytesIO(zip_book(FILES, TIME))).namelist()
    assert names == [
        "mimetype",
        "META-INF/container.xml",
        "EPUB/a.xhtml",
        "EPUB/b.xhtml",
        "EPUB/package.opf",
    ]


def test_same_files_same_bytes(strange_umask: None) -> None:  # noqa: ARG001
    """Neither the order in which files were made nor the user's rights show."""
    reverse = dict(reversed(FILES.items()))
    members = zipfile.ZipFile(io.BytesIO(zip_book(reverse, TIME))).infolist()
    assert zip_book(FILES, TIME) == zip_book(reverse, TIME)
    assert {member.date_time for member in members} == {TIME}
    assert {member.external_attr >> 16 for member in members} == {0o100644}
