"""Pages of the three editions as pictures: drawn by pdfium, by Chromium and, for Word's, by LibreOffice."""

import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from lxml import etree
from PIL import Image, ImageChops

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
PHONE_PX, TABLET_PX = 360, 820
GROUND = "#8c8c8c"
_GAP = 12
_SCREEN_HEIGHT_PX = 1600
_OPF = {"opf": "http://www.idpf.org/2007/opf"}


def pdf_pictures(path: Path, width_px: int, pages: Sequence[int] | None = None) -> list[Image.Image]:
    """Draw pages of a PDF (numbers from 0; all of them without any), each `width_px` wide."""
    with pypdfium2.PdfDocument(path) as document:
        wanted = range(len(document)) if pages is None else pages
        return [_draw(document[number], width_px) for number in wanted]


def _draw(page: pypdfium2.PdfPage, width_px: int) -> Image.Image:
    """Draw a page at three times its size and make it smaller, so that fine lines do not come and go."""
    large: Image.Image = page.render(scale=3 * width_px / page.get_width()).to_pil().convert("RGB")
    return large.resize((width_px, round(large.height / 3)), Image.Resampling.LANCZOS)


def chromium() -> str | None:
    """Find the browser."""
    return next((found for name in CHROMIUM_NAMES if (found := shutil.which(name))), None)


def epub_pictures(path: Path, width_px: int, folder: Path) -> list[Image.Image]:
    """Draw the upper part of each page of an EPUB on a screen so wide; `folder` is for what that needs."""
    browser = chromium()
    if browser is None:
        return []
    book = folder / "book"
    with zipfile.ZipFile(path) as archive:
        archive.extractall(book)
    return [_screenshot(browser, page, width_px, folder) for page in _spine(book)]


def _spine(book: Path) -> Iterator[Path]:
    """Yield the pages of an unpacked EPUB in the order of reading."""
    package = next(iter(sorted(book.rglob("*.opf"))))
    root = etree.parse(str(package)).getroot()
    by_id = {item.get("id"): item.get("href") or "" for item in root.iterfind(".//opf:item", _OPF)}
    for item in root.iterfind(".//opf:itemref", _OPF):
        yield package.parent / by_id[item.get("idref")]


def _screenshot(browser: str, page: Path, width_px: int, folder: Path) -> Image.Image:
    """Show a page in a frame of the wanted width, since a browser's own window has a least width."""
    frame, shot = folder / "frame.html", folder / "shot.png"
    style = f"border:0;width:{width_px}px;height:{_SCREEN_HEIGHT_PX}px"
    frame.write_text(
        f'<!DOCTYPE html><body style="margin:0"><iframe src="{page.as_uri()}" style="{style}"></iframe>',
        encoding="utf-8",
    )
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    size = f"--window-size={max(width_px, 600)},{_SCREEN_HEIGHT_PX}"
    profile = f"--user-data-dir={folder / 'profile'}"
    subprocess.run(
        [*command, size, profile, f"--screenshot={shot}", frame.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return _without_blank_foot(Image.open(shot).convert("RGB").crop((0, 0, width_px, _SCREEN_HEIGHT_PX)))


def _without_blank_foot(picture: Image.Image) -> Image.Image:
    ground = Image.new("RGB", picture.size, picture.getpixel((0, picture.height - 1)))
    box = ImageChops.difference(picture, ground).getbbox()
    foot = min(picture.height, (box[3] if box else 0) + 24)
    return picture.crop((0, 0, picture.width, foot))


def docx_pictures(path: Path, width_px: int, folder: Path) -> list[Image.Image]:
    """Draw the pages of a Word edition as LibreOffice lays them out; none where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return []
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return pdf_pictures(folder / f"{path.stem}.pdf", width_px)


def contact_sheet(pictures: Sequence[Image.Image], columns: int) -> Image.Image:
    """Put pictures side by side, in rows of `columns`."""
    rows = [pictures[start : start + columns] for start in range(0, len(pictures), columns)]
    heights = [max(picture.height for picture in row) + _GAP for row in rows]
    width = max(sum(picture.width + _GAP for picture in row) for row in rows) + _GAP
    sheet = Image.new("RGB", (width, sum(heights) + _GAP), GROUND)
    top = _GAP
    for row, height in zip(rows, heights, strict=True):
        left = _GAP
        for picture in row:
            sheet.paste(picture, (left, top))
            left += picture.width + _GAP
        top += height
    return sheet
