"""Fonts cut down to the characters of the book: the only door to fontTools."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from octavo.model import Brand, FontFile, Typeface

_BOLD = 700
_REGULAR = 400
_ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0\u00ad\u2010\u2011–—‘’“”…•")
_ENGLISH = 0x409
_NAMES = frozenset({0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17, 25})
_LAST_RESERVED_NAME = 255
_FEATURES = ("ccmp", "locl", "kern", "liga", "calt", "mark", "mkmk", "lnum", "onum", "pnum", "tnum")


@dataclass(frozen=True)
class EmbeddedFont:
    """A font as a file of the book; `weights` are the CSS weights it answers for, lowest and highest."""

    family: str
    name: str
    media_type: str
    weights: tuple[int, int]
    is_italic: bool
    content: bytes


def embedded_fonts(brand: Brand, text: str, *, has_code: bool) -> tuple[EmbeddedFont, ...]:
    """Return the brand's fonts that the book needs, cut down to the characters of `text`.

    The text and the headings come upright and italic, regular and bold; code in its one weight.
    """
    needs = [
        (face, weight, is_italic)
        for face in (brand.body, brand.headings)
        for weight in (_REGULAR, face.weight, _BOLD)
        for is_italic in (False, True)
    ]
    needs += [(brand.monospace, brand.monospace.weight, False)] if has_code else []
    files = {
        nearest_file(face, weight, is_italic=is_italic): face.family
        for face, weight, is_italic in needs
        if face.files
    }
    return tuple(_embedded(file, family, text) for file, family in files.items())


def nearest_file(face: Typeface, weight: int, *, is_italic: bool) -> FontFile:
    """Return the file of a typeface that shows this weight and slope best."""
    return min(face.files, key=lambda file: (file.is_italic != is_italic, file.distance(weight)))


def subset_font(file: FontFile, characters: Iterable[str], flavor: str | None = None) -> bytes:
    """Return the font with the glyphs of `characters` alone, as TrueType/OpenType or, say, "woff2".

    The bytes depend on nothing but the arguments: the font keeps the times that its maker gave it.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.layout_features = list(_FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["meta", "FFTM"]  # FontForge's time stamp: fontTools would complain
    with TTFont(file.path, recalcTimestamp=False, lazy=True) as font:
        names = font["name"]
        names.names = [name for name in names.names if _is_kept(name.nameID, name.langID)]
        del font["name"]  # else fontTools searches all tables for names in use, which takes most of the time
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=sorted(map(ord, characters)))
        subsetter.subset(font)
        font["name"] = names
        font.flavor = flavor
        buffer = io.BytesIO()
        font.save(buffer)
    return buffer.getvalue()


def _is_kept(name_id: int, language_id: int) -> bool:
    """Keep what names the font, its maker, its licence and its axes (OpenType, table `name`), in English."""
    return language_id == _ENGLISH and (name_id in _NAMES or name_id > _LAST_RESERVED_NAME)


def _embedded(file: FontFile, family: str, text: str) -> EmbeddedFont:
    wanted = _ALWAYS | frozenset(text) | frozenset(text.upper())
    content = subset_font(file, wanted)
    is_cff = content.startswith(b"OTTO")
    stem = re.sub(r"[^A-Za-z0-9]+", "-", file.path.stem)
    return EmbeddedFont(
        family,
        f"fonts/{stem}.{'otf' if is_cff else 'ttf'}",
        "font/otf" if is_cff else "font/ttf",
        file.weights,
        file.is_italic,
        content,
    )
