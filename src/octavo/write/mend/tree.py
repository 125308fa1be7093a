"""The structure tree of a PDF (ISO 32000-1, 14.7) as a tree that can be changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from octavo.write.mend.origin import Origin


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of marked content: the page's index from 0 and the content's number on it."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Annotation:
    """A link's place on a page; `entries` is its dictionary in the file."""

    page: int
    entries: dict[str, Any]

    @property
    def is_link(self) -> bool:
        """Whether it is a link, not a field of a form."""
        subtype: str = self.entries["Subtype"]
        return subtype == "/Link"

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Its left, lower, right and upper edge, in points."""
        x1, y1, x2, y2 = self.entries["Rect"]
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


@dataclass(eq=False)
class Node:
    """A structure element: its type (`P`, `H1`, `Link` …), what is in it, and what it was in the HTML.

    `entries` are the other entries of its dictionary, such as `Alt`. `refers` is the element that it
    refers to, `role` the standard type that a type of our own stands for, `identifier` its name in the
    file. `page` and `end` are the indices of its first and last page.
    """

    tag: str
    kids: "list[Node | Mark | Annotation]" = field(default_factory=list)
    origin: Origin | None = None
    entries: dict[str, Any] = field(default_factory=dict)
    page: int = 0
    end: int = 0
    refers: "Node | None" = None
    role: str | None = None
    language: str | None = None
    identifier: str | None = None
    written: Any = None

    @property
    def origin_language(self) -> str | None:
        """The language that it said it is in, in the HTML."""
        return self.origin.language if self.origin is not None else None

    @property
    def nodes(self) -> "list[Node]":
        """The elements right in this one."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> "Iterator[Node]":
        """Yield this element and all below, parents first, in the order of reading."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()

    def is_part_of(self, parent: "Node") -> bool:
        """Tell whether it only wraps a part of what its parent stands for: a box that has no element."""
        mine, theirs = self.origin, parent.origin
        return mine is not None and theirs is not None and mine.attributes is theirs.attributes

    def attributes(self, owner: str) -> dict[str, Any]:
        """Return its attributes, which belong to one owner, such as `Table` (ISO 32000-1, 14.7.5)."""
        import pydyf

        attributes: dict[str, Any] = self.entries.setdefault("A", pydyf.Dictionary({"O": f"/{owner}"}))
        return attributes

    def contents(self) -> Iterator[Mark | Annotation]:
        """Yield all marks and annotations below."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.contents()
            else:
                yield kid


def marks_of(tree: Node) -> frozenset[Mark]:
    """Return all marked content of a tree."""
    return frozenset(kid for kid in tree.contents() if isinstance(kid, Mark))


def links_of(tree: Node) -> tuple[Annotation, ...]:
    """Return the places of all links of a tree."""
    return tuple(kid for kid in tree.contents() if isinstance(kid, Annotation) and kid.is_link)
