"""The brand's fonts in a Word document: their leading, and embedding them (ECMA-376-1, 17.8).

Word embeds TrueType fonts, each with its first 32 bytes mixed with a key that stands beside it.
"""

import struct
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from octavo.model import Brand, FontFile, Typeface

_USUAL_LEADING = 1.2
_NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # of addresses (RFC 9562, 6.6)
_RESTRICTED = 0x0002
_MIXED_BYTES = 32
_TRUETYPE = b"\x00\x01\x00\x00"
_BOLD = 600


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font for `word/fonts/`: `role` is what Word calls it, `key` what it is mixed with."""

    family: str
    role: str
    key: str
    content: bytes

    @property
    def name(self) -> str:
        """Its name in the package, without spaces and suffix."""
        return f"{self.family}-{self.role}".replace(" ", "")


def leading_of(face: Typeface) -> float:
    """Return the height of a line that is set solid in Word, in multiples of the size of the type."""
    files = [file.path for file in face.files if not file.is_italic]
    return _leading(files[0]) if files else _USUAL_LEADING


@cache
def _leading(path: Path) -> float:
    """Read it from the font (OpenType, tables `head` and `hhea`)."""
    tables = _tables(path.read_bytes())
    if not {"head", "hhea"} <= set(tables):
        return _USUAL_LEADING
    (units,) = struct.unpack_from(">H", tables["head"], 18)
    ascent, descent, gap = struct.unpack_from(">hhh", tables["hhea"], 4)
    return float((ascent - descent + gap) / units)


def embedded_fonts(brand: Brand, *, with_monospace: bool) -> tuple[EmbeddedFont, ...]:
    """Return the fonts to embed: none if the brand forbids it, and of each typeface what Word can use.

    That is TrueType in its regular and its bold weight, unless the font itself forbids it (OpenType,
    `OS/2.fsType`) or is variable.
    """
    if not brand.embed_fonts:
        return ()
    faces = (brand.body, brand.headings, *((brand.monospace,) if with_monospace else ()))
    unique = {face.family: face for face in faces}
    return tuple(font for face in unique.values() for font in _embedded(face))


def _embedded(face: Typeface) -> Iterator[EmbeddedFont]:
    for role, weight, is_italic in (
        ("Regular", 400, False),
        ("Bold", 700, False),
        ("Italic", 400, True),
        ("BoldItalic", 700, True),
    ):
        file = _nearest(face, weight, is_italic=is_italic)
        content = file.path.read_bytes() if file else b""
        if content and is_embeddable(content):
            key = uuid.uuid5(_NAMESPACE, f"{face.family} {role}")
            yield EmbeddedFont(face.family, role, f"{{{key}}}".upper(), mixed(content, key))


def _nearest(face: Typeface, weight: int, *, is_italic: bool) -> FontFile | None:
    """Return the static font whose weight is nearest, on the same side of bold as `weight`."""
    fitting = [
        file
        for file in face.files
        if file.is_italic == is_italic
        and file.weights[0] == file.weights[1]
        and (file.weights[0] >= _BOLD) == (weight >= _BOLD)
    ]
    return min(fitting, key=lambda file: abs(file.weights[0] - weight), default=None)


def is_embeddable(content: bytes) -> bool:
    """Tell whether a font is TrueType and allows to be embedded."""
    tables = _tables(content)
    if not content.startswith(_TRUETYPE) or not {"glyf", "OS/2"} <= set(tables):
        return False
    (rights,) = struct.unpack_from(">H", tables["OS/2"], 8)
    return bool(rights & 0x000F != _RESTRICTED)


def mixed(content: bytes, key: uuid.UUID) -> bytes:
    """Mix the first 32 bytes of a font with its key, whose bytes go backwards (ECMA-376-4, 2.8.1)."""
    twice = key.bytes[::-1] * 2
    start = bytes(a ^ b for a, b in zip(content[:_MIXED_BYTES], twice, strict=True))
    return start + content[_MIXED_BYTES:]


def _tables(content: bytes) -> Mapping[str, bytes]:
    """Return the tables of an OpenType font by tag; {} for a collection or a compressed font."""
    if content[:4] not in {_TRUETYPE, b"OTTO"}:
        return {}
    (count,) = struct.unpack_from(">H", content, 4)
    found = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", content, 12 + 16 * index)
        found[tag.decode("latin-1")] = content[offset : offset + length]
    return found
