"""What a web source said on the day when it was archived."""

from dataclasses import dataclass, field
from datetime import date

from octavo.source import Span


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a snapshot: its path relative to the publication, and the SHA-256 of its bytes in hex."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RemoteImage:
    """An image of the web that the publication keeps a copy of, in the file that `images.lock` names.

    `address` is where it was fetched on the day `fetched`.
    """

    address: str
    file: StoredFile
    fetched: date


@dataclass(frozen=True, slots=True)
class ArchivedCopy:
    """A public, dated copy of a page, such as the Internet Archive's."""

    url: str
    day: date


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was fetched on a day, with its content type.

    `file` is its content as it was sent, `text` what a reader sees of it, None for pages without text.
    `etag` and `last_modified` are the server's own marks of this version (RFC 9110, 8.8).
    """

    fetched: date
    content_type: str
    file: StoredFile
    text: StoredFile | None = None
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One source of `bibliography/sources.lock`: its page, or a public copy, or both.

    `url` is the address as the entry has it. `content` is the text of the page, "" where its file is not
    there or not as it was stored; `span` is the citekey's place in the lock.
    """

    citekey: str
    url: str
    page: Page | None = None
    copy: ArchivedCopy | None = None
    content: str = field(default="", repr=False, compare=False)
    span: Span | None = field(default=None, repr=False, compare=False)
