"""Draw every page of the specimen, in all brands and editions, as sheets under `build/gallery/`.

`make gallery` runs this; `python -m tests.gallery ngo` draws one brand.
"""

import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.gallery.pictures import (
    PHONE_PX,
    TABLET_PX,
    contact_sheet,
    docx_pictures,
    epub_pictures,
    pdf_pictures,
)
from tests.support.builds import REPOSITORY, editions, octavo
from tests.support.specimens import BRANDS, lay_out_specimen

TARGET = REPOSITORY / "build" / "gallery"
PAGE_PX = 560


def draw_brand(brand: str, folder: Path) -> None:
    """Build the specimen in a brand and draw its editions; what cannot be drawn here is left out."""
    root = lay_out_specimen(brand, folder / "specimen")
    built = octavo("build", root)
    paths = editions(root) if (root / "build").is_dir() else {}
    if built.returncode or not paths:
        sys.exit(built.stderr)
    _save(f"{brand}-pdf", pdf_pictures(paths[".pdf"], PAGE_PX), 4)
    for width, columns in ((PHONE_PX, 6), (TABLET_PX, 4)):
        shots = folder / f"epub-{width}"
        shots.mkdir()
        _save(f"{brand}-epub-{width}", epub_pictures(paths[".epub"], width, shots), columns)
    _save(f"{brand}-docx", docx_pictures(paths[".docx"], PAGE_PX, folder), 4)


def _save(name: str, pictures: list[Image.Image], columns: int) -> None:
    if not pictures:
        sys.stdout.write(f"{name}: not drawn, since the program for it is not installed\n")
        return
    TARGET.mkdir(parents=True, exist_ok=True)
    path = TARGET / f"{name}.png"
    contact_sheet(pictures, columns).save(path)
    sys.stdout.write(f"{path.relative_to(REPOSITORY)}: {len(pictures)} pages\n")


if __name__ == "__main__":
    for name in sys.argv[1:] or BRANDS:
        with tempfile.TemporaryDirectory() as place:
            draw_brand(name, Path(place))
