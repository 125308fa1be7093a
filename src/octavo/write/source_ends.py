"""The list of sources is drawn in where that saves its last page, before the book is laid out.

It begins on a page of its own, calls no note, and only the colophon follows it: so it can be laid out by
itself, in a small part of the time that a second layout of the whole book would take.
"""

import copy
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

from octavo.write.page_gaps import classes_of
from octavo.write.short_ends import TIGHT, list_end, tighten

_LIST = "bibliography"


def draw_in_sources(read: Callable[[str], Any], lay_out: Callable[[Any], Any], root: Any) -> None:
    """Mark the list of sources in the tree of `root` as drawn in if it then has a page less.

    `read` gives WeasyPrint's HTML for a text and `lay_out` its document for that HTML.
    """
    sources = _list_of(root)
    if sources is None:
        return
    html = read(ET.tostring(_alone(root), encoding="unicode", method="html"))
    document = lay_out(html)
    end = list_end(document.pages)
    if end is None or not end.elements:
        return
    tighten(end)
    if len(lay_out(html).pages) < len(document.pages):
        sources.set("class", " ".join((*classes_of(sources), TIGHT)))


def _alone(root: Any) -> Any:
    """Return a copy of the book with nothing in it but the list of sources."""
    part = copy.deepcopy(root)
    main, sources = part.find(".//main"), _list_of(part)
    for parent, kept in ((part.find("body"), main), (main, sources)):
        for child in [*parent]:
            if child is not kept:
                parent.remove(child)
    return part


def _list_of(root: Any) -> Any:
    return next((child for child in root.iterfind(".//main/*") if _LIST in classes_of(child)), None)
