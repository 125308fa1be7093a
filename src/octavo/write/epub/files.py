"""What a book is made of: files, and the pages that readers see."""

from dataclasses import dataclass, field
from typing import Literal

from lxml.etree import _Element

Division = Literal["frontmatter", "bodymatter", "backmatter"]


@dataclass(frozen=True)
class BookFile:
    """A file of the book: `name` is its path from the package document, `properties` the manifest's."""

    name: str
    media_type: str
    content: bytes
    properties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """A file of text: its title, the part of the book that it belongs to, its elements.

    `landmark` is the `epub:type` under which reading systems offer it, None for most.
    """

    name: str
    title: str
    division: Division
    elements: tuple[_Element, ...] = field(repr=False)
    landmark: str | None = None
