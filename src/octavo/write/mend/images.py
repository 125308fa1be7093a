"""Images as PDF/A allows them: nothing is guessed between their pixels, and their colours are known."""

import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITY = 95


def settle_images(pdf: Any) -> None:
    """Mend all images of a file (ISO 19005-3, 6.2.8 and 6.2.4.3)."""
    for item in pdf.objects:
        extra = getattr(item, "extra", None)
        if extra is not None and extra.get("Subtype") == "/Image":
            extra.pop("Interpolate", None)
            if extra["ColorSpace"] == "/DeviceCMYK":
                _settle_colors(item)


def _settle_colors(image: Any) -> None:
    """Turn the colours of a JPEG for one printing press into those of screens, which the file declares."""
    from PIL.Image import open as open_picture

    (content,) = image.stream
    with open_picture(io.BytesIO(getattr(content, "data", content))) as picture:
        screen = _on_screen(picture)
    written = io.BytesIO()
    screen.save(written, "JPEG", quality=_QUALITY, subsampling=0)
    image.stream = [written.getvalue()]
    image.extra["ColorSpace"] = "/DeviceRGB"
    image.extra.pop("Decode", None)


def _on_screen(picture: "Image") -> "Image":
    """Return a picture in red, green and blue; if it says what its colours look like, they look like that."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile:
        return picture.convert("RGB")
    known = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    screen = ImageCms.profileToProfile(picture, known, ImageCms.createProfile("sRGB"), outputMode="RGB")
    return screen or picture.convert("RGB")
