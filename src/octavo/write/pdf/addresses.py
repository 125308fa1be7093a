"""Web addresses in print: where a line may break in one, and that nothing is hyphenated there."""

import re

from lxml.html import HtmlElement

_IS_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_BREAKS = re.compile(r"(?<=[/_.?=&#~-])(?![/_.?=&#~-])|(?=[?&#%])")
"""A line breaks behind a mark, or before one that opens a part; never between two marks."""

_SHORTEST_PART = 3
ZERO_WIDTH_SPACE = "\u200b"


def mark_addresses(root: HtmlElement) -> None:
    """Give every link that prints a web address the class `uri`, and places to break at."""
    for link in list(root.iter("a")):
        if not len(link) and _IS_ADDRESS.match(link.text or ""):
            link.set("class", f"uri {link.get('class', '').replace('uri', '')}".strip())
            link.text = ZERO_WIDTH_SPACE.join(break_places(link.text))


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

