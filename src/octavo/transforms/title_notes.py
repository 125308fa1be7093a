"""What stands beside a title, in brackets: "*Bahattia* [Wealth]", “Mosty” [Bridges].

citeproc knows no place for it, so it comes within the title, between private-use characters. A title may be
in italics or quotation marks, which are not for the brackets (The Chicago Manual of Style, "Translated
titles"): they are put behind it, before the punctuation that the style has there.
"""

from typing import Any

from octavo.ast import Node, classes_of, is_a, string

OPEN, CLOSE = "\ue006", "\ue007"
_ROUND_TITLES = frozenset({"Emph", "Strong", "SmallCaps", "Underline", "Span", "Quoted", "Link"})
_LATE = frozenset(".,;:")


def place_title_notes(tree: Any) -> Any:
    """Return the tree with each such note in brackets, behind the title that it belongs to."""
    return _placed(tree, is_round=False)[0]


def _placed(tree: Any, *, is_round: bool) -> tuple[Any, list[Node]]:
    """Return the tree, and what is to stand behind it: notes of titles leave what stands round a title."""
    if isinstance(tree, list):
        return _placed_in_list(tree, is_round=is_round)
    if not isinstance(tree, dict):
        return tree, []
    found: list[Node] = []
    copy = {}
    for key, value in tree.items():
        copy[key], moved = _placed(value, is_round=_is_round(tree))
        found += moved
    return copy, found


def _placed_in_list(items: list[Any], *, is_round: bool) -> tuple[list[Any], list[Node]]:
    flat = [piece for item in items for piece in _parted(item)]
    start = next((index for index, item in enumerate(flat) if _is_mark(item, OPEN)), None)
    end = next((index for index, item in enumerate(flat) if _is_mark(item, CLOSE)), None)
    if start is not None and end is not None:
        note = [{"t": "Space"}, string("["), *flat[start + 1 : end], string("]")]
        rest = flat[end + 1 :]
        if not is_round:
            return _placed_in_list([*flat[:start], *note, *rest], is_round=is_round)
        stops = _take_stops(rest)
        return [*flat[:start], *rest], [*note, *stops]
    placed: list[Any] = []
    waiting: list[Node] = []
    coming = list(items)
    while coming:
        item = coming.pop(0)
        new, moved = _placed(item, is_round=is_round)
        placed.append(new)
        if is_round and moved:
            waiting += [*moved, *_take_stops(coming)]
        elif isinstance(item, dict):
            placed += moved
        else:
            waiting += moved
    return placed, waiting


def _is_round(node: Any) -> bool:
    if node.get("t") not in _ROUND_TITLES:
        return False
    return node["t"] != "Span" or not any(name.startswith("csl-") for name in classes_of(node))


def _take_stops(behind: list[Any]) -> list[Node]:
    """Take the punctuation right behind a title, in place."""
    if behind and is_a(behind[0], "Str") and behind[0]["c"] and set(behind[0]["c"]) <= _LATE:
        return [behind.pop(0)]
    return []


def _parted(item: Any) -> list[Any]:
    """Cut a text at the marks, which then stand alone."""
    if not is_a(item, "Str") or (OPEN not in item["c"] and CLOSE not in item["c"]):
        return [item]
    text = item["c"].replace(OPEN, f"\0{OPEN}\0").replace(CLOSE, f"\0{CLOSE}\0")
    return [string(piece) for piece in text.split("\0") if piece]


def _is_mark(item: Any, mark: str) -> bool:
    return is_a(item, "Str") and item["c"] == mark
