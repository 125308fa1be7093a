"""Images are as PDF/A allows them."""

import io
from typing import Any

import pydyf
from PIL import Image

from octavo.write.mend.images import settle_images


def image_of(content: bytes = b"", **extra: Any) -> Any:
    """Make an image of a file."""
    return pydyf.Stream([content], {"Subtype": "/Image", "ColorSpace": "/DeviceRGB", **extra})


def settled(*items: Any) -> tuple[Any, ...]:
    """Put things into a file and mend it."""
    pdf = pydyf.PDF()
    for item in items:
        pdf.add_object(item)
    settle_images(pdf)
    return items


def jpeg(**options: Any) -> bytes:
    """Draw a picture in the four colours of a press: no cyan, all of the others but black."""
    written = io.BytesIO()
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(written, "JPEG", quality=100, **options)
    return written.getvalue()


def color_of(image: Any) -> tuple[int, ...]:
    """Give the colour of a picture's first pixel."""
    pixel = Image.open(io.BytesIO(image.stream[0])).getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return pixel


def test_no_pixels_are_guessed() -> None:
    """Images lose the wish to be smoothed; other streams are left alone."""
    form = pydyf.Stream([b""], {"Subtype": "/Form", "Interpolate": "true"})

    image, other = settled(image_of(Interpolate="true"), form)

    assert "Interpolate" not in image.extra
    assert other.extra == {"Subtype": "/Form", "Interpolate": "true"}


def test_colours_of_a_press_become_those_of_screens() -> None:
    """A picture in cyan, magenta, yellow and black is turned into red, green and blue, and stays red."""
    (image,) = settled(image_of(jpeg(), ColorSpace="/DeviceCMYK", Decode="[1 0 1 0 1 0 1 0]"))

    red, green, blue = color_of(image)
    assert (red > 200, green < 60, blue < 60) == (True, True, True)
    assert image.extra == {"Subtype": "/Image", "ColorSpace": "/DeviceRGB"}


def test_same_picture_same_bytes() -> None:
    """Two builds turn the colours alike."""
    first, second = settled(*(image_of(jpeg(), ColorSpace="/DeviceCMYK") for _ in range(2)))

    assert first.stream == second.stream
