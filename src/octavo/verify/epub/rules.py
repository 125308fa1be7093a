"""What must hold in an EPUB: one rule, one function."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

from lxml.etree import _Element

from octavo.verify.epub.book import OPS, XHTML, Book, resolve
from octavo.verify.findings import Finding

_LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SHOWN = (
    ("link", "href"),
    ("img", "src"),
    ("source", "src"),
    ("source", "srcset"),
    ("script", "src"),
    ("iframe", "src"),
)
CSS_ADDRESS = re.compile(r"""(?:url\(|@import\s+(?=["']))\s*["']?([^"')]+)""")
_DECORATIVE = {"presentation", "none"}


def find_broken_links(book: Book) -> Iterator[Finding]:
    """Whatever a page or a stylesheet shows is in the book, and so is the place that a link leads to.

    Only links may lead out: what is shown and lies elsewhere would tell others who reads the book.
    """
    ids = {name: {element.get("id") for element in page.iter()} for name, page in book.pages.items()}
    for name, address, schemes in _iter_addresses(book):
        parts = urlsplit(address)
        if parts.scheme in schemes:
            continue
        is_elsewhere = bool(parts.scheme or parts.netloc)
        target = resolve(name, parts.path) if parts.path else name
        place = unquote(parts.fragment)
        if is_elsewhere or target not in book.members or (place and place not in ids.get(target, set())):
            yield Finding("V011", f"`{name}` names `{address}`, which is not in the book")


def find_one_way_notes(book: Book) -> Iterator[Finding]:
    """Each call leads to a note of its page, and the note leads back to it."""
    for name, page in book.pages.items():
        calls = {link.get("id"): link.get("href") for link in _iter_typed(page, "a", "noteref")}
        backs = {f"#{note.get('id')}": _way_back(note) for note in _iter_typed(page, "aside", "footnote")}
        for call, href in calls.items():
            if backs.get(href or "") != f"#{call}":
                yield Finding("V012", f"the call `{call}` in `{name}` and its note are not linked both ways")
        for note in sorted(set(backs) - {href or "" for href in calls.values()}):
            yield Finding("V012", f"nothing in `{name}` calls the note `{note[1:]}`")


def find_images_without_words(book: Book) -> Iterator[Finding]:
    """Each image has a text in its place, or says that it only adorns the page."""
    for name, page in book.pages.items():
        for image in page.iter(f"{{{XHTML}}}img"):
            is_decorative = image.get("alt") == "" and image.get("role") in _DECORATIVE
            if not (image.get("alt") or "").strip() and not is_decorative:
                yield Finding(
                    "V013",
                    f"the image `{image.get('src')}` in `{name}` has no text in its place",
                    hint='describe it: `![Caption](figures/name.svg){alt="What it shows"}`',
                )


def find_unlisted_files(book: Book) -> Iterator[Finding]:
    """The manifest lists all files of the book and no others, and the spine all pages."""
    listed = {item.name for item in book.items}
    apart = {"mimetype", book.package_name}
    for member in book.members:
        if member not in listed and member not in apart and not member.startswith("META-INF/"):
            yield Finding("V014", f"the manifest does not list `{member}`")
    for item in book.items:
        if item.name not in book.members:
            yield Finding("V014", f"the manifest lists `{item.name}`, which is not in the book")
    for name in book.pages:
        if name not in book.spine:
            yield Finding("V014", f"the spine does not lead to `{name}`")


def find_repeated_ids(book: Book) -> Iterator[Finding]:
    """No identifier occurs twice on a page, and none of the text on two pages."""
    for name, page in book.pages.items():
        counts = Counter(str(element.get("id")) for element in page.iter() if element.get("id"))
        for identifier, count in counts.items():
            if count > 1:
                yield Finding("V015", f"the identifier `{identifier}` occurs {count} times in `{name}`")


RULES: tuple[Callable[[Book], Iterator[Finding]], ...] = (
    find_unlisted_files,
    find_repeated_ids,
    find_broken_links,
    find_one_way_notes,
    find_images_without_words,
)


def _iter_addresses(book: Book) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield the name of each page or stylesheet with each address in it and the schemes that may lead out."""
    shown = frozenset({"data"})
    for name, page in book.pages.items():
        for tag, attribute, schemes in (("a", "href", _LINK_SCHEMES), *((*where, shown) for where in _SHOWN)):
            for element in page.iter(f"{{{XHTML}}}{tag}"):
                if element.get(attribute) is not None:
                    yield name, str(element.get(attribute)), schemes
    for name, style in book.styles.items():
        for address in CSS_ADDRESS.findall(style):
            yield name, address, shown


def _iter_typed(page: _Element, tag: str, epub_type: str) -> Iterator[_Element]:
    for element in page.iter(f"{{{XHTML}}}{tag}"):
        if epub_type in (element.get(f"{{{OPS}}}type") or "").split():
            yield element


def _way_back(note: _Element) -> str | None:
    links = (link for link in note.iter(f"{{{XHTML}}}a") if link.get("role") == "doc-backlink")
    return next((link.get("href") for link in links), None)
