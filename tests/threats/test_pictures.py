"""What a stranger's picture may be and cost: each trap is told before anything else opens it."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from octavo.charts import draw_png
from octavo.drawings import DrawingFault, measure_drawing
from octavo.rasters import RasterFault, check_raster
from tests.support.diagnose import diagnose
from tests.support.least_publication import write_publication

NAMES = 'xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"'
SVG = f'<svg {NAMES} width="9" height="9">\n{{}}</svg>'


def image(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    """Give an image with some noise, so that its end matters."""
    written = io.BytesIO()
    picture = Image.new("RGB", size)
    picture.putdata([(at * 7 % 256, at * 13 % 256, at * 29 % 256) for at in range(size[0] * size[1])])
    picture.save(written, kind)
    return written.getvalue()


def claiming_png(width: int, height: int) -> bytes:
    """Give a PNG whose head claims a size, and that has next to no pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [head, b"IDAT" + zlib.compress(b""), b"IEND"]
    packed = (struct.pack(">I", len(it) - 4) + it + struct.pack(">I", zlib.crc32(it)) for it in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


@pytest.mark.parametrize(
    ("kind", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg"), ("GIF", ".gif"), ("WEBP", ".webp")]
)
def test_a_cut_off_image_is_told(kind: str, suffix: str) -> None:
    """The layout engine would pad it and say nothing; a whole one passes."""
    whole = image(kind)
    check_raster(whole, suffix)
    with pytest.raises(RasterFault, match="cut off or broken"):
        check_raster(whole[: len(whole) * 2 // 3], suffix)


def test_an_image_is_what_its_name_says() -> None:
    """PostScript, or another kind, under an image's name is told; a press's colours are fine."""
    for disguised in (b"%!PS-Adobe-3.0 EPSF-3.0\n", image("GIF"), b"", b"\x89PNG\r\n\x1a\n"):
        with pytest.raises(RasterFault):
            check_raster(disguised, ".png")
    written = io.BytesIO()
    Image.new("CMYK", (4, 4)).save(written, "JPEG")
    check_raster(written.getvalue(), ".jpeg")


@pytest.mark.parametrize("size", [(16_000, 12_000), (7_000, 6_000), (100_000, 100_000)])
def test_an_image_of_too_many_pixels_is_told_from_its_head(size: tuple[int, int]) -> None:
    """A file of a hundred bytes that claims gigabytes is never decoded."""
    with pytest.raises(RasterFault, match="pixels") as caught:
        check_raster(claiming_png(*size), ".png")
    assert caught.value.is_costly


@pytest.mark.parametrize(
    ("body", "why", "line"),
    [
        ("<script>alert(1)</script>", "holds a `script`", 2),
        ('<rect/>\n<rect onload="alert(1)"/>', "runs a script: `onload`", 3),
        ("<foreignObject><p/></foreignObject>", "holds a `foreignObject`", 2),
        ('<a href="javascript:alert(1)"><rect/></a>', "a link to `javascript:alert(1)`", 2),
        ('<a x:href="data:text/html,x"><rect/></a>', "a link to `data:text/html,x`", 2),
        ('<g id="a"><use href="#a"/></g>', "shows itself", 2),
        ('<rect filter="url(#f)"/>' * 101, "filters more than 100 parts", None),
        ('<image href="http://127.0.0.1/a.png"/>', "from outside itself", None),
        ('<image x:href="file:///etc/passwd"/>', "from outside itself", None),
        ("<style>@import 'a.css';</style>", "from outside itself", None),
        ('<rect style="fill: url(a.svg#x)"/>', "from outside itself", None),
        ('<image href="data:image/svg+xml,x"/>', "from outside itself", None),
        ("<g>" * 400 + "</g>" * 400, "not SVG: Excessive depth", None),
    ],
)  # fmt: skip
def test_a_drawing_runs_nothing_and_reads_nothing(body: str, why: str, line: int | None) -> None:
    """What would run in a reader of EPUBs, or fetch something, is told, at its line."""
    with pytest.raises(DrawingFault) as caught:
        measure_drawing(SVG.format(body).encode())
    assert why in caught.value.message
    assert line is None or caught.value.line == line


def test_parts_that_show_each_other_are_counted() -> None:
    """Ten million parts from a thousand bytes are told at once; a plain use of a part is fine."""
    layers = "".join(f'<g id="g{at}">' + f'<use href="#g{at - 1}"/>' * 10 + "</g>" for at in range(1, 8))
    with pytest.raises(DrawingFault, match="again and again"):
        measure_drawing(SVG.format('<rect id="g0" width="1" height="1"/>' + layers).encode())
    measure_drawing(SVG.format('<rect id="a" width="1" height="1"/><use href="#a"/>').encode())


def test_entities_are_refused() -> None:
    """A drawing needs none: they are for reading files, and for growing; a bare DOCTYPE is fine."""
    plain = SVG.format("<rect/>")
    for inside in ('<!ENTITY a "b">', '<!ENTITY a SYSTEM "file:///etc/passwd">'):
        with pytest.raises(DrawingFault, match="declares entities"):
            measure_drawing(f"<!DOCTYPE svg [{inside}]>{plain}".encode())
    measure_drawing(f"<!DOCTYPE svg>{plain}".encode())


def test_a_large_drawing_gets_fewer_pixels() -> None:
    """A drawing of 5,000 pixels a side is not drawn four times as large; beyond 20,000 it is told."""
    wide = SVG.replace('"9"', '"5000"').format('<rect width="9" height="9"/>')
    with Image.open(io.BytesIO(draw_png(wide))) as drawn:
        assert drawn.width * drawn.height <= 41_000_000
    with pytest.raises(DrawingFault, match="larger than 20,000 pixels"):
        measure_drawing(SVG.replace('"9"', '"50000"').format("").encode())


def test_traps_are_told_by_octavo_check(tmp_path: Path) -> None:
    """R008, R009 and L013: pictures of the text and logos are looked at before any edition is made."""
    chapter = "# A\n\n![One.](figures/a.png)\n\n![Two.](figures/b.svg)\n"
    root = write_publication(
        tmp_path,
        {
            "manuscript/10-first.md": chapter,
            "manuscript/figures/b.svg": SVG.format("<script/>"),
            "templates/_brand.yml": "meta: {name: A}\nlogo: logo.svg\n",
            "templates/logo.svg": SVG.format('<rect onclick="a()"/>'),
        },
    )
    (root / "manuscript" / "figures" / "a.png").write_bytes(claiming_png(16_000, 12_000))

    found = {(it.code, it.path, it.span.first.line if it.span else 0) for it in diagnose(root)}

    assert found == {
        ("R008", "manuscript/figures/a.png", 0),
        ("R009", "manuscript/figures/b.svg", 2),
        ("L013", "templates/_brand.yml", 2),
    }
