"""The specimen publication, which has every element there is, in the brands that prove the house style."""

import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from octavo.load.fonts import find_family

TESTS = Path(__file__).parents[1]
SPECIMEN = TESTS / "gallery" / "specimen"
BRANDS = ("house", "ministry", "ngo")
FONT_FILES = {
    "registry-mono-regular.ttf": ((400, 400), False),
    "registry-mono-bold.ttf": ((700, 700), False),
    "registry-mono-italic.ttf": ((400, 400), True),
}
"""The files that one brand has beside it: weights and slope of what is copied from an installed family."""


def lay_out_specimen(brand: str, root: Path) -> Path:
    """Lay the specimen out in a folder, in one of the brands; the house brand has no file."""
    shutil.copytree(SPECIMEN, root)
    source = TESTS / "brands" / brand
    if (source / "_brand.yml").is_file():
        shutil.copytree(source, root / "templates")
        if brand == "ministry":
            _copy_fonts(root / "templates" / "fonts")
    return root


def _copy_fonts(folder: Path) -> None:
    folder.mkdir()
    known = {(file.weights, file.is_italic): file.path for file in find_family("IBM Plex Mono")}
    for name, style in FONT_FILES.items():
        shutil.copyfile(known[style], folder / name)


SPECIMENS: Mapping[str, Callable[[Path], Path]] = {
    brand: partial(lay_out_specimen, brand) for brand in BRANDS
}
