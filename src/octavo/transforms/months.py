"""Names of months in the form that they have behind a day: «1 серпня 2022», but «серпень 2022»."""

import re

from octavo.ast import Node, iter_nodes
from octavo.csl.terms import MONTH, MONTHS

_BEHIND_DAY = {alone: bent for names in MONTHS.values() for alone, bent in (pair.split() for pair in names)}
_MARKED = re.compile(f"{MONTH}(\\w+)")
_DAY = re.compile(r"(?<!\d)\d{1,2}\.?[ \u00a0]$")


def bend_months(blocks: list[Node]) -> None:
    """Give the months that citeproc wrote their form, in place, and take the marks before them off."""
    before = ""
    for node in iter_nodes(blocks):
        if node["t"] == "Str":
            node["c"] = _bent(node["c"], before)
            before = before[-3:] + node["c"]
        elif node["t"] in {"Space", "SoftBreak"}:
            before += " "


def _bent(text: str, before: str) -> str:
    def bend(found: re.Match[str]) -> str:
        name = found[1]
        return _BEHIND_DAY.get(name, name) if _DAY.search(before + text[: found.start()]) else name

    return _MARKED.sub(bend, text)
