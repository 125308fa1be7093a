"""No browser opens a stranger's EPUB that would make it run or fetch something."""

import zipfile
from pathlib import Path

import pytest

from octavo.verify.epub.book import BookFault
from octavo.verify.epub.threats import find_threat

PAGE = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title>{head}</head><body>{body}</body></html>'
)


def book(tmp_path: Path, **files: str) -> Path:
    """Make an archive of a page and of other files."""
    path = tmp_path / "book.epub"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def page(body: str = "", head: str = "") -> dict[str, str]:
    """Give the files of a book of one page."""
    return {"page.xhtml": PAGE.format(body=body, head=head)}


def test_a_quiet_book_passes(tmp_path: Path) -> None:
    """Links to the web, pictures of the book, styles and drawings are no threat."""
    body = (
        '<p style="color: red"><a href="https://example.org/a?b=c">web</a> <a href="#x">here</a></p>'
        '<img src="media/a.png" srcset="media/a.png 1x, media/b.png 2x" alt="A"/>'
        '<img src="data:image/png;base64,AAAA" alt="B"/>'
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    )
    files = {
        **page(body, '<link rel="stylesheet" href="style.css"/>'),
        "style.css": "@font-face { src: url(fonts/a.woff2) }",
    }
    assert find_threat(book(tmp_path, **files)) is None


@pytest.mark.parametrize(
    ("body", "threat"),
    [
        ("<script>alert(1)</script>", "has the element `script`"),
        ('<p onclick="x()">a</p>', "has a script in `onclick`"),
        ('<a href="javascript:x()">a</a>', "names `javascript:x()`"),
        ('<a href="java&#10;script:x()">a</a>', "names `java\nscript:x()`"),
        ('<img src="http://example.org/a.png" alt=""/>', "names `http://example.org/a.png`"),
        ('<img src="//example.org/a.png" alt=""/>', "names `//example.org/a.png`"),
        ('<img src="file:///etc/hostname" alt=""/>', "names `file:///etc/hostname`"),
        (
            '<img srcset="a.png 1x, https://example.org/b.png 2x" alt=""/>',
            "names `https://example.org/b.png 2x`",
        ),
        ('<iframe src="other.xhtml"></iframe>', "has the element `iframe`"),
        (
            '<p style="background: url(https://example.org/a)">a</p>',
            "names `https://example.org/a` in a stylesheet",
        ),
        (
            "<style>@import 'https://example.org/a.css';</style>",
            "names `https://example.org/a.css` in a stylesheet",
        ),
        (
            r"<style>p { background: \75rl(https://example.org/a) }</style>",
            "names `https://example.org/a` in",
        ),
        (
            '<svg xmlns:l="http://www.w3.org/1999/xlink"><image l:href="https://example.org/a.png"/></svg>',
            "names `https://example.org/a.png`",
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg"><a><set attributeName="href" to="x"/></a></svg>',
            "has the element `set`",
        ),
        ("<p>unclosed", "is not well-formed"),
    ],
)
def test_each_threat_is_found(tmp_path: Path, body: str, threat: str) -> None:
    """Scripts in any form, frames, and all that is shown and lies elsewhere."""
    found = find_threat(book(tmp_path, **page(body)))
    assert found is not None
    assert found.startswith(f"`page.xhtml` {threat}")


@pytest.mark.parametrize(
    ("name", "text", "threat"),
    [
        ("a.xhtml", '<!DOCTYPE html [<!ENTITY a "b">]><html/>', "defines entities"),
        ("a.xhtml", '<?xml-stylesheet href="https://example.org/a.css"?><html/>', "names a stylesheet"),
        ("a.xhtml", '<html><meta http-equiv="Refresh" content="0"/></html>', "leads its readers elsewhere"),
        ("a.txt", "<html><script/></html>", "has the element `script`"),
        ("a.js", "alert(1)", "is a script"),
        ("a.css", "p { background: url( 'https://example.org/a' ) }", "names `https://example.org/a`"),
        ("a.opf", '<package><item properties="scripted"/></package>', "says that a page is `scripted`"),
        ("../a.txt", "a", "lies outside of the book"),
    ],
)
def test_threats_in_other_files(tmp_path: Path, name: str, text: str, threat: str) -> None:
    """Not only pages can make a browser act, and a page need not be called one."""
    found = find_threat(book(tmp_path, **{name: text}))
    assert found is not None
    assert found.startswith(f"`{name}` {threat}")


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    """A file that lost its end is not looked at."""
    path = book(tmp_path, **page("a"))
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(BookFault, match="not a zip archive"):
        find_threat(path)


def test_a_book_that_is_too_big_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would fill the disk when it is unpacked is not unpacked."""
    monkeypatch.setattr("octavo.verify.epub.threats._MOST_BYTES", 1000)
    with pytest.raises(BookFault, match="too big"):
        find_threat(book(tmp_path, **page("a" * 2000)))
