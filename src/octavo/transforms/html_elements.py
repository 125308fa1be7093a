"""HTML elements that a publication allows by name: they become part of the tree, for all editions.

Pandoc reads `<kbd>Esc</kbd>` as three pieces, of which the first and the last are raw. They become a Span
that says which element it is; the HTML of PDF and EPUB has that element again, and Word has its text.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from octavo.ast import Node

ALLOWABLE: tuple[str, ...] = (
    "abbr",
    "b",
    "bdi",
    "br",
    "cite",
    "dfn",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
    "rp",
    "rt",
    "ruby",
    "samp",
    "small",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
    "var",
)
"""Elements within a line that say something of their text and do nothing; `br` is the one without text."""

FORBIDDEN = frozenset(
    (
        "applet",
        "audio",
        "base",
        "body",
        "button",
        "canvas",
        "embed",
        "foreignobject",
        "form",
        "frame",
        "frameset",
        "head",
        "html",
        "iframe",
        "img",
        "input",
        "link",
        "math",
        "meta",
        "noscript",
        "object",
        "option",
        "param",
        "picture",
        "portal",
        "script",
        "select",
        "slot",
        "source",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "track",
        "video",
    )
)
"""Elements that act, fetch, or change the page around them: no publication can allow them."""

ATTRIBUTE = "element"
"""The attribute by which a Span says which element it is."""

_ATTRIBUTES = frozenset({"lang", "dir", "title", "datetime"})
_NODES = {"em": "Emph", "strong": "Strong", "sub": "Subscript", "sup": "Superscript", "u": "Underline"}
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_PLAIN_HINT = "write it in Markdown: `::: name` for a box, `[text]{.class}` for a phrase"


@dataclass
class Used:
    """Which allowances a chapter needs, by name, and what is wrong with the elements that it has."""

    names: set[str] = field(default_factory=set)
    faults: list[tuple[str, str]] = field(default_factory=list)
    """The tag as it stands, and what is wrong with it."""


def raw_hint(kind: str, text: str) -> str:
    """Say what to do about raw content: whether a publication can allow it."""
    found = _TAG.match(text) if kind == "html" else None
    name = found[2].lower() if found else ""
    if name in FORBIDDEN:
        return f"remove it: octavo takes no `{name}` from any text, allowed or not"
    if name in ALLOWABLE:
        return f"{_PLAIN_HINT}; or allow `{name}` in this chapter by `allow:` in `metadata.yaml`"
    return _PLAIN_HINT


def with_elements(tree: Any, allowed: Collection[str], used: Used) -> Any:
    """Return a tree in which allowed elements are Spans and the like; `used` learns of them."""
    if not isinstance(tree, dict | list):
        return tree
    if isinstance(tree, dict):
        return {key: with_elements(value, allowed, used) for key, value in tree.items()}
    items = [with_elements(item, allowed, used) for item in tree]
    return _paired(items, allowed, used) if any(_tag_of(item, allowed) for item in items) else items


def _tag_of(item: Any, allowed: Collection[str]) -> tuple[bool, str] | None:
    """Return whether a raw piece closes an allowed element, and the element's name."""
    is_raw = isinstance(item, dict) and item.get("t") == "RawInline" and item["c"][0] == "html"
    found = _TAG.match(item["c"][1]) if is_raw else None
    return (bool(found[1]), found[2].lower()) if found and found[2].lower() in allowed else None


@dataclass
class _Open:
    """An element that has begun: its name, its tag, and what it holds so far."""

    name: str
    tag: Node | None
    content: list[Any] = field(default_factory=list)


def _paired(items: list[Any], allowed: Collection[str], used: Used) -> list[Any]:
    stack = [_Open("", None)]
    for item in items:
        found = _tag_of(item, allowed)
        if found is None:
            stack[-1].content.append(item)
            continue
        is_end, name = found
        used.names.add(name)
        if name == "br":
            stack[-1].content.append({"t": "LineBreak"})
        elif not is_end:
            stack.append(_Open(name, item))
        elif stack[-1].name == name:
            ended = stack.pop()
            stack[-1].content.append(_element(ended, used))
        else:
            used.faults.append(
                (item["c"][1], f"`</{name}>` ends nothing that begins in the same line of text")
            )
    while len(stack) > 1:
        open_ = stack.pop()
        used.faults.append((_written(open_), f"nothing ends `<{open_.name}>` in the same line of text"))
        stack[-1].content += open_.content
    return stack[0].content


def _written(open_: _Open) -> str:
    return open_.tag["c"][1] if open_.tag else ""


def _element(ended: _Open, used: Used) -> Node:
    reader = _Attributes()
    reader.feed(_written(ended))
    for key, value in reader.found:
        if key not in _ATTRIBUTES:
            used.faults.append((_written(ended), f"no text can have the attribute `{key}`, allowed or not"))
        elif value is None:
            used.faults.append((_written(ended), f"the attribute `{key}` has no value"))
    pairs = [[key, value] for key, value in reader.found if key in _ATTRIBUTES and value is not None]
    if ended.name in _NODES and not pairs:
        return {"t": _NODES[ended.name], "c": ended.content}
    return {"t": "Span", "c": [["", [], [[ATTRIBUTE, ended.name], *pairs]], ended.content]}


class _Attributes(HTMLParser):
    """Reads the attributes of one start tag."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the attributes."""
        del tag
        self.found += attrs
