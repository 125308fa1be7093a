"""Where a line may break, said so that WeasyPrint 70 gets it right.

Web addresses, and words longer than any line, have the places marked in the text: the CSS property
`overflow-wrap` would break other words in the middle as well. And a space before an element gets an
element of its own: a text that would fill its line but for the space at its end is broken after its
first word otherwise.
"""

import re

from lxml.html import Element, HtmlElement

ZERO_WIDTH_SPACE = "\u200b"

_IS_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_BREAKS = re.compile(r"(?<=[/_.?=&#~-])(?![/_.?=&#~-])|(?=[?&#%])")
"""A line breaks behind a mark, or before one that opens a part; never between two marks."""

_INLINE = ("a", "em", "span", "strong", "code", "sup", "sub", "cite", "q")
_SHORTEST_PART = 3
_ENDLESS = re.compile(r"[^\s\u200b]{46,}")
_STEP = re.compile(r"(.{23})(?=.)")


def mark_breaks(root: HtmlElement) -> None:
    """Mark where lines may break in addresses and in endless words; addresses get the class `uri`."""
    for link in root.iter("a"):
        if not len(link) and _IS_ADDRESS.match(link.text or ""):
            link.set("class", f"uri {link.get('class', '').replace('uri', '')}".strip())
            link.text = ZERO_WIDTH_SPACE.join(break_places(link.text))
    for element in root.iter():
        element.text = _broken(element.text)
        element.tail = _broken(element.tail)
    for element in list(root.iter(*_INLINE)):
        _part_space(element)


def break_places(address: str) -> list[str]:
    """Cut an address where a line may break; what is too short to stand alone stays with its neighbour."""
    scheme, _, rest = address.rpartition("://")
    parts: list[str] = []
    for part in _BREAKS.split(rest):
        if parts and (len(part) < _SHORTEST_PART or len(parts[-1]) < _SHORTEST_PART):
            parts[-1] += part
        else:
            parts.append(part)
    return [f"{scheme}://{parts[0]}" if scheme else parts[0], *parts[1:]]


def _broken(text: str | None) -> str | None:
    """Mark places in words that are longer than a line is likely to be."""
    if not text or not _ENDLESS.search(text):
        return text
    return _ENDLESS.sub(lambda word: _STEP.sub(rf"\1{ZERO_WIDTH_SPACE}", word[0]), text)


def _part_space(element: HtmlElement) -> None:
    """Give the space before an element its own element."""
    before, parent = element.getprevious(), element.getparent()
    text = (parent.text if before is None else before.tail) or ""
    words = text.rstrip(" \n")
    if not words or words == text:
        return
    space = Element("span")
    space.text = " "
    if before is None:
        parent.text = words
    else:
        before.tail = words
    element.addprevious(space)
