"""The EPUB on a phone and on a tablet: nothing reaches out of the screen, by day or by night."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from octavo.colors import contrast
from octavo.load import load_publication
from octavo.parse import parse_rendering
from octavo.render import render_publication
from octavo.write.epub import write_epub
from tests.support.screens import Screen, find_chromium, measure

SAMPLE = Path(__file__).parent / "small-screens"
PHONE, TABLET = 360, 820
PAGES = (
    "cover.xhtml",
    "title-page.xhtml",
    "imprint.xhtml",
    "nav.xhtml",
    "01-text.xhtml",
    "02-tables.xhtml",
    "03-bibliography.xhtml",
    "colophon.xhtml",
)

pytestmark = [pytest.mark.slow, pytest.mark.visual]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a book of all that may be wider than a phone, and unpack it."""
    find_chromium()
    root = tmp_path_factory.mktemp("screens")
    shutil.copytree(SAMPLE, root / "publication")
    publication = load_publication(root / "publication").value
    assert publication is not None
    document = parse_rendering(render_publication(publication).value).value
    assert document is not None
    artifact = write_epub(document, SAMPLE / "manuscript" / "figures" / "dot.png").value
    assert artifact is not None
    with zipfile.ZipFile(artifact.path) as archive:
        archive.extractall(root / "book")
    return root / "book" / "EPUB"


@pytest.fixture(scope="module", params=[PHONE, TABLET])
def screens(folder: Path, request: pytest.FixtureRequest) -> list[Screen]:
    """Show all pages at a width."""
    found = measure(folder, PAGES, request.param)
    assert {screen.width for screen in found} == {request.param}
    return found


def test_every_page_of_the_book_is_looked_at(folder: Path, screens: list[Screen]) -> None:
    """The list above is complete, and each page says what it measured."""
    assert {screen.page for screen in screens} == set(PAGES)
    assert {path.name for path in folder.glob("*.xhtml") if not path.name.startswith("shown-")} == set(PAGES)


def test_nothing_reaches_out_of_the_screen(screens: list[Screen]) -> None:
    """Tables, formulas and code that are wider scroll in a box of their own, or break."""
    assert {screen.page: screen.overflows for screen in screens if screen.overflows} == {}
    assert [screen.page for screen in screens if screen.is_wider] == []


def test_all_pictures_are_shown(screens: list[Screen]) -> None:
    """Every picture is in the book and can be decoded."""
    assert [screen.undecoded for screen in screens if screen.undecoded] == []


@pytest.mark.parametrize("is_dark", [False, True])
def test_coloured_text_can_be_read(folder: Path, *, is_dark: bool) -> None:
    """Headings, links and labels have a contrast of 4.5 with the page that the reader chose."""
    ground = "#2b2b2b" if is_dark else "#ffffff"
    screens = measure(folder, PAGES, PHONE, is_dark=is_dark)
    faint = {
        (name, color)
        for screen in screens
        for name, color in screen.paints
        if contrast(_hexadecimal(color), ground) < 4.5
    }
    assert faint == set()
    assert sum(len(screen.paints) for screen in screens) > 30


def _hexadecimal(color: str) -> str:
    """Turn `rgb(1, 2, 3)` into `#010203`."""
    return "#" + bytes(int(number) for number in re.findall(r"\d+", color)[:3]).hex()


def test_the_measure_finds_what_reaches_out(folder: Path) -> None:
    """A page with a block that is too wide is found out: the laws above can fail."""
    text = (folder / "colophon.xhtml").read_text(encoding="utf-8")
    wide = text.replace(
        "</section>", '<p style="width: 30em">too wide</p><img src="none.png" alt=""/></section>'
    )
    (folder / "wide.html").write_text(wide, encoding="utf-8")
    (screen,) = measure(folder, ["wide.html"], PHONE)
    assert screen.overflows == ("p: too wide",)
    assert screen.is_wider
    assert len(screen.undecoded) == 1
