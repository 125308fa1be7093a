"""A hyphen for typefaces that lack one of their own.

Lines that hyphenation breaks end with the character U+2010, by which a reader of the PDF tells them from
an author's own hyphens. Many typefaces have the hyphen of typewriters alone (U+002D). Rather than borrow the
sign of another typeface, octavo gives the font a second glyph that looks like its typewriter's hyphen. It has
to be a glyph of its own: a PDF knows one character for each glyph.
"""

from copy import deepcopy
from pathlib import Path

from octavo.model import Brand

HYPHEN, HYPHEN_MINUS = 0x2010, 0x2D
_PER_GLYPH = ("hdmx", "LTSH", "VDMX")  # their sizes would no longer fit


def hyphenated_fonts(brand: Brand, folder: Path) -> dict[Path, Path]:
    """Return a copy with a hyphen for each font of the brand's typefaces that need one, made in `folder`."""
    lacking = [
        file.path
        for face in brand.typefaces
        if HYPHEN_MINUS in face.letters and HYPHEN not in face.letters
        for file in face.files
    ]
    return {path: _copy(path, folder) for path in dict.fromkeys(lacking)}


def _copy(path: Path, folder: Path) -> Path:
    from fontTools.ttLib import TTFont

    with TTFont(path, recalcTimestamp=False) as font:
        if "glyf" not in font or "fvar" in font:  # other outlines go on borrowing the sign
            return path
        old, new = font.getBestCmap()[HYPHEN_MINUS], "octavo.hyphen"
        font.setGlyphOrder([*font.getGlyphOrder(), new])
        font["glyf"].glyphs[new] = deepcopy(font["glyf"][old])
        font["hmtx"][new] = font["hmtx"][old]
        for table in font["cmap"].tables:
            if table.isUnicode() and HYPHEN_MINUS in table.cmap:
                table.cmap[HYPHEN] = new
        for table in _PER_GLYPH:
            if table in font:
                del font[table]
        folder.mkdir(parents=True, exist_ok=True)
        font.save(folder / path.name)
    return folder / path.name
