"""How a PDF is built: its structure tree, named destinations, outline, links and fonts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pikepdf

from octavo.verify.pdf.claims import Claims, read_claims
from octavo.verify.pdf.runs import UnreadablePdf


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of marked content: the page's index from 0 and the content's number on it."""

    page: int
    mark: int

    @property
    def pages(self) -> frozenset[int]:
        """The page that it stands on."""
        return frozenset({self.page})


@dataclass(frozen=True)
class Element:
    """A node of the structure tree: its tag (`P`, `H1`, `Link` …) and what is in it.

    `link` is where a link leads: the name of a destination, or an address. `alternative` is what is read
    out in its place (ISO 32000-1, 14.9.3).
    """

    tag: str
    children: "tuple[Element | Piece, ...]"
    link: str | None
    alternative: str = ""

    def iter_elements(self) -> "Iterator[Element]":
        """Yield this element and all below, parents first, in the order of reading."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def on_page(self, page: int) -> "Element":
        """Return this element with what stands of it on one page."""
        children = [
            child.on_page(page) if isinstance(child, Element) else child
            for child in self.children
            if page in child.pages
        ]
        return replace(self, children=tuple(children))

    @cached_property
    def pages(self) -> frozenset[int]:
        """The pages that it stands on."""
        return frozenset().union(*(child.pages for child in self.children))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All content below, in the order of reading."""
        found: list[Piece] = []
        for child in self.children:
            found += [child] if isinstance(child, Piece) else child.pieces
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a destination is: the page's index from 0 and the place on it, in points from below left."""

    page: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font of the file: its PostScript name without the subset's prefix."""

    name: str
    is_embedded: bool


@dataclass(frozen=True)
class PdfTree:
    """What a PDF says about itself.

    `targets` are the destinations that links inside the file lead to, `addresses` those of other links;
    `outline` has (level, title);
    `faults` are what programs would have to repair as they read it.
    """

    root: Element
    places: Mapping[str, Place]
    outline: tuple[tuple[int, str], ...]
    targets: tuple[str, ...]
    fonts: tuple[EmbeddedFont, ...]
    language: str
    title: str
    claims: Claims = field(default_factory=Claims)
    faults: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


def read_tree(path: Path) -> PdfTree:
    """Read a PDF's structure.

    Raises UnreadablePdf when it cannot be opened, or has no structure.
    """
    try:
        with pikepdf.open(path) as pdf:
            return _read(pdf)
    except Exception as error:  # a broken structure is refused in many ways, each with another exception
        raise UnreadablePdf(str(error) or type(error).__name__) from error


def _read(pdf: pikepdf.Pdf) -> PdfTree:
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    return PdfTree(
        root=_element(pdf.Root.StructTreeRoot.K[0], pages, 0),
        places=_places(pdf, pages),
        outline=tuple(_outline(pdf)),
        targets=tuple(_target(link) or "" for link in _links(pdf) if not _leads_out(link)),
        addresses=tuple(_target(link) or "" for link in _links(pdf) if _leads_out(link)),
        fonts=tuple(_fonts(pdf)),
        language=str(pdf.Root.get("/Lang", "")),
        title=str(pdf.docinfo.get("/Title", "")),
        claims=read_claims(pdf),
        faults=tuple(fault.rpartition(": ")[2] for fault in pdf.check_pdf_syntax()),
    )


def _element(node: Any, pages: Mapping[tuple[int, int], int], page: int) -> Element:
    page = pages[node.Pg.objgen] if "/Pg" in node else page
    children: list[Element | Piece] = []
    link = None
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            children.append(Piece(page, kid))
        elif kid.get("/Type") == "/MCR":
            children.append(Piece(pages[kid.Pg.objgen], int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            link = _target(kid.Obj)
        else:
            children.append(_element(kid, pages, page))
    return Element(str(node.S).removeprefix("/"), tuple(children), link, str(node.get("/Alt", "")))


def _target(annotation: Any) -> str | None:
    if "/Dest" in annotation:
        return str(annotation.Dest)
    action: Any = annotation.get("/A", pikepdf.Dictionary())
    if action.get("/S") == "/GoTo":
        return str(action.D)
    return str(action.URI) if "/URI" in action else None


def _places(pdf: pikepdf.Pdf, pages: Mapping[tuple[int, int], int]) -> dict[str, Place]:
    names: Any = pdf.Root.Names.Dests.Names if "/Names" in pdf.Root else []
    found = {}
    for index in range(0, len(names), 2):
        page, _, left, top, *_rest = names[index + 1]
        found[str(names[index])] = Place(pages[page.objgen], float(left), float(top))
    return found


def _outline(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str]]:
    def walk(items: Any, level: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield level, item.title
            yield from walk(item.children, level + 1)

    with pdf.open_outline() as outline:
        yield from list(walk(outline.root, 1))


def _links(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        annotations: Any = page.obj.get("/Annots", pikepdf.Array())
        yield from (it for it in annotations if it.get("/Subtype") == "/Link")


def _leads_out(annotation: Any) -> bool:
    action = annotation.get("/A", pikepdf.Dictionary())
    return bool(action.get("/S") == "/URI")


def _fonts(pdf: pikepdf.Pdf) -> Iterator[EmbeddedFont]:
    """Yield every font, as its descriptor names it; a composite font has it one floor down."""
    for node in pdf.objects:
        if isinstance(node, pikepdf.Dictionary) and node.get("/Type") == "/FontDescriptor":
            name = str(node.get("/FontName", "")).removeprefix("/").partition("+")
            yield EmbeddedFont(name[2] or name[0], any(f"/FontFile{kind}" in node for kind in ("", "2", "3")))
