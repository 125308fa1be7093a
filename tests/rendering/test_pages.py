"""Pages for print: spreads, folios, bleed and the lists before the text, laid out by the real engine."""

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from octavo.house import house_templates_path
from octavo.progress import Silent
from octavo.verify.pdf import verify_pdf
from octavo.write.engine import Engine
from octavo.write.pdf import write_pdf
from tests.support.documents import document_of

METADATA = """title: A Made-Up Report
author: [Ada Madeup]
date: "2021-09-30"
lang: en-GB
lists: [tables]
"""
PREFACE = """---
matter: front
---

# Before {#sec:before}

Text.

| A | B |
|---|---|
| 1 | 2 |

: Signs {#tbl:signs}
"""
SENTENCES = "A made-up sentence of this made-up report fills a page that nobody reads. " * 90
FIRST = f"# First\n\n{SENTENCES}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n: Sums {{#tbl:sums}}\n"
SECOND = "# Second {#sec:second}\n\nSee [@sec:before]{.page}, [@tbl:signs]{.page} and [@sec:second]{.page}.\n"
POINTS_PER_MM = 72 / 25.4
INNER_MM, OUTER_MM, BLEED_MM = 36, 26, 3
HOUSE_PAGE = {
    "margin-left: 26": f"margin-left: {INNER_MM}",
    "two-sided: false": "two-sided: true",
    "bleed: 0": f"bleed: {BLEED_MM}",
    "crop-marks: false": "crop-marks: true",
    "front-folios: arabic": "front-folios: roman",
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Print a publication in the house style, bound, with bleed, crop marks and roman folios in front."""
    root = tmp_path_factory.mktemp("print")
    brand = (house_templates_path() / "_brand.yml").read_text(encoding="utf-8")
    for written, wanted in HOUSE_PAGE.items():
        assert written in brand
        brand = brand.replace(written, wanted)
    files = {"templates/_brand.yml": brand, "manuscript/metadata.yaml": METADATA}
    files |= {f"manuscript/{number}.md": text for number, text in enumerate((PREFACE, FIRST, SECOND))}
    document = document_of(root, files)
    with Engine() as engine:
        outcome = write_pdf(document, engine, Silent())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert [found.code for found in verify_pdf(document, outcome.value)] == []
    return outcome.value.path


def texts(path: Path) -> list[str]:
    """Return the text of each page, lines folded."""
    with pypdfium2.PdfDocument(path) as book:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in book]


def edges(path: Path, page: int) -> tuple[float, float]:
    """Return where the type of a page begins and ends, from the trimmed page's left edge, in millimetres."""
    with pypdfium2.PdfDocument(path) as book:
        textpage = book[page].get_textpage()
        boxes = [textpage.get_rect(index) for index in range(textpage.count_rects())]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return left / POINTS_PER_MM, right / POINTS_PER_MM


def foot(path: Path, page: int) -> tuple[str, str]:
    """Return what stands at the foot of a page in its left and in its right half."""
    with pypdfium2.PdfDocument(path) as book:
        middle, textpage = book[page].get_width() / 2, book[page].get_textpage()
        top = 20 * POINTS_PER_MM
        halves = textpage.get_text_bounded(right=middle, top=top), textpage.get_text_bounded(middle, top=top)
        return halves[0].strip(), halves[1].strip()


def opening(path: Path, title: str) -> int:
    """Return the index of the page that a chapter opens on; its text begins with the title."""
    return next(index for index, text in enumerate(texts(path)) if text.startswith(title))


@pytest.mark.parametrize("title", ["Contents", "Before", "First", "Second"])
def test_parts_open_on_right_hand_pages(printed: Path, title: str) -> None:
    """The cover is the first right-hand page: right-hand pages have even indexes."""
    assert opening(printed, title) % 2 == 0


def test_margins_of_a_spread_are_mirrored(printed: Path) -> None:
    """The inner margin is to the left of right-hand pages and to the right of left-hand ones."""
    first = opening(printed, "First")

    right_hand, left_hand = edges(printed, first), edges(printed, first + 1)

    assert right_hand == pytest.approx((INNER_MM, 210 - OUTER_MM), abs=1)
    assert left_hand == pytest.approx((OUTER_MM, 210 - INNER_MM), abs=1)


def test_folios_stand_outside(printed: Path) -> None:
    """A right-hand page has its number at its right, a left-hand page at its left."""
    first = opening(printed, "First")

    assert foot(printed, first) == ("", "1")
    assert foot(printed, first + 1) == ("2", "")


def test_folios_are_roman_before_the_first_chapter(printed: Path) -> None:
    """Front matter is counted i, ii, iii; the first chapter begins on page 1."""
    pages = texts(printed)

    assert re.search(r"\bv$", pages[opening(printed, "Contents")])
    assert re.search(r"\bvii$", pages[opening(printed, "Before")])
    assert re.search(r"\b1$", pages[opening(printed, "First")])


def test_contents_name_the_pages_as_they_are_numbered(printed: Path) -> None:
    """Leaders lead to the numbers that stand on the pages, in their style; so does the list of tables."""
    pages = texts(printed)
    start = opening(printed, "First")
    contents = pages[opening(printed, "Contents")]

    second = opening(printed, "Second") - start + 1
    table = next(index for index, text in enumerate(pages) if index >= start and "Table 2. Sums" in text)

    assert re.search(r"Before[ .]+vii\b", contents)
    assert re.search(r"First[ .]+1\b", contents)
    assert re.search(rf"Second[ .]+{second}\b", contents)
    assert re.search(rf"Table 2\. Sums[ .]+{table - start + 1}\b", contents)


def test_references_name_pages_as_they_are_numbered(printed: Path) -> None:
    """A reference to the preface names a roman page, in the text and in the list of tables."""
    pages = texts(printed)
    second = opening(printed, "Second")
    number = second - opening(printed, "First") + 1

    assert "“Before” (page vii), Table 1 (page vii)" in pages[second]
    assert f"“Second” (page {number})" in pages[second]
    assert re.search(r"Table 1\. Signs[ .]+vii\b", pages[opening(printed, "Contents")])


def test_pages_have_boxes_for_the_printer(printed: Path) -> None:
    """The trimmed page is the brand's; colour may go on 3 mm beyond it, and so does the cover's."""
    with pikepdf.open(printed) as book:
        for page in book.pages:
            trim, media = ([float(number) for number in page[name]] for name in ("/TrimBox", "/MediaBox"))
            assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx(
                [210 * POINTS_PER_MM, 297 * POINTS_PER_MM], abs=0.1
            )
            assert trim[0] - media[0] == pytest.approx(BLEED_MM * POINTS_PER_MM, abs=0.1)
            assert "/BleedBox" in page
    with pypdfium2.PdfDocument(printed) as book:
        corner = book[0].render(scale=1).to_pil().getpixel((3, 40))
    assert corner == (20, 80, 92)


def test_programs_count_pages_as_folios_do(printed: Path) -> None:
    """A page's label is the folio that is printed on it; pages without one count with their neighbours."""
    with pypdfium2.PdfDocument(printed) as book:
        labels = [book.get_page_label(index) for index in range(len(book))]
    folios = [text.split()[-1] if text else "" for text in texts(printed)]
    numbered = [index for index in range(1, len(folios)) if re.fullmatch(r"[ivx]+|\d+", folios[index])]

    assert [folios[index] for index in numbered] == [labels[index] for index in numbered]
    assert {"iii", "1", "2"} <= {labels[index] for index in numbered}
    assert labels[0] == "i"
