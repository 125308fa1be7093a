import io

import pikepdf
import pytest

from octavo.sources.page_text import folded, page_text

PAGE = """<!DOCTYPE html><html><head><title>T</title><style>p {}</style>
<script>var a = "<p>no</p>";</script></head>
<body><nav><a href="/">Home</a></nav><h1>Gas  <em>prices</em></h1><p>They rose<br>by a
third.<!-- not --> <script>x()</script>So it was</p>said.<ul><li>One<li>Two</ul>
<table><tr><td>1</td><td>2</td></tr></table><template>no</template></body></html>"""


def pdf_of(*lines: str) -> bytes:
    """Make a PDF of one page with these lines."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(300, 300))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 20 250 Td {shown} ET".encode())
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


def test_words_that_readers_see() -> None:
    """Blocks are lines; scripts, styles, menus and comments are left out; inline marks part no words."""
    text = page_text(PAGE.encode(), "text/html; charset=utf-8")

    assert text == "Gas prices\nThey rose\nby a third. So it was\nsaid.\nOne\nTwo\n1\n2\n"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<p>Ціна газу</p>".encode(), "text/html"),
        ("<p>Ціна газу</p>".encode("cp1251"), "text/html; charset=windows-1251"),
        ('<meta charset="koi8-u"><p>Ціна газу</p>'.encode("koi8-u"), "text/html"),
        ("\ufeff<p>Ціна газу</p>".encode(), "text/html"),
        ("<p>Ціна газу</p>".encode(), 'text/html; charset="no-such"'),
        ("<p>Ціна газу</p>".encode("utf-16"), "text/html"),
        ("Ціна газу".encode("utf-16"), "text/plain"),
        ("Ціна газу".encode(), "text/plain; charset=rot13"),
        ('<?xml version="1.0" encoding="windows-1251"?><p>Ціна газу</p>'.encode("cp1251"), "text/html"),
        ("Ціна  газу\r\n\r\n".encode(), "text/plain"),
        ("Ціна газу".encode("cp1251"), "text/plain; charset=windows-1251"),
    ],
)
def test_letters_are_read_as_they_are_coded(body: bytes, content_type: str) -> None:
    """The header's charset comes first, then the page's own, then UTF-8."""
    assert page_text(body, content_type) == "Ціна газу\n"


def test_words_of_a_pdf() -> None:
    """A PDF is read by its first bytes, whatever it is called."""
    assert (
        page_text(pdf_of("Prices rose", "by a third."), "application/octet-stream")
        == "Prices rose\nby a third.\n"
    )


@pytest.mark.parametrize(
    ("body", "content_type"),
    [(b"\x89PNG", "image/png"), (b"", "text/html"), (b"%PDF-1.7 broken", "application/pdf"), (b"x", "")],
)
def test_pages_without_words(body: bytes, content_type: str) -> None:
    """Pictures, broken files and nothing at all have no text."""
    assert page_text(body, content_type) is None


def test_deep_pages() -> None:
    """However deep elements are nested, the text comes out."""
    assert page_text(b"<div>" * 1000 + b"deep", "text/html") == "deep\n"


def test_folding() -> None:
    """White space folds within lines and empty lines go."""
    assert folded(" a \t b\n\n\u00a0\nc") == "a b\nc\n"


@pytest.mark.parametrize("charset", ["idna", "undefined", "punycode", "rot13", "zip", "no-such"])
def test_codings_that_are_none_of_pages(charset: str) -> None:
    """A page that names a coding which cannot be its own is read as UTF-8."""
    assert page_text("<p>Київ</p>".encode(), f"text/html; charset={charset}") == "Київ\n"
