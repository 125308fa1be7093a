"""The pictures of the book as files."""

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from octavo.diagnostics import Diagnostic, Outcome
from octavo.model import Brand, Document, Picture, Publication
from octavo.pictures import picture_path
from octavo.source import Span
from octavo.write.epub.files import BookFile, Page
from octavo.write.epub.svg import with_fonts

# EPUB 3.3, section 3.2, "Core media types".
_MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}


def gather_pictures(document: Document, pages: Sequence[Page]) -> Outcome[tuple[BookFile, ...]]:
    """Return the pictures that the pages show, and point the pages' images at them.

    A picture of a kind that reading systems need not know is shown by its PNG twin, and is a
    diagnostic when it has none.
    """
    files: dict[str, BookFile] = {}
    diagnostics: list[Diagnostic] = []
    for image in (image for page in pages for image in page.find_all("img")):
        picture = document.pictures[str(image.get("src"))]
        shown = _shown(picture)
        if shown is None:
            diagnostics.append(_cannot_show(picture, document.publication))
            continue
        name, content = shown
        if name not in files:
            address = f"media/{len(files) + 1:02}-{name}"
            files[name] = picture_file(address, content, document.publication.brand)
        image.set("src", files[name].name)
    return Outcome(tuple(files.values()), tuple(diagnostics))


def has_media_type(name: str) -> bool:
    """Tell whether every reading system can show a picture of that name."""
    return PurePosixPath(name).suffix.lower() in _MEDIA_TYPES


def media_type(name: str) -> str:
    """Return the media type of a picture that has one."""
    return _MEDIA_TYPES[PurePosixPath(name).suffix.lower()]


def picture_file(address: str, content: bytes, brand: Brand) -> BookFile:
    """Make a picture that lies at `address` a file of the book; a drawing gets the fonts that it names."""
    is_drawing = PurePosixPath(address).suffix.lower() == ".svg"
    drawn = with_fonts(content, brand) if is_drawing and brand.embed_fonts else content
    return BookFile(address, media_type(address), drawn)


def _shown(picture: Picture) -> tuple[str, bytes] | None:
    """Return the name and the content by which an EPUB can show the picture, or None."""
    if has_media_type(picture.file_name):
        return picture.file_name, picture.content
    if picture.raster_name and picture.raster:
        return picture.raster_name, picture.raster
    return None


def _cannot_show(picture: Picture, publication: Publication) -> Diagnostic:
    span = next(_places(picture, publication), None)
    return Diagnostic(
        "W010",
        f"an EPUB cannot show images like `{PurePosixPath(picture.path).name}`",
        span,
        hint="save it as SVG, PNG, JPEG, GIF or WebP",
        file=None if span else picture.path,
    )


def _places(picture: Picture, publication: Publication) -> Iterator[Span]:
    """Yield where chapters name the picture."""
    for chapter in publication.chapters:
        for image in chapter.images:
            if picture_path(image.target, chapter, publication) == picture.path:
                yield image.span
