"""What a file of pixels really holds: looked at before anything else decodes it.

The layout engine decodes whatever it is given, pads what is cut off, and takes pixels by the hundred
million. So the kind, the size and every pixel are looked at here, within limits.
"""

import io
import warnings
from dataclasses import dataclass

MOST_PIXELS = 40_000_000
MOST_BYTES = 100_000_000
_KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WEBP"}


@dataclass(unsafe_hash=True)  # Python sets traces on exceptions: they cannot be frozen
class RasterFault(Exception):
    """An image that cannot be shown; `is_costly` says that it takes more than an image may."""

    message: str
    is_costly: bool = False


def check_raster(content: bytes, suffix: str, most_pixels: int = MOST_PIXELS) -> None:
    """Look at an image whose name ends in `suffix` (with its dot, in lower case), all of its pixels.

    Names that end in something else are not looked at. Raises RasterFault.
    """
    kind = _KINDS.get(suffix)
    if kind is None:
        return
    if len(content) > MOST_BYTES:
        told = f"the image has {len(content) / 1e6:,.0f} MB, more than {MOST_BYTES / 1e6:.0f}"
        raise RasterFault(told, is_costly=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow warns of is measured here
        _look_at(content, kind, suffix, most_pixels)


def _look_at(content: bytes, kind: str, suffix: str, most_pixels: int) -> None:
    from PIL import Image, ImageFile, UnidentifiedImageError

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, where it is imported, lets what is cut off pass
    try:
        with Image.open(io.BytesIO(content), formats=[kind]) as image:
            _check_size(image.width, image.height, most_pixels)
            image.load()
    except UnidentifiedImageError as error:
        raise RasterFault(f"the image is not {suffix[1:].upper()}") from error
    except Image.DecompressionBombError as error:
        raise RasterFault(f"the image has more than {most_pixels / 1e6:.0f} million pixels", True) from error  # noqa: FBT003
    except MemoryError as error:
        raise RasterFault("the image needs more memory than there is", is_costly=True) from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError) as error:
        raise RasterFault("the image is cut off or broken") from error


def _check_size(width: int, height: int, most_pixels: int) -> None:
    if width * height > most_pixels:
        told = f"the image has {width:,} × {height:,} pixels, more than {most_pixels / 1e6:.0f} million"
        raise RasterFault(told, is_costly=True)
