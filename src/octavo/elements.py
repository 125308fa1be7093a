"""The elements of a text beyond those of Markdown: classes of Divs that every edition knows, and labels."""

import re
from collections.abc import Mapping
from types import MappingProxyType

BOXES: tuple[str, ...] = ("key-findings", "note", "caution", "method")
"""Boxes with a title; the words for it are `words[...]` under the class's name with `_` for `-`."""

PASSAGES: tuple[str, ...] = (
    "pull-quote",
    "epigraph",
    "glossary",
    "table-note",
    "source",
    "landscape",
    "wide",
)
"""Passages with a look of their own and no title.

`source` and `table-note` follow a figure or table and belong to it. `landscape` turns its page; `wide`
lets what is in it reach into the margin.
"""

HERE = "here"
"""The class of a figure or table that keeps its place in the text, whatever white it leaves on a page."""

ROW_HEADS = "row-heads"
"""The class of a table whose first column heads its rows."""

LABEL_KINDS: Mapping[str, str] = MappingProxyType(
    {"fig": "figure", "tbl": "table", "sec": "section", "eq": "equation"}
)
"""What a label names, by the prefix before its colon: `@fig:traffic` refers to a figure."""

CLASSES: tuple[str, ...] = (*BOXES, *PASSAGES, ROW_HEADS)

_LABEL = re.compile(rf"(?:{'|'.join(LABEL_KINDS)}):.", re.DOTALL)


def is_label(name: str) -> bool:
    """Tell whether a name, such as that of a citation, is a label: `fig:traffic`, `sec:method`."""
    return bool(_LABEL.match(name))
