"""The whole book, from a text that Pandoc would have written."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from octavo.model import Captioned, Document, Picture
from octavo.verify.epub import read_epub, verify_epub
from octavo.write.epub import book, write_epub
from octavo.write.html import HtmlBody
from tests.support.epub_texts import make_text
from tests.support.models import make_metadata
from tests.support.tiny_font import make_font

CHAPTERS = [
    '<h1 id="one">One</h1><p>First.[1]</p><h2 id="part">Part</h2><p><a href="#two">on</a></p>',
    '<h1 id="two">Two</h1><p>Second.[2]</p>',
    '<h1 id="bibliography">Bibliography</h1><div><div class="csl-entry">A <em>Book</em>.</div></div>',
]
NOTES = ["<p>A <em>Book</em>, 1.</p>", "<p>Ibid.</p><p>And more.</p>"]


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Document:
    """Make a document whose HTML needs no Pandoc."""

    def made(_: Document) -> HtmlBody:
        return make_text(CHAPTERS, NOTES, ["main", "main", "bibliography back"])[1]

    monkeypatch.setattr(book, "html_body", made)
    monkeypatch.setattr("octavo.write.surface.pandoc_version", lambda: "0")
    text, _ = make_text(CHAPTERS, NOTES, ["main", "main", "bibliography back"])
    metadata = make_metadata(subtitle="And & More", abstract="An <abstract>.", series="Made-Up Papers")
    return replace(text, publication=replace(text.publication, metadata=metadata, work_path=tmp_path))


@pytest.fixture
def cover(tmp_path: Path) -> Path:
    """Write something that is called a PNG."""
    path = tmp_path / "cover.png"
    path.write_bytes(b"\x89PNG")
    return path


def test_the_book_is_sound_and_says_what_the_document_says(document: Document, cover: Path) -> None:
    """Our own book passes our own verification, and reads back as it was written."""
    artifact = write_epub(document, cover).value
    assert artifact is not None
    assert verify_epub(document, artifact) == ()
    view = read_epub(artifact.path)
    assert view.headings == ((1, "One"), (2, "Part"), (1, "Two"), (1, "Bibliography"))
    assert view.notes == (("1", "A Book, 1."), ("2", "Ibid. And more."))
    assert view.references == ("A Book.",)


def test_same_document_same_bytes(document: Document, cover: Path) -> None:
    """Neither the clock nor the folder is in the book."""
    first = write_epub(document, cover).value
    elsewhere = document.publication.work_path / "another folder"
    second = write_epub(
        replace(document, publication=replace(document.publication, work_path=elsewhere)), cover
    ).value
    assert first is not None
    assert second is not None
    assert first.path.read_bytes() == second.path.read_bytes()


def test_a_book_without_a_cover_has_no_page_for_it(document: Document, cover: Path) -> None:
    """The cover's page, picture and landmark come and go together."""
    with_cover = book.book_files(document, cover).value
    without = book.book_files(document, None).value
    assert set(with_cover) - set(without) == {"cover.xhtml", "media/cover.png"}
    assert b"cover" not in without["package.opf"]
    assert b'properties="cover-image"' in with_cover["package.opf"]


def test_metadata_is_escaped_and_complete(document: Document) -> None:
    """What the author wrote is what shops and readers see."""
    package = book.book_files(document, None).value["package.opf"].decode()
    for expected in (
        '<dc:title id="title">A Made-Up Report</dc:title>',
        "And &amp; More",
        "An &lt;abstract&gt;.",
        "Ada Madeup",
        "Ben Invented",
        "<dc:language>en-GB</dc:language>",
        '<meta property="dcterms:modified">2021-09-30T00:00:00Z</meta>',
        '<meta property="belongs-to-collection" id="series">Made-Up Papers</meta>',
    ):
        assert expected in package


def _with_brand(document: Document, **values: Any) -> Document:
    brand = replace(document.publication.brand, **values)
    return replace(document, publication=replace(document.publication, brand=brand))


def test_the_logo_is_in_the_book_when_a_page_shows_it(document: Document, tmp_path: Path) -> None:
    """The title page shows the brand's logo with words for it; a kind that EPUB has not is left out."""
    logo = tmp_path / "sign.png"
    logo.write_bytes(b"\x89PNG")
    files = book.book_files(_with_brand(document, logo=logo), None).value
    assert files["brand/logo.png"] == b"\x89PNG"
    assert b'<img src="brand/logo.png" alt="Made-up Brand"/>' in files["title-page.xhtml"]
    assert b"brand/logo.png" in files["package.opf"]
    other = book.book_files(_with_brand(document, logo=tmp_path / "sign.tiff"), None).value
    assert set(files) - set(other) == {"brand/logo.png"}


def test_a_dark_page_shows_the_logo_for_dark_ground(document: Document, tmp_path: Path) -> None:
    """Both logos are in the book, under plain names whatever their files are called."""
    for name in ("light", "dark"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "знак.png").write_bytes(name.encode())
    branded = _with_brand(document, logo=tmp_path / "light/знак.png", logo_dark=tmp_path / "dark/знак.png")
    files = book.book_files(branded, None).value
    assert (files["brand/logo.png"], files["brand/logo-dark.png"]) == (b"light", b"dark")
    source = b'<source media="(prefers-color-scheme: dark)" srcset="brand/logo-dark.png" type="image/png"/>'
    assert source + b'<img src="brand/logo.png"' in files["title-page.xhtml"]
    artifact = write_epub(branded, None).value
    assert artifact is not None
    assert verify_epub(branded, artifact) == ()


def test_the_lists_of_figures_and_tables_follow_the_contents(document: Document) -> None:
    """They are asked for in the metadata, lead to the page of what they list, and are landmarks."""
    listed = replace(document.publication, metadata=make_metadata(lists=("figures", "tables")))
    captions = (Captioned("figure", 1, "two", "Figure 1. A bridge."),)
    nav = book.book_files(replace(document, publication=listed, captions=captions), None).value["nav.xhtml"]
    assert b'<nav id="list-of-figures" class="contents captions" epub:type="loi"' in nav
    assert b'<a href="02-two.xhtml#two">Figure 1. A bridge.</a>' in nav
    assert b'<a epub:type="loi" href="#list-of-figures">Figures</a>' in nav
    assert b'epub:type="lot"' not in nav
    assert b"loi" not in book.book_files(replace(document, captions=captions), None).value["nav.xhtml"]


def test_a_logo_that_no_page_shows_is_left_out(document: Document, tmp_path: Path) -> None:
    """A publication's own title page may do without the logo, and then the book does too."""
    logo = tmp_path / "sign.png"
    logo.write_bytes(b"\x89PNG")
    (tmp_path / "templates" / "epub").mkdir(parents=True)
    (tmp_path / "templates" / "epub" / "title-page.html.j2").write_text("<p>Bare</p>", encoding="utf-8")
    bare = _with_brand(document, logo=logo)
    bare = replace(bare, publication=replace(bare.publication, templates_path=tmp_path / "templates"))
    assert "brand/logo.png" not in book.book_files(bare, None).value


def test_fonts_are_in_the_book_unless_the_brand_keeps_them(document: Document, tmp_path: Path) -> None:
    """A brand may forbid that its fonts are given away; the stylesheet then names none of them."""
    files = (make_font(tmp_path / "Made-Up.ttf", "abc"),)
    face = replace(document.publication.brand.body, files=files)
    given = book.book_files(_with_brand(document, body=face), None).value
    assert "fonts/Made-Up.ttf" in given
    assert b"@font-face" in given["style.css"]
    kept = book.book_files(_with_brand(document, body=face, embed_fonts=False), None).value
    assert set(given) - set(kept) == {"fonts/Made-Up.ttf"}
    assert b"@font-face" not in kept["style.css"]


def test_no_book_is_written_when_a_picture_cannot_be_shown(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error leaves no half of a book behind."""
    first = CHAPTERS[0] + '<p><img src="media/a.tiff" alt="A"></p>'
    body = make_text([first, *CHAPTERS[1:]], NOTES, ["main", "main", "bibliography back"])[1]
    monkeypatch.setattr(book, "html_body", lambda *_, **__: body)
    picture = Picture("manuscript/a.tiff", "a.tiff", b"T")
    outcome = write_epub(replace(document, pictures={"media/a.tiff": picture}), None)
    assert (outcome.value, [found.code for found in outcome.diagnostics]) == (None, ["W010"])
    assert list(document.publication.work_path.glob("*.epub")) == []


def test_a_faulty_template_is_the_publications(document: Document, tmp_path: Path) -> None:
    """A template that fails is reported, and no book is written."""
    folder = tmp_path / "templates"
    (folder / "epub").mkdir(parents=True)
    (folder / "epub" / "colophon.html.j2").write_text("{{ nothing_of_the_kind }}", encoding="utf-8")
    own = replace(document, publication=replace(document.publication, templates_path=folder))
    outcome = write_epub(own, None)
    assert outcome.value is None
    assert "epub/colophon.html.j2" in outcome.diagnostics[0].message
