"""What a book is made of: files, and the pages that readers see."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml.etree import _Element

from octavo.write.epub.xhtml import MATHML, find_all

Division = Literal["frontmatter", "bodymatter", "backmatter"]


@dataclass(frozen=True)
class BookFile:
    """A file of the book: `name` is its path from the package document, `properties` the manifest's."""

    name: str
    media_type: str
    content: bytes = field(repr=False)
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

    def find_all(self, tag: str) -> Iterator[_Element]:
        """Iterate over the XHTML elements of that name, in the order of the text."""
        for root in self.elements:
            yield from find_all(root, tag)

    def has_math(self) -> bool:
        """Tell whether there is a formula on the page."""
        return any(True for root in self.elements for _ in root.iter(f"{{{MATHML}}}math"))
