"""Small things in the text that a book wants otherwise than a web page."""

import re

from lxml.etree import _Element

from octavo.write.epub.xhtml import XHTML, classes_of, find_all, make, replace

_BREAK = re.compile(r"(?<=//)|(?<=[^/:])(?=[/?&=._~#%])")
_BOXES = {False: "\u2610", True: "\u2612"}


def mark_addresses(section: _Element) -> None:
    """Mark links whose text is their own address, and let lines break before their punctuation.

    The places are those of the Chicago Manual of Style (7.46 in its 17th edition).
    """
    for link in find_all(section, "a"):
        if link.text and link.text == link.get("href"):
            link.set("class", " ".join([*classes_of(link), "url"]))
            first, *others = _BREAK.split(link.text)
            link.text = first
            for text in others:
                link.append(make("wbr"))
                link[-1].tail = text


def strip_references(section: _Element) -> None:
    """Leave of a cross-reference what XHTML knows: a link has no kind there."""
    for link in find_all(section, "a"):
        if "cross-reference" in classes_of(link):
            for name in ("kind", "data-kind"):
                link.attrib.pop(name, "")


def draw_boxes(section: _Element) -> None:
    """Make the boxes of a list of tasks characters: nobody fills in a form in a book."""
    for box in list(find_all(section, "input")):
        label = box.getparent()
        replace(box, make("span", {"class": "task"}, _BOXES["checked" in box.attrib] + " "))
        if label is not None and label.tag == f"{{{XHTML}}}label":
            label.tag = f"{{{XHTML}}}span"
