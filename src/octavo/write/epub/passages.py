"""Boxes and passages: what they are is said in words and roles, not by their look alone.

The terms are of the EPUB Structural Semantics Vocabulary 1.1 and of the Digital Publishing WAI-ARIA
Module 1.1; a box of a kind that neither knows is a group with a name.
"""

from lxml.etree import _Element

from octavo.elements import BOXES
from octavo.write.epub.xhtml import EPUB_TYPE, classes_of, find_all, text_of

_BOX_ROLES = {"note": "note", "caution": "doc-notice"}
_PASSAGES = {
    "pull-quote": ("pullquote", "doc-pullquote"),
    "epigraph": ("epigraph", "doc-epigraph"),
    "glossary": ("glossary", "doc-glossary"),
}


def mark_up_passages(section: _Element) -> None:
    """Say of each box what it is called, and of each passage what it is."""
    for division in find_all(section, "div"):
        classes = classes_of(division)
        box = next((name for name in BOXES if name in classes), None)
        passage = next((name for name in _PASSAGES if name in classes), None)
        if box:
            _name_box(division, _BOX_ROLES.get(box, "group"))
        elif passage:
            epub_type, role = _PASSAGES[passage]
            division.set(EPUB_TYPE, epub_type)
            division.set("role", role)


def _name_box(division: _Element, role: str) -> None:
    division.set("role", role)
    title = next((child for child in division if "box-title" in classes_of(child)), None)
    if title is not None:
        division.set("aria-label", " ".join(text_of(title).split()))
