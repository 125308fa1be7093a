"""Read a stretch of text: its citations, images and identifiers (Pandoc manual, "Pandoc's Markdown")."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from octavo.elements import is_label
from octavo.markdown.attributes import ATTRIBUTES, find_value, iter_identifiers
from octavo.markdown.blocks import place_of
from octavo.markdown.mask import PRINTED, SILENT
from octavo.markdown.patterns import ANGLE, MATH, NOTE_CALL, TARGET

Place = tuple[int, int]
MAX_BRACKETS = 10
"""How many open brackets may hold another: Pandoc's time grows fivefold with every two more."""

_MARK = re.compile(r"[\\`$<{\[\]@*_]")
_KEY = re.compile(
    rf"""@(?:\{{(?P<braced>(?:[^{{}}\s]|\{{[^{{}}\s]*\}})+)\}}
          |(?P<bare>[\w*](?:\w|[:.\#$%&\-+?<>~/](?=\w)|[:/](?=/))*)
        )(?!{PRINTED})""",
    re.VERBOSE,
)
_EMPHASIS = re.compile(r"\*+|_+")
_ELLIPSIS = "..."
_WINDOW = 2000
_TAG_ID = re.compile(r"""\bid\s*=\s*["']?([^\s"'<>]+)""")
_BRACED = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_COMMAND = re.compile(rf"\\[A-Za-z]+\*?(?:(?:\[[^\]\n]*\])+(?:{_BRACED})+|[ ]?{_BRACED})?")
_LABEL = re.compile(r"[ ]?\[([^\]\[]*)\]")


@dataclass(frozen=True, slots=True)
class FoundImage:
    """An image; `target` lies in the text, or in the source when it is a reference's."""

    target: Place
    alt: str
    is_reference: bool
    is_decorative: bool = False


@dataclass
class Finds:
    """Places in one stretch of text, in its order.

    `crowds` are brackets that stand open within MAX_BRACKETS others.
    """

    citations: list[Place] = field(default_factory=list)
    references: list[Place] = field(default_factory=list)
    images: list[FoundImage] = field(default_factory=list)
    identifiers: list[Place] = field(default_factory=list)
    crowds: list[Place] = field(default_factory=list)
    code: list[Place] = field(default_factory=list)


def scan_text(text: str, targets: Mapping[str, Place], examples: Collection[str]) -> Finds:
    """Read one stretch of text.

    `targets` are the places of link references by label; `examples` the labels of example lists, which
    look like citations and are none.
    """
    return _Reader(text, targets, examples).read()


class _Reader:
    """Goes through the text once; `_brackets` holds where open brackets stand."""

    def __init__(self, text: str, targets: Mapping[str, Place], examples: Collection[str]) -> None:
        self._text = text
        self._targets = targets
        self._examples = examples
        self._finds = Finds()
        self._brackets: list[int] = []
        self._mark_end = -1
        self._emphasis: Counter[str] = Counter()
        self._emphasis_end = -1
        self._readers: Mapping[str, Callable[[int], int]] = {
            "\\": self._read_backslash,
            "`": self._read_code,
            "$": self._read_mathematics,
            "<": self._read_angle,
            "{": self._read_attributes,
            "[": self._read_open_bracket,
            "]": self._read_close_bracket,
            "@": self._read_citation,
            "*": self._read_emphasis,
            "_": self._read_emphasis,
        }

    def read(self) -> Finds:
        index = 0
        while mark := _MARK.search(self._text, index):
            index = self._readers[mark[0]](mark.start())
            self._mark_end = index
        return self._finds

    def _follows_word(self, index: int) -> bool:
        """Tell whether Pandoc has just read a word: then `@` is no citation, as in an address."""
        if index in {self._mark_end, self._emphasis_end}:
            return index == self._emphasis_end
        before = self._text[max(index - _WINDOW, 0) : index].rstrip(SILENT)
        if before.endswith("."):
            dots = len(before) - len(before.rstrip("."))
            return dots % len(_ELLIPSIS) != 0
        return before[-1:].isalnum() or before.endswith(PRINTED)

    def _read_emphasis(self, index: int) -> int:
        """Read the mark of emphasis; no citation can follow right after emphasis that ends."""
        run = _EMPHASIS.match(self._text, index)
        mark = run[0] if run else self._text[index]
        end = index + len(mark)
        if self._emphasis[mark]:
            self._emphasis[mark] -= 1
            self._emphasis_end = end
        elif not self._text[end : end + 1].isspace() and not (mark[0] == "_" and self._follows_word(index)):
            self._emphasis[mark] += 1
        return end

    def _read_mathematics(self, index: int) -> int:
        return self._skip(MATH, index)

    def _skip(self, pattern: re.Pattern[str], index: int) -> int:
        found = pattern.match(self._text, index)
        return found.end() if found else index + 1

    def _read_backslash(self, index: int) -> int:
        if self._text[index + 1 : index + 2].isalpha():
            return self._skip(_COMMAND, index)
        return index + 2

    def _read_code(self, index: int) -> int:
        run = re.compile("`+").match(self._text, index)
        ticks = run[0] if run else "`"
        close = re.compile(rf"(?<!`){ticks}(?!`)").search(self._text, index + len(ticks))
        if close is None:
            return index + len(ticks)
        self._finds.code.append((index, close.end()))
        return close.end()

    def _read_angle(self, index: int) -> int:
        found = ANGLE.match(self._text, index)
        if not found:
            return index + 1
        for name in _TAG_ID.finditer(found[0]):
            if " " in found[0] and not found[0].startswith("<!--"):
                self._finds.identifiers.append((index + name.start(1), index + name.end(1)))
        return found.end()

    def _read_attributes(self, index: int) -> int:
        found = ATTRIBUTES.match(self._text, index)
        if not found:
            return index + 1
        self._finds.identifiers += iter_identifiers(found)
        return found.end()

    def _read_open_bracket(self, index: int) -> int:
        call = NOTE_CALL.match(self._text, index)
        if call and self._text[index - 1 : index] != "^":
            return call.end()
        self._brackets.append(index)
        if len(self._brackets) == MAX_BRACKETS + 1:
            self._finds.crowds.append((index, index + 1))
        return index + 1

    def _read_close_bracket(self, index: int) -> int:
        if not self._brackets:
            return index + 1
        start = self._brackets.pop()
        is_image = start > 0 and self._text[start - 1] == "!" and self._text[start - 2 : start - 1] != "\\"
        target = TARGET.match(self._text, index + 1)
        if target:
            group = "angle" if target["angle"] is not None else "bare"
            if is_image:
                self._add_image(target.span(group), start, index, target.end(), is_reference=False)
            return target.end()
        label = _LABEL.match(self._text, index + 1)
        name = label[1] if label and label[1] else self._text[start + 1 : index]
        place = place_of(self._targets, name)
        if place is None:
            return index + 1
        end = label.end() if label else index + 1
        if is_image:
            self._add_image(place, start, index, end, is_reference=True)
        return end

    def _add_image(self, target: Place, start: int, close: int, end: int, *, is_reference: bool) -> None:
        attributes = ATTRIBUTES.match(self._text, end)
        given = find_value(attributes, "alt") if attributes else None
        inside = self._text[start + 1 : close]
        alt = given if given is not None else inside
        is_decorative = given == "" and not inside.strip()
        self._finds.images.append(FoundImage(target, " ".join(alt.split()), is_reference, is_decorative))

    def _read_citation(self, index: int) -> int:
        key = _KEY.match(self._text, index)
        if not key or self._follows_word(index):
            return index + 1
        place = key.span("braced" if key["braced"] else "bare")
        name = self._text[slice(*place)]
        if is_label(name):
            self._finds.references.append(place)
        elif name not in self._examples and name != "*":
            self._finds.citations.append(place)
        return key.end()
