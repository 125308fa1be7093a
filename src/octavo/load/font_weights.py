"""What a font file says of itself: that it is one, and its weights (OpenType, tables `OS/2` and `fvar`)."""

import struct
from pathlib import Path

ALL_WEIGHTS = (100, 900)
_FIXED_ONE = 1 << 16
_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_COMPRESSED = (b"wOFF", b"wOF2")


def is_font(path: Path) -> bool:
    """Tell whether a file begins as a font does."""
    with path.open("rb") as file:
        return file.read(4) in (*_SIGNATURES, *_COMPRESSED)


def own_weights(path: Path) -> tuple[int, int]:
    """Return the lowest and the highest weight of a font; the same for one that is not variable.

    All weights when the file does not say, as a compressed one (WOFF) does not at once.
    """
    content = path.read_bytes()
    try:
        tables = _tables(content)
        return _axis(tables[b"fvar"]) if b"fvar" in tables else _class(tables[b"OS/2"])
    except (KeyError, struct.error):
        return ALL_WEIGHTS


def _tables(content: bytes) -> dict[bytes, bytes]:
    """Return the tables of a font by their tags; none when it is no plain OpenType file."""
    if content[:4] not in _SIGNATURES:
        return {}
    (count,) = struct.unpack_from(">H", content, 4)
    records = (struct.unpack_from(">4s4xII", content, 12 + 16 * number) for number in range(count))
    return {tag: content[offset : offset + length] for tag, offset, length in records}


def _class(os2: bytes) -> tuple[int, int]:
    (weight,) = struct.unpack_from(">H", os2, 4)
    return (weight, weight)


def _axis(fvar: bytes) -> tuple[int, int]:
    """Return the ends of the axis `wght`."""
    start, count, size = struct.unpack_from(">H2xHH", fvar, 4)
    axes = (struct.unpack_from(">4siii", fvar, start + size * number) for number in range(count))
    ends = {tag: (low // _FIXED_ONE, high // _FIXED_ONE) for tag, low, _, high in axes}
    return ends[b"wght"]
