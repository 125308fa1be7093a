"""Which characters a font has and how wide they are (OpenType, `cmap` and `hmtx`), read with fontTools."""

from functools import lru_cache
from pathlib import Path

USUAL_LETTER_EM = 0.46
"""How wide a letter is where the font does not say."""

_ENGLISH = (
    "etaoinshrdlucmfwypvbgk" + "etaoinshrdlu" + "etaoinshr" + "etaoins" + "etaoi" + "eta" + "et" + 14 * " "
)
"""Letters about as often as they are in English text, and its spaces; commas are as wide as `i`."""


def letters_of(path: Path) -> frozenset[int]:
    """Return the code points that a font file has glyphs for; none when it does not say.

    A file that was read and has not changed since is not read again.
    """
    return _letters(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _letters(path: Path, _changed_ns: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            return frozenset(font.getBestCmap() or ())
    except Exception:  # noqa: BLE001  # fontTools asserts what a broken font does not keep, among much else
        return frozenset()


def letter_em_of(path: Path) -> float:
    """Return the mean width of a letter in running text, in em, spaces included."""
    return _letter_em(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _letter_em(path: Path, _changed_ns: int) -> float:
    from fontTools.ttLib import TTFont

    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            glyphs, widths = font.getBestCmap() or {}, font["hmtx"]
            total = sum(widths[glyphs[ord(letter)]][0] for letter in _ENGLISH)
            return float(round(total / len(_ENGLISH) / font["head"].unitsPerEm, 4))
    except Exception:  # noqa: BLE001  # fontTools asserts what a broken font does not keep, among much else
        return USUAL_LETTER_EM
