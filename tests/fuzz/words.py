"""Words for mutations to put in: those of the languages of inputs, and those that readers dislike."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "dictionaries"
_BREAKS = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "__": "  "}

HOSTILE: tuple[bytes, ...] = (
    *(b"\x1b]0;x\x07", b"\x1b[2J", b"\x9b31m", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3"),
    *(b"\r\n", b"\r", b"\x0b", b"\xed\xa0\x80", b"9" * 40, b"9" * 4400, b"-0", b"1e999", b"0x10"),
    *(b"../", b"/etc/passwd", b"%00", b"%", b"&#0;", b"\\", b"\\\n", b"\t", b" " * 9, b"\n\n", b"::error::"),
    *(word.encode() for word in ("\u202e", "\u2028", "\u0301", "\u00ad", "\u200b", "\ufeff")),
    *(word.encode() for word in ("ǰİßﬁ", "²½Ⅷ٣", "😀")),
)


@cache
def words_of(grammar: str) -> tuple[bytes, ...]:
    """Give the words of a grammar; how their files write white space, `_BREAKS` tells."""
    path = _FOLDER / f"{grammar}.txt"
    if not path.is_file():
        return ()
    words = path.read_text(encoding="utf-8").split()
    for name, meant in _BREAKS.items():
        words = [word.replace(name, meant) for word in words]
    return tuple(word.encode() for word in words)
