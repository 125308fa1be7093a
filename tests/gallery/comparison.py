"""Whether a page looks as it did: pictures compared with tolerance, and the difference as a picture."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageStat

MEAN_LIMIT = 1.2
"""How far a pixel may be off on average, of 255: fonts drawn a shade finer stay below."""
SHARE_LIMIT = 0.01
"""Which share of the pixels may be off by more than `PIXEL_LIMIT`: a heading that moves a line is above."""
PIXEL_LIMIT = 32
_PALETTE = 64
_BLUR = 1.0


@dataclass(frozen=True, slots=True)
class Difference:
    """How far two pictures are apart: the mean of all pixels, and the share of those that are far off."""

    mean: float
    share: float

    @property
    def is_small(self) -> bool:
        """Whether a reader would take one for the other."""
        return self.mean <= MEAN_LIMIT and self.share <= SHARE_LIMIT


def compare(reference: Image.Image, now: Image.Image) -> Difference:
    """Compare two pictures after a slight blur; pictures of different sizes are far apart."""
    if reference.size != now.size:
        return Difference(255.0, 1.0)
    gaps = _gaps(reference, now)
    far = sum(gaps.histogram()[PIXEL_LIMIT + 1 :])
    return Difference(round(ImageStat.Stat(gaps).mean[0], 3), round(far / (gaps.width * gaps.height), 4))


def _gaps(reference: Image.Image, now: Image.Image) -> Image.Image:
    """Return how far each pixel is off, in its worst channel."""
    before, after = (
        picture.convert("RGB").filter(ImageFilter.GaussianBlur(_BLUR)) for picture in (reference, now)
    )
    red, green, blue = ImageChops.difference(before, after).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def difference_picture(reference: Image.Image, now: Image.Image) -> Image.Image:
    """Put side by side what was expected, what is there now, and where they differ, in black."""
    size = (max(reference.width, now.width), max(reference.height, now.height))
    padded = [Image.new("RGB", size, "#ffffff") for _ in range(2)]
    for ground, picture in zip(padded, (reference, now), strict=True):
        ground.paste(picture.convert("RGB"), (0, 0))
    gaps = _gaps(*padded).point(lambda level: 255 - min(255, level * 3)).convert("RGB")
    sheet = Image.new("RGB", (3 * size[0] + 2, size[1]), "#c00000")
    for index, picture in enumerate((*padded, gaps)):
        sheet.paste(picture, (index * (size[0] + 1), 0))
    return sheet


def save_small(picture: Image.Image, path: Path) -> None:
    """Save a picture as a PNG with few colours, which is enough to compare and small enough to keep."""
    path.parent.mkdir(parents=True, exist_ok=True)
    few = picture.quantize(_PALETTE, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
