"""An EPUB that is not what was promised is caught."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from octavo.model import Artifact
from octavo.verify.epub import read_epub, verify_epub
from octavo.verify.epub.book import BookFault
from tests.support.models import make_document, make_publication

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessibilityFeature">readingOrder</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Made up.</meta>
</metadata><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="s" href="style.css" media-type="text/css"/>
<item id="p" href="p.png" media-type="image/png"/>
</manifest><spine><itemref idref="a"/></spine></package>"""
NOTE = (
    '<aside epub:type="footnote" id="fn1"><p><span class="note-label">1</span> Source. '
    '<a role="doc-backlink" href="#fnref1">Back to text</a></p></aside>'
)
CALL = '<sup><a epub:type="noteref" role="doc-noteref" id="fnref1" href="#fn1">1</a></sup>'
FAR = '<a href="https://example.org/#x">far</a><a>no link</a>'
BODY = (
    f'<section class="chapter"><h1>A{CALL}</h1><img src="p.png" alt="P"/>'
    f'<a href="#fn1">n</a>{NOTE}{FAR}</section>'
)


def _page(body: str) -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f'<head><title>A</title><link rel="stylesheet" href="style.css"/></head><body>{body}</body></html>'
    )


def _zip(path: Path, files: Mapping[str, str], mimetype: str = "application/epub+zip") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", mimetype)
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def _files(**changes: str) -> dict[str, str]:
    known = {"body": BODY, "package": PACKAGE, "style": 'p { background: url("p.png") }', **changes}
    return {
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": known["package"],
        "EPUB/a.xhtml": _page(known["body"]),
        "EPUB/style.css": known["style"],
        "EPUB/p.png": "",
    }


def _codes(path: Path) -> list[tuple[str, str]]:
    found = verify_epub(make_document(make_publication()), Artifact("epub", path))
    return [(diagnostic.code, diagnostic.message) for diagnostic in found]


def test_a_sound_book_is_let_through(tmp_path: Path) -> None:
    """Nothing is said about a book in which everything holds."""
    assert _codes(_zip(tmp_path / "a.epub", _files())) == []


def test_the_file_is_named_as_the_author_will_find_it(tmp_path: Path) -> None:
    """Diagnostics name the file that can be opened to look: what is not sound is not published."""
    path = _zip(tmp_path / "a.epub", _files(body='<img src="p.png"/>'))
    document = make_document(make_publication(root=tmp_path.parent))
    (found,) = verify_epub(document, Artifact("epub", path))
    assert found.file == f"{tmp_path.name}/a.epub"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"body": BODY.replace('href="#fn1">n', 'href="b.xhtml">n')},
            [("V011", "`EPUB/a.xhtml` names `b.xhtml`, which is not in the book")],
        ),
        (
            {"body": BODY.replace('href="#fn1">n', 'href="a.xhtml#%D0%B0">n')},
            [("V011", "`EPUB/a.xhtml` names `a.xhtml#%D0%B0`, which is not in the book")],
        ),
        (
            {"body": BODY + '<picture><source srcset="dark.png"/></picture>'},
            [("V011", "`EPUB/a.xhtml` names `dark.png`, which is not in the book")],
        ),
        (
            {"style": "p { background: url(q.png) }"},
            [("V011", "`EPUB/style.css` names `q.png`, which is not in the book")],
        ),
        (
            {"body": BODY.replace('src="p.png"', 'src="https://far.example"')},
            [("V011", "`EPUB/a.xhtml` names `https://far.example`, which is not in the book")],
        ),
        (
            {"body": BODY.replace("https://example.org/#x", "javascript:alert(1)")},
            [("V011", "`EPUB/a.xhtml` names `javascript:alert(1)`, which is not in the book")],
        ),
        (
            {"style": '@import "https://far.example/a.css"; p { background: url(data:image/png;base64,) }'},
            [("V011", "`EPUB/style.css` names `https://far.example/a.css`, which is not in the book")],
        ),
        (
            {"body": BODY.replace("#fnref1", "#fn1")},
            [("V012", "the call `fnref1` in `EPUB/a.xhtml` and its note are not linked both ways")],
        ),
        (
            {"body": BODY.replace(CALL, "")},
            [
                ("V011", "`EPUB/a.xhtml` names `#fnref1`, which is not in the book"),
                ("V012", "nothing in `EPUB/a.xhtml` calls the note `fn1`"),
            ],
        ),
        (
            {"body": BODY.replace(' alt="P"', "")},
            [("V013", "the image `p.png` in `EPUB/a.xhtml` has no text in its place")],
        ),
        (
            {"package": PACKAGE.replace('href="p.png"', 'href="q.png"')},
            [
                ("V014", "the manifest does not list `EPUB/p.png`"),
                ("V014", "the manifest lists `EPUB/q.png`, which is not in the book"),
            ],
        ),
        (
            {"package": PACKAGE.replace('<itemref idref="a"/>', "")},
            [("V014", "the spine does not lead to `EPUB/a.xhtml`")],
        ),
        (
            {"body": BODY.replace("<h1>", '<h1 id="fn1">')},
            [("V015", "the identifier `fn1` occurs 2 times in `EPUB/a.xhtml`")],
        ),
    ],
)
def test_each_fault_is_found(
    tmp_path: Path, changes: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """One fault in a sound book gives its own finding and no other."""
    assert _codes(_zip(tmp_path / "a.epub", _files(**changes))) == expected


def test_an_image_may_say_that_it_adorns(tmp_path: Path) -> None:
    """An empty text is right for what shows nothing, if it says so."""
    body = BODY.replace('alt="P"', 'alt="" role="presentation"')
    assert _codes(_zip(tmp_path / "a.epub", _files(body=body))) == []


def test_what_cannot_be_read_is_one_finding(tmp_path: Path) -> None:
    """A page that is not well-formed, a wrong media type, no zip at all: each is said in words."""
    broken = _zip(tmp_path / "a.epub", _files(body="<p>"))
    assert [code for code, _ in _codes(broken)] == ["V010"]
    assert "`EPUB/a.xhtml` is not well-formed" in _codes(broken)[0][1]
    assert "media type" in _codes(_zip(tmp_path / "b.epub", _files(), "text/plain"))[0][1]
    (tmp_path / "c.epub").write_bytes(io.BytesIO(b"no zip").read())
    assert "not a zip archive" in _codes(tmp_path / "c.epub")[0][1]
    assert [code for code, _ in _codes(_zip(tmp_path / "d.epub", {}))] == ["V010"]


def test_reading_back_leaves_the_apparatus_out(tmp_path: Path) -> None:
    """Calls, labels and ways back are no part of what headings, captions and notes say."""
    body = (
        f'<section class="chapter"><h1>A{CALL}  b\u00adc</h1>'
        f"<figure><figcaption>Figure 1. F{CALL}</figcaption></figure>"
        f"<table><caption>Table 1. T</caption><tr><td>x</td></tr></table>{NOTE}</section>"
        '<section class="bibliography"><h1>B</h1><div class="csl-entry"><p>One</p><p>Two</p></div></section>'
        '<section class="colophon"><h1>C</h1></section>'
    )
    view = read_epub(_zip(tmp_path / "a.epub", _files(body=body)))
    assert view.headings == ((1, "A bc"), (1, "B"))
    assert view.notes == (("1", "Source."),)
    assert view.figures == ("Figure 1. F",)
    assert view.tables == ("Table 1. T",)
    assert view.references == ("One Two",)


def test_a_formula_reads_as_its_author_wrote_it(tmp_path: Path) -> None:
    """MathML is read by its annotation, as the document's plain text has it."""
    math = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mi>x</mi>'
        '<annotation encoding="application/x-tex">x^2</annotation></semantics></math>'
    )
    body = f'<section class="chapter"><h1>A {math} b</h1></section>'
    assert read_epub(_zip(tmp_path / "a.epub", _files(body=body))).headings == ((1, "A x^2 b"),)


def test_reading_what_is_no_book_fails(tmp_path: Path) -> None:
    """Whoever reads an edition back hears why it cannot be read."""
    with pytest.raises(BookFault, match="not a zip archive"):
        read_epub(tmp_path / "nothing.epub")
