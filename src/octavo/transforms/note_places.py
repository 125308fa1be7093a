"""Calls of own notes go behind the stop that follows, where citeproc puts those of citations."""

from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from octavo.ast import Node, is_a

_STOP: Node = {"t": "Str", "c": "."}
_STOPS = frozenset(".,;:!?…")


def put_behind_stops(tree: Any) -> None:
    """Move each stop that follows an own note before it, in place.

    One right behind a citation stays: it becomes a part of that one's note.
    """
    if isinstance(tree, dict):
        for value in tree.values():
            put_behind_stops(value)
    elif isinstance(tree, list):
        for item in tree:
            put_behind_stops(item)
        for index in range(len(tree) - 2, 0, -1):
            _swap(tree, index)


def drop_stops_behind_colons(tree: Any) -> None:
    """Take the stop away that citeproc puts between a colon and the call of a note, in place.

    "Source: [@roe]." has nothing but a note behind its colon.
    """
    for inlines in _lists(tree):
        for index in range(len(inlines) - 2, 0, -1):
            before, stop, call = inlines[index - 1 : index + 2]
            is_called = is_a(call, "Note") or is_a(call, "Cite")
            if is_called and stop == _STOP and is_a(before, "Str") and before["c"].endswith(":"):
                del inlines[index]


def _lists(tree: Any) -> Iterator[list[Any]]:
    if isinstance(tree, list):
        yield tree
    for value in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _lists(value)


def _swap(inlines: list[Any], index: int) -> None:
    before, note, after = inlines[index - 1 : index + 2]
    if not (is_a(note, "Note") and is_a(after, "Str")) or is_a(before, "Cite") or is_a(before, "Note"):
        return
    stops = "".join(takewhile(_STOPS.__contains__, after["c"]))
    if stops:
        rest: list[Node] = [{**after, "c": after["c"][len(stops) :]}] if len(stops) < len(after["c"]) else []
        inlines[index : index + 2] = [{"t": "Str", "c": stops}, note, *rest]
