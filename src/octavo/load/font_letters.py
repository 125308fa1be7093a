"""Which characters a font has (OpenType, table `cmap`), read with fontTools."""

from functools import lru_cache
from pathlib import Path


def letters_of(path: Path) -> frozenset[int]:
    """Return the code points that a font file has glyphs for; none when it does not say.

    A file that was read and has not changed since is not read again.
    """
    return _letters(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _letters(path: Path, _changed_ns: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, lazy=True) as font:
            return frozenset(font.getBestCmap() or ())
    except (TTLibError, OSError, KeyError):
        return frozenset()
