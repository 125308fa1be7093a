"""Text that an author wrote, and places in it: the only module that counts lines and columns."""

import bisect
import errno
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a text as people count it: line and column from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A file of the publication with its text.

    `path` is relative to the publication's folder, with forward slashes, as diagnostics print it.
    `text` is decoded UTF-8 without a byte order mark; its line ends are as in the file, or line feeds.
    """

    path: str
    text: str
    _line_starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = [0]
        starts += [index + 1 for index, char in enumerate(self.text) if char == "\n"]
        object.__setattr__(self, "_line_starts", starts)

    def position_at(self, offset: int) -> Position:
        """Turn a character offset (from 0, at most the text's length) into a line and a column."""
        line = bisect.bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def offset_at(self, position: Position) -> int:
        """Turn a line and a column into a character offset; places past the end become the end."""
        if position.line > len(self._line_starts):
            return len(self.text)
        return min(self._line_starts[position.line - 1] + position.column - 1, len(self.text))

    def line_text(self, line: int) -> str:
        """Return line number `line` (from 1) without its line end, or "" past the end."""
        if not 1 <= line <= len(self._line_starts):
            return ""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def span(self, start: int, end: int) -> "Span":
        """Return the span of the characters from offset `start` up to `end`."""
        return Span(self, start, end)

    def line_span(self, line: int) -> "Span":
        """Return the span of a whole line (from 1), without its indentation and line end."""
        text = self.line_text(line)
        start = self.offset_at(Position(line, len(text) - len(text.lstrip()) + 1))
        return Span(self, start, start + len(text.strip()))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source file: character offsets, `end` excluded."""

    source: SourceFile
    start: int
    end: int

    @property
    def first(self) -> Position:
        """Where the span begins."""
        return self.source.position_at(self.start)

    @property
    def last(self) -> Position:
        """Where the span ends: the place after its last character."""
        return self.source.position_at(self.end)

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.source.text[self.start : self.end]


def read_source(path: Path, root: Path) -> SourceFile:
    """Read a text file of the publication that lies in `root`.

    A carriage return alone becomes a line feed: it ends a line as well (CommonMark 0.31.2, section 2.1), and
    Pandoc would pass it over. Raises OSError when the file cannot be read and UnicodeDecodeError when it is
    not UTF-8.
    """
    text = read_regular(path).decode("utf-8-sig")
    return SourceFile(path.relative_to(root).as_posix(), _LONE_RETURN.sub("\n", text))


def read_regular(path: Path) -> bytes:
    """Read a file, and nothing that only looks like one: a pipe or a device might never end.

    Raises OSError.
    """
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "it is a pipe or a device, and no file", str(path))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(descriptor)
