"""The only door to fontpkg: typefaces from installed packages and from files beside the brand."""

from collections.abc import Iterable
from pathlib import Path

import fontpkg

from octavo.load.font_weights import ALL_WEIGHTS
from octavo.model import FontFile


def family_names() -> list[str]:
    """Return the names of all families that are installed, in order."""
    return sorted(family.name for family in fontpkg.families().values())


def find_family(name: str) -> tuple[FontFile, ...]:
    """Return the files of an installed family; none when it is not installed."""
    family = fontpkg.families().get(fontpkg.slugify(name))
    if family is None:
        return ()
    return tuple(
        FontFile(file.path, _weights(file), file.style == "italic")
        for file in sorted(family.files, key=lambda file: (file.style, file.weight or 0, file.path.name))
    )


def _weights(file: fontpkg.FontFile) -> tuple[int, int]:
    if file.variable:
        low, high = ALL_WEIGHTS
        return (file.wght_min or low, file.wght_max or high)
    weight = file.weight or 400
    return (weight, weight)


def choose_files(files: Iterable[FontFile], weights: Iterable[int]) -> tuple[FontFile, ...]:
    """Choose what a role needs: for each weight the nearest upright and italic file, each file once."""
    available = tuple(files)
    chosen: dict[Path, FontFile] = {}
    for is_italic in (False, True):
        styled = [file for file in available if file.is_italic == is_italic]
        for weight in sorted(set(weights)):
            if styled:
                nearest = min(styled, key=lambda file: file.distance(weight))
                chosen.setdefault(nearest.path, nearest)
    return tuple(chosen.values())
