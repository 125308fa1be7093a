"""Inputs made of others: words put in, lines moved, pieces of other texts grafted, stretches repeated."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.fuzz.words import HOSTILE

_PAIRS = (b"{}", b"[]", b"()", b"<>", b'""', b"''", b"``", b"**", b"$$")
_REPEATS = (2, 3, 8, 30, 70)


@dataclass(frozen=True)
class Mutator:
    """Changes inputs of one grammar; the same numbers drawn make the same input."""

    seeds: Sequence[bytes]
    words: Sequence[bytes]
    longest: int

    def change(self, content: bytes, number: int) -> bytes:
        """Return an input like `content`, changed once to four times as `number` says."""
        chance = random.Random(number)
        for _ in range(chance.choice((1, 1, 2, 4))):
            content = chance.choice(_CHANGES)(self, content, chance)
        return content[: self.longest]

    def word(self, chance: random.Random) -> bytes:
        """Draw a word: of the grammar, or one that readers dislike."""
        words = HOSTILE if chance.random() < 0.2 or not self.words else self.words
        return chance.choice(words)


def grow(content: bytes, size: int) -> bytes:
    """Repeat a stretch of an input until it has about `size` bytes: time must grow no faster."""
    if not content:
        return content
    chance = random.Random(content)
    start, end = _stretch(content, chance)
    digit = re.compile(rb"\d").search(content, start)
    if digit and chance.random() < 0.3:  # numbers of thousands of digits
        start, end = digit.span()
    piece = content[start:end] or content
    return content[:start] + piece * ((size - len(content)) // len(piece) + 1) + content[end:]


def change_zip(content: bytes, number: int, change: Callable[[bytes, int], bytes]) -> bytes:
    """Change one member of an archive, or how it is put together; what is no archive is changed as bytes."""
    chance = random.Random(number)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [(item.filename, archive.read(item)) for item in archive.infolist()]
    except Exception:  # noqa: BLE001  # a broken archive is broken in any way
        return change(content, number)
    if not members or chance.random() < 0.1:
        return change(content, number)
    place = chance.randrange(len(members))
    name, text = members[place]
    kind = chance.random()
    if kind < 0.85:
        members[place] = (name, change(text, number))
    elif kind < 0.9:
        del members[place]
    elif kind < 0.95:
        members.append((name, text))
    else:
        members[place] = (chance.choice(members)[0] + chance.choice(("", "x", "/", "/../x")), text)
    return _packed(members)


def _packed(members: Sequence[tuple[str, bytes]]) -> bytes:
    import warnings

    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w") as archive:
        warnings.simplefilter("ignore")
        for name, text in members:
            archive.writestr(zipfile.ZipInfo(name), text)
    return packed.getvalue()


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + int(chance.expovariate(0.12)))


def _put_word(mutator: Mutator, content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + mutator.word(chance) + content[start:]


def _replace(mutator: Mutator, content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + mutator.word(chance) + content[end:]


def _cut(_: Mutator, content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + content[end:]


def _repeat(_: Mutator, content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:end] + content[start:end] * chance.choice(_REPEATS) + content[end:]


def _graft(mutator: Mutator, content: bytes, chance: random.Random) -> bytes:
    other = chance.choice(mutator.seeds) if mutator.seeds else b""
    first, last = sorted((chance.randrange(len(other) + 1), chance.randrange(len(other) + 1)))
    start, end = _stretch(content, chance)
    return content[:start] + other[first : min(last, first + 120)] + content[end:]


def _move_line(_: Mutator, content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def _enclose(_: Mutator, content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    pair, times = chance.choice(_PAIRS), chance.choice((1, 1, 2, 12, 64))
    return content[:start] + pair[:1] * times + content[start:end] + pair[1:] * times + content[end:]


def _flip(_: Mutator, content: bytes, chance: random.Random) -> bytes:
    if not content:
        return content
    place = chance.randrange(len(content))
    return content[:place] + bytes((content[place] ^ (1 << chance.randrange(8)),)) + content[place + 1 :]


_CHANGES: tuple[Callable[[Mutator, bytes, random.Random], bytes], ...] = (
    _put_word,
    _put_word,
    _put_word,
    _replace,
    _replace,
    _cut,
    _repeat,
    _graft,
    _graft,
    _move_line,
    _enclose,
    _flip,
)
