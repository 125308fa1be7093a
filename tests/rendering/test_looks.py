"""Looks that the brand chooses, as they are on paper: tables, and boxes that go on over a page."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from octavo.load.brand import house_brand
from octavo.model import Brand, Document
from octavo.progress import Silent
from octavo.write.engine import Engine
from octavo.write.pdf import write_pdf
from tests.support.documents import document_of

METADATA = 'title: A Made-Up Report\nauthor: [Ada Madeup]\ndate: "2021-09-30"\nlang: en-GB\n'
TABLE = "| Town | Carts |\n|:--|--:|\n| Here | 1 |\n| There | 2 |\n\n: Towns {#tbl:towns}\n"
FILLED = "A made-up sentence of this box. " * 12
BOXES = f"""# Boxes

::: note
Begins.

{f"{FILLED}{chr(10) * 2}" * 18}
Ends.
:::

::: method
{TABLE}
:::
"""
SCALE = 4.0
Pixel = tuple[int, int, int]


class Page:
    """A page as it looks: where its words stand, and the colours beside them."""

    def __init__(self, book: pypdfium2.PdfDocument, number: int) -> None:
        page = book[number]
        self._book = book  # which closes what is read from it when nobody holds it
        self._text = page.get_textpage()
        self._picture = page.render(scale=SCALE).to_pil().convert("RGB")
        self._height = page.get_height()

    def box(self, word: str) -> tuple[float, float, float, float] | None:
        """Return left, bottom, right and top of the first place of a word, in points."""
        found = self._text.search(word, match_case=True, match_whole_word=True).get_next()
        if not found:
            return None
        boxes = [self._text.get_charbox(found[0] + index) for index in range(found[1])]
        return boxes[0][0], min(box[1] for box in boxes), boxes[-1][2], max(box[3] for box in boxes)

    def pixel(self, left: float, bottom: float) -> Pixel:
        """Return the colour at a point."""
        found = self._picture.getpixel((left * SCALE, (self._height - bottom) * SCALE))
        assert isinstance(found, tuple)
        return found[0], found[1], found[2]

    def below(self, word: str, reach: float = 12) -> set[Pixel]:
        """Return the colours in a line straight down from the beginning of a word."""
        left, bottom, _, _ = self.box(word) or (0, 0, 0, 0)
        return {self.pixel(left + 1, bottom - 1 - step / SCALE) for step in range(int(reach * SCALE))}

    def beside(self, word: str, reach: float = 24) -> set[Pixel]:
        """Return the colours in a line from the beginning of a word to the left."""
        left, bottom, _, top = self.box(word) or (0, 0, 0, 0)
        return {self.pixel(left - 1 - step / SCALE, (bottom + top) / 2) for step in range(int(reach * SCALE))}


def pixel_of(color: str) -> Pixel:
    """Return a colour of the brand as a pixel has it."""
    red, green, blue = bytes.fromhex(color[1:])
    return red, green, blue


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Start one engine for all pages."""
    with Engine() as started:
        yield started


def printed(document: Document, engine: Engine) -> list[Page]:
    """Print a document and look at its pages."""
    outcome = write_pdf(document, engine, Silent())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    book = pypdfium2.PdfDocument(outcome.value.path)
    return [Page(book, number) for number in range(len(book))]


def with_tables(document: Document, look: str) -> tuple[Document, Brand]:
    """Give the document's brand a look of tables."""
    brand = replace(document.publication.brand, tables=look)  # type: ignore[arg-type]
    return replace(document, publication=replace(document.publication, brand=brand)), brand


@pytest.mark.parametrize("look", ["rules", "banded", "grid"])
def test_tables_look_as_the_brand_wants(look: str, tmp_path: Path, engine: Engine) -> None:
    """Heads have the primary colour as ground only where tables have bands; only a grid has upright lines."""
    files = {"manuscript/metadata.yaml": METADATA, "manuscript/1.md": f"# Tables\n\n{TABLE}"}
    document, brand = with_tables(document_of(tmp_path, files), look)
    page = next(page for page in printed(document, engine) if page.box("Carts"))
    primary, light, rule, paper = (
        pixel_of(brand.colors[name]) for name in ("primary", "light", "rule", "background")
    )
    left, bottom, _, _ = page.box("Town") or (0, 0, 0, 0)
    ground = {"rules": paper, "banded": primary, "grid": light}[look]

    assert page.pixel(left - 0.3, bottom - 1) == ground
    assert primary in page.below("Town")
    assert (page.pixel(*_before(page, "There")) == light) == (look == "banded")
    assert (rule in page.beside("Here")) == (look == "grid")


def _before(page: Page, word: str) -> tuple[float, float]:
    left, bottom, _, _ = page.box(word) or (0, 0, 0, 0)
    return left - 0.5, bottom


@pytest.fixture(scope="module")
def boxes(tmp_path_factory: pytest.TempPathFactory, engine: Engine) -> list[Page]:
    """Print a chapter of boxes."""
    files = {"manuscript/metadata.yaml": METADATA, "manuscript/1.md": BOXES}
    return printed(document_of(tmp_path_factory.mktemp("boxes"), files), engine)


def test_boxes_go_on_over_the_page_whole(boxes: list[Page]) -> None:
    """Each part of a box has its ground and its rule, and keeps its text off its edge."""
    colors = house_brand().colors
    pages = [page for page in boxes if page.box("sentence")]
    wanted = {pixel_of(colors["light"]), pixel_of(colors["primary"])}

    assert len(pages) > 1
    assert pages[0].box("Begins")
    assert pages[-1].box("Ends")
    assert all(wanted <= page.beside("sentence", 80) for page in pages)
    left, _, _, top = pages[-1].box("sentence") or (0, 0, 0, 0)
    assert pages[-1].pixel(left, top + 8) == pixel_of(colors["light"])


def test_tables_stay_in_their_box(boxes: list[Page]) -> None:
    """A table reaches into the margin beside the text, but not out of a box."""
    page = next(page for page in boxes if page.box("Town"))
    (table, _, _, _), (title, _, _, _) = page.box("Town") or (0,) * 4, page.box("Method") or (0,) * 4

    assert table == pytest.approx(title, abs=1)
