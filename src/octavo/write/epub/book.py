"""All files of the book, in memory."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from octavo.diagnostics import Outcome
from octavo.model import Brand, Document
from octavo.write.epub.accessibility import describe_accessibility
from octavo.write.epub.chapters import split_chapters
from octavo.write.epub.files import BookFile, Page
from octavo.write.epub.fonts import EmbeddedFont, embedded_fonts
from octavo.write.epub.logos import logo_files, logo_names
from octavo.write.epub.navigation import contents, landmarks, lists_of_captions
from octavo.write.epub.package import package_values
from octavo.write.epub.pages import (
    COLOPHON,
    CONTENTS,
    COVER,
    IMPRINT,
    TITLE_PAGE,
    Render,
    leaf_page,
    page_file,
    template_renderer,
)
from octavo.write.epub.pictures import gather_pictures
from octavo.write.epub.styles import style_values
from octavo.write.epub.xhtml import text_of
from octavo.write.html import html_body
from octavo.write.surface import surface_values

_COVER_NAME = "media/cover.png"


def book_files(document: Document, cover: Path | None) -> Outcome[Mapping[str, bytes]]:
    """Return the book's files by name, relative to the package document, which is one of them.

    Raises PandocError and TemplateFault.
    """
    render = template_renderer(document.publication)
    brand = document.publication.brand
    names = {"cover_name": _COVER_NAME if cover else None, **logo_names(brand)}
    values = {**surface_values(document), **names}
    chapters = split_chapters(document, html_body(document))
    pictures = gather_pictures(document, chapters)
    pages = _bound(document, chapters, render, values)
    fonts = _fonts(brand, pages)
    style = render("style.css.j2", {**values, **style_values(brand, fonts)})
    files = [
        *(page_file(render, page, values) for page in pages),
        BookFile("style.css", "text/css", style.encode()),
        *_cover_files(cover),
        *logo_files(brand, pages),
        *pictures.value,
        *(BookFile(font.name, font.media_type, font.content) for font in fonts),
        *_source_files(document),
    ]
    accessibility = describe_accessibility(pages, note_count=len(document.notes))
    package = package_values(document.publication, pages, files, accessibility)
    written = {file.name: file.content for file in files}
    written["package.opf"] = render("package.opf.j2", {**values, **package}).encode()
    return Outcome(written, pictures.diagnostics)


def _bound(
    document: Document, chapters: Sequence[Page], render: Render, values: Mapping[str, Any]
) -> tuple[Page, ...]:
    """Put the pages of the house style around the chapters."""
    leaves = [COVER, TITLE_PAGE, IMPRINT] if values["cover_name"] else [TITLE_PAGE, IMPRINT]
    opening = [leaf_page(leaf, render, values) for leaf in leaves]
    closing = leaf_page(COLOPHON, render, values)
    lists = {
        "caption_lists": lists_of_captions(document, chapters),
        "contents": [*contents(document, chapters), *_entry_of(closing)],
        "landmarks": landmarks([*opening, *chapters, closing]),
    }
    return (*opening, leaf_page(CONTENTS, render, {**values, **lists}), *chapters, closing)


def _entry_of(page: Page) -> list[dict[str, Any]]:
    """Return the entry of a page without headings of its own."""
    return [{"title": page.title, "href": page.name, "entries": []}]


def _fonts(brand: Brand, pages: Sequence[Page]) -> tuple[EmbeddedFont, ...]:
    if not brand.embed_fonts:
        return ()
    text = "".join(text_of(root) for page in pages for root in page.elements)
    has_code = any(True for page in pages for _ in page.find_all("code"))
    return embedded_fonts(brand, text, has_code=has_code)


def _cover_files(cover: Path | None) -> list[BookFile]:
    return [BookFile(_COVER_NAME, "image/png", cover.read_bytes(), ("cover-image",))] if cover else []


def _source_files(document: Document) -> list[BookFile]:
    """Return the cited sources as data; they lie in the book for programs, and no page shows them."""
    sources = document.sources
    if not sources.items:
        return []
    return [
        BookFile(
            "sources/references.json", "application/vnd.citationstyles.csl+json", sources.csl_json.encode()
        ),
        BookFile("sources/references.bib", "application/x-bibtex", sources.bibtex.encode()),
    ]
