"""Logos of the brand in Word."""

import io
from dataclasses import replace
from pathlib import Path

from PIL import Image

from octavo.write.docx.logos import brand_logos, jpeg_size
from tests.support.models import make_brand


def picture(kind: str, width: int, height: int) -> bytes:
    """Make a picture of one colour."""
    written = io.BytesIO()
    Image.new("RGB", (width, height), "#123456").save(written, kind)
    return written.getvalue()


def test_a_jpeg_says_its_size() -> None:
    """Width and height stand in the first frame; what has none has no size."""
    content = picture("JPEG", 300, 100)

    assert jpeg_size(content) == (300, 100)
    assert jpeg_size(content[:20]) is None
    assert jpeg_size(b"\xff\xd8\xff") is None


def test_a_logo_may_be_a_photo(tmp_path: Path) -> None:
    """JPEG and PNG stand on the cover as they are, in their own proportion."""
    for kind, suffix in (("JPEG", "jpeg"), ("PNG", "png")):
        path = tmp_path / f"logo.{suffix}"
        path.write_bytes(picture(kind, 300, 100))
        logo = brand_logos(replace(make_brand(), logo=path))["cover_logo"]

        assert (logo.suffix, logo.raster, logo.svg) == (suffix, path.read_bytes(), None)
        assert abs(logo.width - 3 * logo.height) <= 3
        assert logo.values()["name"] == f"cover-logo-{suffix}"
