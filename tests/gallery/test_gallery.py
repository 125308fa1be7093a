"""A dozen pages of the specimen look as they did, and a page that does not is shown beside the old one."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.gallery.comparison import compare, difference_picture, save_small
from tests.gallery.pictures import contact_sheet, pdf_pictures
from tests.support.brand_views import PdfPage, read_pages
from tests.support.builds import REPOSITORY, Builder, editions
from tests.support.specimens import BRANDS

REFERENCES = Path(__file__).parent / "reference"
DIFFERENCES = REPOSITORY / "build" / "gallery" / "differences"
WIDTH_PX = 300
LARGEST_BYTES = 30_000
VIEWS = {
    "opening": "The crossing and those who pay",
    "boxes": "Between the two halves there is a step",
    "numbers": "A dash stands for a share",
}
"""Pages that are kept beside the cover, each by a text that stands on it."""


def page_number(pages: tuple[PdfPage, ...], text: str) -> int:
    """Give the number (from 0) of the page where a text stands largest, the last of these."""
    sizes = [
        (max(look.size_pt for look in page.letters[at : at + len(text)]), number)
        for number, page in enumerate(pages)
        if (at := " ".join(page.text.split("\r\n")).find(text)) >= 0
    ]
    assert sizes, f"no page has the text: {text}"
    return max(sizes)[1]


@pytest.mark.slow
@pytest.mark.visual
@pytest.mark.parametrize("view", ["cover", *VIEWS])
@pytest.mark.parametrize("brand", BRANDS)
def test_page_looks_as_it_did(
    brand: str, view: str, specimens: Builder, request: pytest.FixtureRequest
) -> None:
    """Fonts, colours and places of everything on a page are those of the picture that was accepted."""
    path = editions(specimens(brand).root)[".pdf"]
    number = page_number(read_pages(path), VIEWS[view]) if view in VIEWS else 0
    (now,) = pdf_pictures(path, WIDTH_PX, [number])
    reference = REFERENCES / f"{brand}-{view}.png"
    if request.config.getoption("--update-golden"):
        save_small(now, reference)
    assert reference.is_file(), "there is no picture yet: pytest tests/gallery --update-golden"
    before = Image.open(reference)
    found = compare(before, now)
    if not found.is_small:
        shown = DIFFERENCES / reference.name
        save_small(difference_picture(before, now), shown)
        pytest.fail(f"page {number + 1} looks different: {found}; see {shown}")


def test_references_are_small() -> None:
    """The pictures are a dozen, and none is larger than 30 kB: they are kept in the repository."""
    pictures = sorted(REFERENCES.glob("*.png"))

    assert [path.stem for path in pictures] == sorted(
        f"{brand}-{view}" for brand in BRANDS for view in ("cover", *VIEWS)
    )
    assert [path.name for path in pictures if path.stat().st_size > LARGEST_BYTES] == []


def made_up_page(*, heading: str = "#14505c", line: int = 40) -> Image.Image:
    """Draw a page with a heading and some lines."""
    page = Image.new("RGB", (300, 424), "#ffffff")
    pen = ImageDraw.Draw(page)
    pen.rectangle((30, 20, 200, 32), fill=heading)
    for top in range(line, 400, 6):
        pen.line((30, top, 270, top), fill="#222222")
    return page


def test_noise_is_no_difference() -> None:
    """What another version of a rasteriser does to grey edges is tolerated."""
    page = made_up_page()
    noise = Image.effect_noise(page.size, 6).convert("RGB")

    assert compare(page, Image.blend(page, noise, 0.004)).is_small


@pytest.mark.parametrize(
    "other",
    [made_up_page(heading="#b4532a"), made_up_page(line=43), made_up_page().resize((300, 388))],
    ids=["another colour", "lines that moved", "another page"],
)
def test_what_a_reader_would_see_is_a_difference(other: Image.Image) -> None:
    """A heading in another colour, text half a line lower, a page of another size: each is reported."""
    assert not compare(made_up_page(), other).is_small


def test_difference_is_shown_between_both() -> None:
    """The picture of a difference has the old page, the new one, and black where they differ."""
    before, now = made_up_page(), made_up_page(heading="#b4532a")

    shown = difference_picture(before, now)

    assert shown.size == (902, 424)
    assert [shown.getpixel((left + 100, 26)) for left in (0, 301)] == [(20, 80, 92), (180, 83, 42)]
    assert shown.convert("L").getpixel((602 + 100, 26)) == 0
    assert shown.getpixel((602 + 250, 26)) == (255, 255, 255)


def test_sheet_has_rows() -> None:
    """Pictures stand in rows of as many as are asked for."""
    sheet = contact_sheet([Image.new("RGB", (100, 50), "#ffffff")] * 3, columns=2)

    assert sheet.size == (2 * 112 + 12, 2 * 62 + 12)
