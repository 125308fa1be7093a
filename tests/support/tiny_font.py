"""Fonts of a few boxes, made up for tests."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from octavo.model import FontFile


def make_font(path: Path, characters: str, weight: int = 400, *, is_italic: bool = False) -> FontFile:
    """Write a TrueType font that shows each of `characters` as a box of its own width."""
    names = {ord(char): f"box{ord(char)}" for char in characters}
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: _box(index) for index, name in enumerate(order)})
    builder.setupHorizontalMetrics({name: (500 + index, 0) for index, name in enumerate(order)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Made-Up Sans", "styleName": "Regular"})
    builder.setupOS2(usWeightClass=weight)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 3_000_000_000
    builder.font.recalcTimestamp = False
    builder.save(path)
    return FontFile(path, (weight, weight), is_italic)


def _box(index: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 100 + index))
    pen.lineTo((100 + index, 100 + index))
    pen.closePath()
    return pen.glyph()
