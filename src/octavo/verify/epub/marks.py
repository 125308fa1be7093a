"""Marks of a printed edition's pages and the list of them, and the levels of headings."""

from collections.abc import Iterator

from lxml.etree import _Element

from octavo.verify.epub.book import OPF, OPS, XHTML, Book, resolve
from octavo.verify.findings import Finding

_HEADINGS = {f"{{{XHTML}}}h{level}": level for level in range(1, 7)}


def find_stray_pages(book: Book) -> Iterator[Finding]:
    """The list of pages leads to each mark, once and in order, by its name; and says of which edition."""
    marks = [(f"{name}#{mark.get('id')}", mark.get("aria-label") or "") for name, mark in _marks(book)]
    listed = list(_listed(book))
    for address, label in marks:
        if not label:
            yield Finding("V018", f"the mark `{address}` of a page does not say the page's number")
    if listed != marks:
        wrong = next((entry for entry in listed if entry not in marks), None)
        missing = next((mark for mark in marks if mark not in listed), None)
        place = (wrong or missing or marks[0])[0]
        yield Finding("V018", f"the list of pages and the marks in the text differ at `{place}`")
    if marks and not any(
        meta.get("property") == "pageBreakSource" and (meta.text or "").strip()
        for meta in book.package.iter(f"{{{OPF}}}meta")
    ):
        yield Finding("V018", "the EPUB marks pages and does not say of which edition they are")


def find_skipped_levels(book: Book) -> Iterator[Finding]:
    """No heading stands more than a level below the one before it, as programs hear of it."""
    for name, page in book.pages.items():
        above = 0
        for heading in page.iter(*_HEADINGS):
            told = heading.get("aria-level") or ""
            level = int(told) if told.isdecimal() else _HEADINGS[str(heading.tag)]
            if above and level > above + 1:
                text = " ".join("".join(str(part) for part in heading.itertext()).split())
                yield Finding("V019", f"the heading `{text}` in `{name}` skips a level")
            above = level


def _marks(book: Book) -> Iterator[tuple[str, _Element]]:
    for name in dict.fromkeys(book.spine):
        if name in book.pages:
            for element in book.pages[str(name)].iter(f"{{{XHTML}}}span"):
                if "pagebreak" in (element.get(f"{{{OPS}}}type") or "").split():
                    yield str(name), element


def _listed(book: Book) -> Iterator[tuple[str, str]]:
    for name, page in book.pages.items():
        for nav in page.iter(f"{{{XHTML}}}nav"):
            if "page-list" in (nav.get(f"{{{OPS}}}type") or "").split():
                for link in nav.iter(f"{{{XHTML}}}a"):
                    path, _, place = (link.get("href") or "").partition("#")
                    yield f"{resolve(name, path) if path else name}#{place}", (link.text or "").strip()
