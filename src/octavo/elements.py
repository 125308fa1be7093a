"""The elements of a text beyond those of Markdown: the classes of Divs that every edition gives a look."""

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

CLASSES: tuple[str, ...] = (*BOXES, *PASSAGES)
