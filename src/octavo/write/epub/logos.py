"""The brand's logos as files of the book: one for light pages, one for dark ones."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from octavo.model import Brand
from octavo.write.epub.files import BookFile, Page
from octavo.write.epub.pictures import has_media_type, media_type, picture_file


def logo_names(brand: Brand) -> Mapping[str, str | None]:
    """Return the logos as templates know them: `logo_name`, `logo_dark_name` and `logo_dark_type`.

    A name is None when the brand has no such logo, or one that an EPUB cannot show; the type is the
    second's media type.
    """
    dark = _address(brand.logo_dark, "logo-dark")
    return {
        "logo_name": _address(brand.logo, "logo"),
        "logo_dark_name": dark,
        "logo_dark_type": media_type(dark) if dark else None,
    }


def logo_files(brand: Brand, pages: Sequence[Page]) -> list[BookFile]:
    """Return the logos that a page shows."""
    shown = {image.get("src") for page in pages for image in page.find_all("img")}
    shown |= {source.get("srcset") for page in pages for source in page.find_all("source")}
    logos = ((brand.logo, "logo"), (brand.logo_dark, "logo-dark"))
    return [
        picture_file(address, logo.read_bytes(), brand)
        for logo, stem in logos
        if logo and (address := _address(logo, stem)) in shown and address
    ]


def _address(logo: Path | None, stem: str) -> str | None:
    """Return the name of a logo in the book, whatever its file is called at home."""
    return f"brand/{stem}{logo.suffix.lower()}" if logo and has_media_type(logo.name) else None
