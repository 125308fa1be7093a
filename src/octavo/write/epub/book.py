"""All files of the book, in memory."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from octavo.diagnostics import Outcome
from octavo.model import Document
from octavo.write.cover import logo_address
from octavo.write.epub.accessibility import describe_accessibility
from octavo.write.epub.chapters import split_chapters
from octavo.write.epub.files import BookFile, Page
from octavo.write.epub.fonts import EmbeddedFont, embedded_fonts
from octavo.write.epub.navigation import contents, landmarks
from octavo.write.epub.package import package_values
from octavo.write.epub.pages import Render, page_file, template_page, template_renderer
from octavo.write.epub.pictures import gather_pictures, picture_file
from octavo.write.epub.styles import style_values
from octavo.write.epub.xhtml import find_all
from octavo.write.html import html_body
from octavo.write.surface import surface_values

COVER_NAME = "media/cover.png"


def book_files(document: Document, cover: Path | None) -> Outcome[Mapping[str, bytes]]:
    """Return the book's files by name, relative to the package document, which is one of them.

    Raises PandocError and TemplateFault.
    """
    chapters = split_chapters(document, html_body(document, with_mathml=True))
    pictures = gather_pictures(document, [element for page in chapters for element in page.elements])
    render = template_renderer(document.publication)
    values = surface_values(document)
    pages = _pages(document, chapters, render, values, has_cover=cover is not None)
    fonts = _fonts(document, pages)
    files = [
        *(page_file(render, page, values) for page in pages),
        BookFile("style.css", "text/css", render("style.css.j2", {**values, **style_values(document, fonts)}).encode()),
        *_cover_files(cover),
        *_logo_files(document, pages),
        *pictures.value,
        *(BookFile(font.name, font.media_type, font.content) for font in fonts),
    ]
    elements = [element for page in pages for element in page.elements]
    accessibility = describe_accessibility(elements, note_count=len(document.notes))
    package = package_values(document.publication, pages, files, accessibility)
    written = {file.name: file.content for file in files}
    written["package.opf"] = render("package.opf.j2", {**values, **package}).encode()
    return Outcome(written, pictures.diagnostics)


def _pages(
    document: Document, chapters: Sequence[Page], render: Render, values: Mapping[str, Any], *, has_cover: bool
) -> tuple[Page, ...]:
    """Put the pages that the house style adds around the chapters."""
    words, title = document.words, document.publication.metadata.title
    cover = template_page(render, "cover", words["cover"], {**values, "cover_name": COVER_NAME}, "frontmatter", "cover")
    opening = template_page(render, "title-page", title, values, "frontmatter", "titlepage")
    imprint = template_page(render, "imprint", words["rights"], values, "frontmatter", "copyright-page")
    closing = template_page(render, "colophon", words["colophon"], values, "backmatter", "colophon")
    entries = contents(document, chapters)
    entries.append({"title": closing.title, "href": closing.name, "entries": []})
    before = ([cover] if has_cover else []) + [opening, imprint]
    navigation = Page("nav.xhtml", words["contents"], "frontmatter", (), "toc")
    lists = {
        "contents": entries,
        "landmarks": landmarks(document, [*before, navigation, *chapters, closing]),
    }
    navigation = template_page(render, "nav", words["contents"], {**values, **lists}, "frontmatter", "toc")
    return (*before, navigation, *chapters, closing)


def _fonts(document: Document, pages: Sequence[Page]) -> tuple[EmbeddedFont, ...]:
    brand = document.publication.brand
    if not brand.embed_fonts:
        return ()
    elements = [element for page in pages for element in page.elements]
    text = "".join(text for element in elements for text in element.itertext())
    has_code = any(True for element in elements for _ in find_all(element, "code"))
    return embedded_fonts(brand, text, has_code=has_code)


def _cover_files(cover: Path | None) -> list[BookFile]:
    if cover is None:
        return []
    return [BookFile(COVER_NAME, "image/png", cover.read_bytes(), ("cover-image",))]


def _logo_files(document: Document, pages: Sequence[Page]) -> list[BookFile]:
    """Return the brand's logo if a page shows it."""
    logo = document.publication.brand.logo
    if logo is None:
        return []
    address = logo_address(logo)
    shown = {image.get("src") for page in pages for root in page.elements for image in find_all(root, "img")}
    return [picture_file(address, logo.read_bytes(), document.publication.brand)] if address in shown else []
