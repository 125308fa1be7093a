"""The only door to ruamel.yaml: YAML as a tree of nodes that remember their place.

A strict subset of YAML 1.2: one document, no anchors or aliases, no tags, no key twice. Scalars stay
text; `plain` turns a tree into Python values where a caller wants numbers and booleans.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from octavo.diagnostics import Diagnostic, Related
from octavo.source import SourceFile, Span

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,999})")
"""Numbers of more digits stay text: nobody reckons with them, and Python refuses those of thousands."""

_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,999})?(\.[0-9]+|\.)?([eE][-+]?[0-9]+)?")
_WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_MAX_DEPTH = 60


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as its author wrote it; `is_quoted` is true of block scalars too."""

    text: str
    is_quoted: bool
    span: Span

    @property
    def is_null(self) -> bool:
        """Whether it stands for no value at all."""
        return not self.is_quoted and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order of the file."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def find(self, key: str) -> "Node | None":
        """Return the value of a key."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node = Scalar | Sequence | Mapping


@dataclass(unsafe_hash=True)  # Python sets traces on exceptions: they cannot be frozen
class YamlFault(Exception):
    """The text is not YAML that octavo reads; `related` shows the other of two duplicates."""

    message: str
    span: Span
    hint: str = "put a value that holds `: ` or ` #`, or begins with a sign, in quotes"
    related: tuple[Related, ...] = ()

    def diagnostic(self, code: str, subject: str) -> Diagnostic:
        """Say it of a subject, such as "the metadata"."""
        message = f"{subject} is not YAML that octavo reads: {self.message}"
        return Diagnostic(code, message, self.span, hint=self.hint, related=self.related)


def parse_yaml(source: SourceFile, start: int = 0, end: int | None = None) -> Node | None:
    """Parse the characters from `start` up to `end` of a source; None when there is no value.

    Raises YamlFault.
    """
    text = source.text[start:end]
    reader = _Reader(source, start)
    try:
        events = YAML(typ="safe", pure=True).parse(text)
        return reader.read_document(iter(events))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = start + (mark.index if mark else 0)
        if source.text[place : place + 1] == "\t":
            raise YamlFault(
                "a tab stands where spaces must", _at(source, place), "indent with spaces"
            ) from error
        raise YamlFault(_first_line(error.problem or "not YAML"), _at(source, place)) from error
    except YAMLError as error:
        place = start + int(getattr(error, "position", 0) or 0)
        message = _first_line(str(getattr(error, "reason", None) or error))
        raise YamlFault(message, _at(source, place)) from error


def plain(node: "Node | None") -> Any:
    """Turn a tree into dicts, lists, strings, numbers, booleans and None (YAML 1.2 core schema).

    Dates stay strings, and so do numbers with leading zeros or underscores, times and not-a-number.
    """
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    if node is None or node.is_null:
        return None
    return node.text if node.is_quoted else _plain_scalar(node.text)


def without(node: Node, starts: Collection[int]) -> Node:
    """Return a tree without the pairs and items that begin at one of the given offsets."""
    if isinstance(node, Mapping):
        kept = [pair for pair in node.pairs if pair[0].span.start not in starts]
        return Mapping(tuple((key, without(value, starts)) for key, value in kept), node.span)
    if isinstance(node, Sequence):
        items = [item for item in node.items if item.span.start not in starts]
        return Sequence(tuple(without(item, starts) for item in items), node.span)
    return node


def _plain_scalar(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text) and any(char.isdigit() for char in text):
        return float(text)
    return text


def _first_line(message: str) -> str:
    line = message.strip().splitlines()[0] if message.strip() else "not YAML"
    return line[0].lower() + line[1:]


def _at(source: SourceFile, offset: int) -> Span:
    """Point at the character at an offset, or at the end of the last line that has text."""
    offset = min(offset, max(len(source.text.rstrip()) - 1, 0))
    return source.span(offset, min(offset + 1, len(source.text)))


class _Reader:
    """Builds nodes from the events of the parser."""

    def __init__(self, source: SourceFile, start: int) -> None:
        self._source = source
        self._start = start

    def read_document(self, events: Iterator[Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "a second document begins here"
                    raise YamlFault(message, self._span(event), "remove the line `---`")
            elif isinstance(event, (ScalarEvent, SequenceStartEvent, MappingStartEvent, AliasEvent)):
                root = self._read_node(event, events, 0)
        return None if isinstance(root, Scalar) and root.is_null else root

    def _read_node(self, event: Event, events: Iterator[Event], depth: int) -> Node:
        self._refuse_surprises(event, depth)
        if isinstance(event, ScalarEvent):
            return Scalar(event.value, event.style is not None, self._span(event))
        if isinstance(event, SequenceStartEvent):
            return self._read_sequence(event, events, depth)
        return self._read_mapping(event, events, depth)

    def _read_sequence(self, start: Event, events: Iterator[Event], depth: int) -> Sequence:
        items: list[Node] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                return Sequence(tuple(items), self._span(start, event))
            items.append(self._read_node(event, events, depth + 1))
        raise AssertionError

    def _read_mapping(self, start: Event, events: Iterator[Event], depth: int) -> Mapping:
        pairs: dict[str, tuple[Scalar, Node]] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                return Mapping(tuple(pairs.values()), self._span(start, event))
            key = self._read_node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                raise YamlFault("a key must be a word or phrase", key.span, "write `key: value`")
            if key.text in pairs:
                first = Related("first given here", pairs[key.text][0].span)
                message = f"key `{key.text}` is given twice"
                raise YamlFault(message, key.span, "keep one of the two", (first,))
            pairs[key.text] = (key, self._read_node(next(events), events, depth + 1))
        raise AssertionError

    def _refuse_surprises(self, event: Event, depth: int) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            message = "anchors and aliases (`&` and `*`) are not allowed"
            raise YamlFault(message, self._span(event), "write the value out, or put it in quotes")
        if getattr(event, "tag", None):
            raise YamlFault("tags (`!`) are not allowed", self._span(event), "put the value in quotes")
        if depth > _MAX_DEPTH:
            message = f"more than {_MAX_DEPTH} levels of nesting"
            raise YamlFault(message, self._span(event), "nest less deeply")

    def _span(self, event: Event, last: Event | None = None) -> Span:
        start = self._start + event.start_mark.index
        end = self._start + (last or event).end_mark.index
        text = self._source.text[start:end].rstrip()
        return self._source.span(start, start + len(text))
