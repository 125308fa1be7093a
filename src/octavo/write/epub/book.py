"""All files of the book, in memory."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from octavo.diagnostics import Outcome, has_errors
from octavo.model import Brand, Document
from octavo.write.epub.accessibility import describe_accessibility
from octavo.write.epub.chapters import split_chapters
from octavo.write.epub.files import BookFile, Page
from octavo.write.epub.fonts import EmbeddedFont, embedded_fonts
from octavo.write.epub.logos import logo_files, logo_names
from octavo.write.epub.navigation import contents, landmarks, lists_of_captions
from octavo.write.epub.package import package_values
from octavo.write.epub.page_breaks import forget_places, page_list, place_page_breaks
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
from octavo.write.epub.xhtml import make, text_of
from octavo.write.html import html_body
from octavo.write.page_starts import PageStart
from octavo.write.surface import surface_values

_COVER_NAME = "media/cover.png"


@dataclass(frozen=True)
class Draft:
    """A book that lacks nothing but the marks of the PDF's pages.

    Its pages are `opening`, `contents` and `text`, in this order; `lists` are the variables of the contents'
    template, `files` all that is no page.
    """

    document: Document
    render: Render
    values: Mapping[str, Any]
    lists: Mapping[str, Any]
    opening: tuple[Page, ...]
    contents: Page
    text: tuple[Page, ...]
    files: tuple[BookFile, ...]


def book_files(
    document: Document, cover: Path | None, starts: Callable[[], Sequence[PageStart]] = tuple
) -> Outcome[Mapping[str, bytes]]:
    """Return the book's files by name, relative to the package document, which is one of them.

    `starts` tells where the PDF's pages begin. It is asked when nothing is left to do but what needs that.
    Raises PandocError and TemplateFault.
    """
    draft = draft_book(document, cover)
    files = {} if has_errors(draft.diagnostics) else finish_book(draft.value, starts())
    return Outcome(files, draft.diagnostics)


def draft_book(document: Document, cover: Path | None) -> Outcome[Draft]:
    """Do all that can be done before the PDF is laid out: it is most of the work.

    Raises PandocError and TemplateFault.
    """
    render = template_renderer(document.publication)
    brand = document.publication.brand
    names = {"cover_name": _COVER_NAME if cover else None, **logo_names(brand)}
    values = {**surface_values(document), **names}
    chapters = split_chapters(document, html_body(document))
    pictures = gather_pictures(document, chapters)
    leaves = [COVER, TITLE_PAGE, IMPRINT] if cover else [TITLE_PAGE, IMPRINT]
    opening = tuple(leaf_page(leaf, render, values) for leaf in leaves)
    text = (*chapters, leaf_page(COLOPHON, render, values))
    lists = {
        "caption_lists": lists_of_captions(document, chapters),
        "contents": [*contents(document, chapters), *_entry_of(text[-1])],
        "landmarks": landmarks([*opening, *text]),
        "page_list": [],
    }
    listed = leaf_page(CONTENTS, render, {**values, **lists})
    pages = (*opening, listed, *text)
    fonts = _fonts(brand, pages)
    style = render("style.css.j2", {**values, **style_values(brand, fonts)})
    files = (
        BookFile("style.css", "text/css", style.encode()),
        *_cover_files(cover),
        *logo_files(brand, pages),
        *pictures.value,
        *(BookFile(font.name, font.media_type, font.content) for font in fonts),
        *_source_files(document),
    )
    draft = Draft(document, render, values, lists, opening, listed, text, files)
    return Outcome(draft, pictures.diagnostics)


def finish_book(draft: Draft, starts: Sequence[PageStart]) -> Mapping[str, bytes]:
    """Mark where the PDF's pages begin, if there are any, and return the book's files by name.

    The names are relative to the package document, which is one of the files. A draft is finished once.
    Raises TemplateFault.
    """
    pages = _marked(draft, starts)
    files = [*(page_file(draft.render, page, draft.values) for page in pages), *draft.files]
    accessibility = describe_accessibility(pages, files, draft.document.publication.metadata.lang)
    package = package_values(
        draft.document.publication, pages, files, accessibility, has_page_list=bool(page_list(pages))
    )
    written = {file.name: file.content for file in files}
    written["package.opf"] = draft.render("package.opf.j2", {**draft.values, **package}).encode()
    return written


def _marked(draft: Draft, starts: Sequence[PageStart]) -> tuple[Page, ...]:
    """Return the pages with the marks of the PDF's in them, and with a list of these in the contents."""
    # The contents may hold nothing but lists, so their mark stands before them.
    before_contents = replace(draft.contents, elements=(make("div"),))
    place_page_breaks((*draft.opening, before_contents, *draft.text), starts)
    forget_places(draft.text)
    listed = page_list((*draft.opening, before_contents, *draft.text))
    if not listed:
        return (*draft.opening, draft.contents, *draft.text)
    values = {**draft.values, **draft.lists, "page_list": listed}
    navigation = leaf_page(CONTENTS, draft.render, values)
    before = [element for element in before_contents.elements if len(element)]
    with_mark = replace(navigation, elements=(*before, *navigation.elements))
    return (*draft.opening, with_mark, *draft.text)


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
