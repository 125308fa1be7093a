"""Pictures of the text."""

import io
from pathlib import Path

import pytest
from PIL import Image

from octavo.diagnostics import Diagnostic
from octavo.model import Publication, RenderedChapter
from octavo.render.pictures import free_stem, render_pictures
from tests.support.models import make_chapter, make_publication, make_table

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3"/></svg>'


def image(kind: str) -> bytes:
    """Give a smallest image."""
    written = io.BytesIO()
    Image.new("RGB", (2, 2)).save(written, kind)
    return written.getvalue()


PNG = image("PNG")
CHART = {
    "data": {"name": "loans"},
    "mark": "bar",
    "encoding": {"x": {"field": "sum", "type": "quantitative"}, "y": {"field": "year", "type": "nominal"}},
}


def publish(root: Path, contents: dict[str, bytes]) -> Publication:
    """Lay files out below `manuscript/` of a publication of one chapter."""
    for path, content in contents.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return make_publication(make_chapter(""), root=root, files=frozenset(contents))


def showing(publication: Publication, *targets: str) -> list[RenderedChapter]:
    """Give one rendered chapter that shows the targets."""
    return [RenderedChapter(publication.chapters[0], "", frozenset(), targets)]


def test_images_come_as_they_are(tmp_path: Path) -> None:
    """Each file that the text uses is a picture once; others, and targets without a file, are none."""
    contents = {"manuscript/a.png": PNG, "manuscript/figures/b.svg": SVG, "manuscript/unused.png": PNG}
    publication = publish(tmp_path, contents)

    found = render_pictures(publication, showing(publication, "figures/b.svg", "a.png", "a.png", "gone.png"))

    assert found.diagnostics == ()
    assert list(found.value) == ["manuscript/figures/b.svg", "manuscript/a.png"]
    drawing, image = found.value.values()
    assert (drawing.file_name, drawing.raster_name) == ("figures-b.svg", "figures-b.png")
    assert (drawing.content, drawing.width, drawing.height) == (SVG, 4, 3)
    assert (drawing.raster or b"").startswith(b"\x89PNG")
    assert (image.file_name, image.content, image.raster) == ("a.png", PNG, None)


def test_no_picture_takes_the_place_of_another(tmp_path: Path) -> None:
    """Names that are equal once flat, and rasters named like another image, are kept apart."""
    paths = ["карта.png", "графа.png", "a b.png", "a-b.png", "map.svg", "map.png", "MAP.jpg"]
    contents = {f"manuscript/{path}": SVG if path.endswith("svg") else PNG for path in paths}
    contents["manuscript/MAP.jpg"] = image("JPEG")
    publication = publish(tmp_path, contents)

    found = render_pictures(publication, showing(publication, *paths))

    names = [picture.file_name for picture in found.value.values()]
    rasters = [picture.raster_name for picture in found.value.values() if picture.raster_name]
    assert names == ["-----.png", "------2.png", "a-b.png", "a-b-2.png", "map.svg", "map-2.png", "MAP-3.jpg"]
    assert rasters == ["map.png"]


def test_a_chart_is_named_without_its_suffixes() -> None:
    """The drawing of `x.vl.yaml` is `x.svg`."""
    assert free_stem("manuscript/figures/x.y.vl.yaml", set()) == "figures-x.y"
    assert free_stem("manuscript/x.vl.json", {"x", "x-2"}) == "x-3"


def test_a_chart_is_drawn_from_its_data(tmp_path: Path) -> None:
    """The picture holds what the data file says, in both forms."""
    chart = make_table("chart", CHART)
    publication = make_publication(
        make_chapter(""),
        root=tmp_path,
        files=frozenset({"manuscript/sums.vl.yaml"}),
        charts={"manuscript/sums.vl.yaml": chart},
        data={"loans": make_table("loans", [{"year": "in 2021", "sum": 5}])},
    )

    found = render_pictures(publication, showing(publication, "sums.vl.yaml"))

    (picture,) = found.value.values()
    assert found.diagnostics == ()
    assert b"in 2021" in picture.content
    assert (picture.raster or b"").startswith(b"\x89PNG")
    assert picture.width == 460


def test_a_chart_fault_points_at_the_word(tmp_path: Path) -> None:
    """R004 stands on the name that no data file has."""
    chart = make_table("chart", CHART, "data: {name: loans}\nmark: bar\n")
    publication = make_publication(
        make_chapter(""), root=tmp_path, files=frozenset({"manuscript/c.vl.yaml"}),
        charts={"manuscript/c.vl.yaml": chart},
    )  # fmt: skip

    found = render_pictures(publication, showing(publication, "c.vl.yaml"))

    (diagnostic,) = found.diagnostics
    assert found.value == {}
    assert (diagnostic.code, diagnostic.span and diagnostic.span.text) == ("R004", "loans")


@pytest.mark.parametrize("address", ["/etc/secret.png", "http://far.example/a.png"])
def test_a_chart_shows_no_picture_from_elsewhere(address: str, tmp_path: Path) -> None:
    """R004: an image mark reaches for no file of this machine and no address."""
    specification = {
        "data": {"values": [{"u": address}]},
        "mark": {"type": "image", "width": 9, "height": 9},
        "encoding": {"url": {"field": "u", "type": "nominal"}},
    }
    publication = make_publication(
        make_chapter(""), root=tmp_path, files=frozenset({"manuscript/c.vl.yaml"}),
        charts={"manuscript/c.vl.yaml": make_table("chart", specification)},
    )  # fmt: skip

    found = render_pictures(publication, showing(publication, "c.vl.yaml"))

    assert [diagnostic.code for diagnostic in found.diagnostics] == ["R004"]
    assert address in found.diagnostics[0].message


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.png", b"no image", "the image is not PNG"),
        ("a.JPG", PNG, "the image is not JPG"),
        ("a.gif", b"", "the image is not GIF"),
        ("a.svg", b"<svg", "the drawing is not SVG: "),
        ("a.svg", b"\xff\xfe<", "the drawing is not SVG: "),
        (
            "a.svg",
            SVG.replace(b"<rect", b'<image href="/etc/x.png"/><rect'),
            "the drawing reads `/etc/x.png`",
        ),
        ("a.svg", SVG.replace(b'width="4"', b'width="0"'), "the drawing cannot be drawn: "),
    ],
)
def test_an_image_is_what_its_name_says(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    """R005 names the file and what it is not."""
    publication = publish(tmp_path, {f"manuscript/{name}": content})

    found = render_pictures(publication, showing(publication, name))

    (diagnostic,) = found.diagnostics
    assert isinstance(diagnostic, Diagnostic)
    assert found.value == {}
    assert (diagnostic.code, diagnostic.path) == ("R005", f"manuscript/{name}")
    assert diagnostic.message.startswith(message)


def test_a_file_that_is_gone_is_reported(tmp_path: Path) -> None:
    """R005: between load and render a file can vanish or turn out to be unreadable."""
    publication = publish(tmp_path, {"manuscript/a.png": PNG})
    (tmp_path / "manuscript" / "a.png").unlink()

    found = render_pictures(publication, showing(publication, "a.png"))

    assert [(d.code, d.message) for d in found.diagnostics] == [
        ("R005", "the image cannot be read: No such file or directory")
    ]
