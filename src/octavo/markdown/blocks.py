"""Divide Markdown into stretches of text: what is left when code, raw blocks and markers are gone.

Follows the block rules of the Pandoc manual as far as citations need them: a line belongs to a
paragraph, begins a new stretch of text, or holds no text at all.
"""

import bisect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from octavo.markdown.attributes import ATTRIBUTES, iter_identifiers
from octavo.markdown.mask import SILENT

_FENCE = re.compile(r"(`{3,}|~{3,})(.*)")
_QUOTE = re.compile(r"( {0,3})>(?: {0,3}>)* ?")
_ITEM = re.compile(r"(?:[-+*]|\(?(?:\d+|#|[A-Za-z]|[ivxlcdmIVXLCDM]+|@[\w-]*)[.)])(?:[ \t]+|$)")
_EXAMPLE = re.compile(r"\(?@([\w-]*)[.)](?:[ \t]+|$)")
_DEFINITION = re.compile(r"[:~](?:[ \t]+)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*$")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DIV = re.compile(r":{3,}")
_REFERENCE = re.compile(r"\[(?!\^)((?:\\.|[^\]\\@])+)\]:[ \t]*(?:<([^>]*)>|(\S+))")
_RAW_START = re.compile(r"<!--|<(script|style|pre|textarea)\b|\\begin\{([A-Za-z]+\*?)\}", re.IGNORECASE)
_COMMENT_END = re.compile(".*-->")
_CODE_INDENT = 4
_MAX_COLUMN = 200
"""Beyond it no list item begins: nobody nests so deeply, and the stack has an end."""


@dataclass
class Block:
    """A stretch of text: the pieces of its lines, joined by line ends, and where each piece lies."""

    text: str = ""
    _starts: list[int] = field(default_factory=list)
    _offsets: list[int] = field(default_factory=list)

    def add(self, offset: int, piece: str) -> None:
        """Append a line's text that lies at `offset` in the source."""
        if self._starts:
            self.text += "\n"
        self._starts.append(len(self.text))
        self._offsets.append(offset)
        self.text += piece

    def offset_at(self, index: int) -> int:
        """Turn a place in `text` into a place in the source."""
        piece = bisect.bisect_right(self._starts, index) - 1
        return self._offsets[piece] + index - self._starts[piece]

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self._starts)


@dataclass
class Layout:
    """The stretches of a text, and what the lines between them define.

    `targets` has the place of the target for each label of a link reference, `examples` the labels of
    example lists, `identifiers` the places of names on lines without text, `code` those of code blocks.
    """

    blocks: list[Block] = field(default_factory=list)
    targets: dict[str, tuple[int, int]] = field(default_factory=dict)
    examples: set[str] = field(default_factory=set)
    identifiers: list[tuple[int, int]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    opening: int = -1
    opening_level: int = 0


def normal_label(label: str) -> str:
    """Fold a label as Pandoc compares them: white space and letter case do not matter."""
    return " ".join(label.split()).casefold()


def find_blocks(text: str, offset: int) -> Layout:
    """Divide a text that lies at `offset` in its source."""
    return _Divider(text, offset).divide()


class _Divider:
    """Goes through the lines once.

    `_indents` holds where the text of open containers begins: list items, definitions, notes.
    """

    def __init__(self, text: str, offset: int) -> None:
        self._lines = text.split("\n")
        self._offsets = list(accumulate((len(line) + 1 for line in self._lines), initial=offset))
        self._layout = Layout()
        self._paragraph: Block | None = None
        self._indents: list[int] = []
        self._endless: set[str] = set()

    def divide(self) -> Layout:
        number = 0
        while number < len(self._lines):
            number += self._read_line(number, self._offsets[number])
        return self._layout

    def _read_line(self, number: int, offset: int) -> int:
        """Read the line, or the raw block that begins with it; return how many lines that took."""
        line = self._lines[number]
        if not line.strip():
            self._paragraph = None
            return 1
        if not line.strip(SILENT + " \t\r"):
            return 1
        silent = len(line) - len(line.lstrip(SILENT))
        return self._read_content(number, offset + silent, line[silent:].rstrip("\r"), 0)

    def _read_content(self, number: int, offset: int, text: str, column: int) -> int:
        """Read what stands at a column of a line, after the markers that were found before it."""
        quote = _QUOTE.match(text)
        if quote:
            inner = column + len(quote[1])
            return self._read_content(number, offset + quote.end(), text[quote.end() :], inner)
        stripped = text.lstrip(" \t")
        if not stripped:
            self._paragraph = None
            return 1
        indent = column + len(text[: len(text) - len(stripped)].expandtabs(4))
        offset += len(text) - len(stripped)
        if self._paragraph is None:
            while self._indents and indent < self._indents[-1]:
                self._indents.pop()
            if indent >= (self._indents[-1] if self._indents else 0) + _CODE_INDENT:
                self._open(offset, 0)
                self._layout.code.append((offset, offset + len(stripped)))
                return 1
        taken = self._read_raw(number, offset, stripped)
        if taken:
            return taken
        return self._read_marker(number, offset, stripped, indent)

    def _read_raw(self, number: int, offset: int, text: str) -> int:
        """Read a fenced block, a comment, raw HTML or raw TeX; 0 when there is none."""
        fence = _FENCE.match(text)
        if fence and not (fence[1][0] == "`" and "`" in fence[2]):
            close = re.compile(rf"[ \t>]*{re.escape(fence[1][0])}{{{len(fence[1])},}}[ \t\r]*$")
            last = self._find_end(number + 1, close)
            if last:
                self._open(offset, 0)
                self._name(offset, text)
                self._layout.code.append((self._offsets[number + 1], self._offsets[last]))
                return last - number + 1
        raw = _RAW_START.match(text) if self._paragraph is None else None
        if not raw:
            return 0
        end = "-->" if raw[0] == "<!--" else f"</{raw[1]}" if raw[1] else f"\\end{{{raw[2]}}}"
        last = self._find_end(number, re.compile(f".*{re.escape(end)}", re.IGNORECASE))
        if last is None:
            return 0
        if raw[0] != "<!--":
            self._open(offset, 0)
            return last - number + 1
        rest = self._lines[last].split(end, 1)[1]
        return last - number + 1 if not rest.strip() else 0

    def _find_end(self, first: int, pattern: re.Pattern[str]) -> int | None:
        """Find a line; what is not there below one place is not looked for again below a later one."""
        if pattern.pattern in self._endless:
            return None
        found = self._find_line(first, pattern)
        if found is None:
            self._endless.add(pattern.pattern)
        return found

    def _find_line(self, first: int, pattern: re.Pattern[str]) -> int | None:
        return next((n for n in range(first, len(self._lines)) if pattern.match(self._lines[n])), None)

    def _read_marker(self, number: int, offset: int, text: str, indent: int) -> int:
        if self._paragraph is not None and self._ends_heading(text):
            return 1
        if _DIV.match(text):
            self._paragraph = None
            self._name(offset, text)
            return 1
        container = self._match_container(text)
        if container and indent < _MAX_COLUMN:
            self._paragraph = None
            width = _CODE_INDENT if text[0] == "[" else container.end()
            self._indents = [column for column in self._indents if column <= indent]
            self._indents.append(indent + width)
            self._open(offset, 0)
            rest = text[container.end() :]
            return self._read_content(number, offset + container.end(), rest, indent + width) if rest else 1
        if self._paragraph is None and self._read_opening(offset, text):
            return 1
        return self._add_line(number, offset, text)

    def _add_line(self, number: int, offset: int, text: str) -> int:
        """Add a line to the paragraph, without the comment that begins in it and ends in a later line."""
        start = text.rfind("<!--")
        if start >= 0 and "-->" not in text[start:] and text[:start].count("`") % 2 == 0:
            last = self._find_end(number + 1, _COMMENT_END)
            if last is not None:
                self._add(offset, text[:start])
                end = self._lines[last].index("-->") + len("-->")
                self._add(self._offsets[last] + end, self._lines[last][end:].rstrip("\r"))
                return last - number + 1
        self._add(offset, text)
        return 1

    def _match_container(self, text: str) -> re.Match[str] | None:
        """Match the marker of a list item, a definition or a note."""
        note = _NOTE.match(text) or (_DEFINITION.match(text) if self._layout.blocks else None)
        if note:
            return note
        if self._paragraph is not None and not self._indents:
            return None
        item = None if _RULE.match(text) else _ITEM.match(text)
        example = _EXAMPLE.match(text) if item else None
        if example and example[1]:
            self._layout.examples.add(example[1])
        return item

    def _read_opening(self, offset: int, text: str) -> bool:
        """Read what only the first line of a stretch can be: a heading, a reference, a rule."""
        heading = _HEADING.match(text)
        if heading:
            self._open(offset, len(heading[1]))
            self._add(offset + heading.end(), text[heading.end() :])
            self._paragraph = None
            return True
        reference = _REFERENCE.match(text)
        if reference:
            group = 2 if reference[2] is not None else 3
            place = (offset + reference.start(group), offset + reference.end(group))
            self._layout.targets.setdefault(normal_label(reference[1]), place)
            return True
        return bool(_RULE.match(text))

    def _ends_heading(self, text: str) -> bool:
        """Tell whether the line underlines a paragraph of one line, which makes that a heading."""
        block = self._paragraph
        underline = _UNDERLINE.match(text)
        if not underline or block is None or block.lines != 1:
            return False
        if self._layout.opening == block.offset_at(0):
            self._layout.opening_level = 1 if underline[1][0] == "=" else 2
        self._paragraph = None
        return True

    def _add(self, offset: int, text: str) -> None:
        if self._paragraph is None:
            self._open(offset, 0)
            self._paragraph = Block()
            self._layout.blocks.append(self._paragraph)
        self._paragraph.add(offset, text)

    def _open(self, offset: int, level: int) -> None:
        if self._layout.opening < 0:
            self._layout.opening = offset
            self._layout.opening_level = level

    def _name(self, offset: int, text: str) -> None:
        """Note the identifiers in the attributes of a line."""
        for match in ATTRIBUTES.finditer(text):
            self._layout.identifiers += [(offset + a, offset + b) for a, b in iter_identifiers(match)]


def place_of(targets: Mapping[str, tuple[int, int]], label: str) -> tuple[int, int] | None:
    """Return where the target of a reference stands."""
    return targets.get(normal_label(label))
