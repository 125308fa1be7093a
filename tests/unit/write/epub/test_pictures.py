"""Pictures: each once, under a name that every archive can hold."""

from collections.abc import Mapping

from octavo.model import ImageUse, Picture
from octavo.source import SourceFile
from octavo.write.epub.files import Page
from octavo.write.epub.pictures import gather_pictures
from octavo.write.epub.xhtml import from_html
from tests.support.models import make_chapter, make_document, make_publication


def _page(*sources: str) -> Page:
    text = "".join(f'<img src="media/{source}" alt="A">' for source in sources)
    return Page("a.xhtml", "A", "bodymatter", tuple(from_html(text)))


def _pictures(*pictures: Picture) -> Mapping[str, Picture]:
    return {f"media/{picture.file_name}": picture for picture in pictures}


def test_a_picture_that_is_shown_twice_is_there_once() -> None:
    """Files are numbered in the order in which the text shows them."""
    pictures = _pictures(
        Picture("manuscript/b.png", "b.png", b"B"), Picture("manuscript/a.jpg", "a.jpg", b"A")
    )
    pages = [_page("b.png", "a.jpg"), _page("b.png")]
    gathered = gather_pictures(make_document(make_publication(), pictures=pictures), pages)
    assert [(file.name, file.media_type, file.content) for file in gathered.value] == [
        ("media/01-b.png", "image/png", b"B"),
        ("media/02-a.jpg", "image/jpeg", b"A"),
    ]
    assert [image.get("src") for page in pages for image in page.find_all("img")] == [
        "media/01-b.png",
        "media/02-a.jpg",
        "media/01-b.png",
    ]


def test_a_picture_of_another_kind_is_shown_by_its_twin() -> None:
    """What reading systems need not know has a PNG beside it."""
    picture = Picture("manuscript/a.tiff", "a.tiff", b"T", "a.png", b"P")
    gathered = gather_pictures(
        make_document(make_publication(), pictures=_pictures(picture)), [_page("a.tiff")]
    )
    assert [(file.name, file.content) for file in gathered.value] == [("media/01-a.png", b"P")]


def test_a_picture_that_cannot_be_shown_is_reported_where_it_is_named() -> None:
    """An empty frame on some devices is an error, and the chapter says where."""
    text = "![A](figures/a.tiff)"
    source = SourceFile("manuscript/10-first.md", text)
    start = text.index("figures")
    use = ImageUse("figures/a.tiff", "A", source.span(start, len(text) - 1))
    chapter = make_chapter(text, source=source, images=(use,))
    publication = make_publication(chapter, files=frozenset({"manuscript/figures/a.tiff"}))
    picture = Picture("manuscript/figures/a.tiff", "figures-a.tiff", b"T")
    document = make_document(publication, pictures=_pictures(picture))
    (found,) = gather_pictures(document, [_page("figures-a.tiff")]).diagnostics
    assert (found.code, found.span) == ("W010", use.span)
    assert found.message == "an EPUB cannot show images like `a.tiff`"


def test_a_picture_that_no_chapter_names_is_reported_by_its_file() -> None:
    """A diagnostic always has a place."""
    picture = Picture("manuscript/a.tiff", "a.tiff", b"T")
    document = make_document(make_publication(), pictures=_pictures(picture))
    (found,) = gather_pictures(document, [_page("a.tiff")]).diagnostics
    assert (found.span, found.file) == (None, "manuscript/a.tiff")
