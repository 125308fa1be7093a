"""The document as HTML, which the PDF and the EPUB share: body, calls and notes apart.

Pandoc gathers notes at the end of its HTML. Where a note stands is for each edition to decide, so
they are taken out here and each call is replaced by an empty anchor that says whose call it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

from octavo.model import Document, Note
from octavo.pandoc import write_ast
from octavo.transforms.html_elements import ATTRIBUTE
from octavo.write.page_starts import PLACE

PLACED = (
    *("p", "li", "dt", "dd", "pre", "div", "figure", "figcaption", "caption", "th", "td"),
    *("h1", "h2", "h3", "h4", "h5", "h6"),
)
"""The blocks that have text of their own, in which a page may begin."""

_OPTIONS = ("--wrap=none", "--syntax-highlighting=none", "--mathml")


@dataclass(frozen=True)
class HtmlBody:
    """The text as an HTML tree.

    `root` is a `div` whose children are the chapters' `div`s (Document's promises hold for them).
    `calls` and `notes` go by note number: a call is an empty `<a class="call">` in the tree, with
    `data-note` (its number) and the text of its label; a note is a detached `<div>` of blocks. The blocks
    of the tree are numbered in `data-place`, the same in each edition.
    """

    root: HtmlElement
    calls: Mapping[int, HtmlElement]
    notes: Mapping[int, HtmlElement]


def html_body(document: Document) -> HtmlBody:
    """Turn the document into HTML; formulas become MathML.

    Raises PandocError.
    """
    written = write_ast(document.ast, "html5", _OPTIONS, folder=document.publication.work_path)
    root = html.fragment_fromstring(written.output.decode(), create_parent="div")
    _name_elements(root)
    calls = {note.get("id"): note for note in root.iter("a") if "footnote-ref" in note.classes}
    items = {item.get("id"): item for item in root.xpath("section[@id='footnotes']//li[@id]")}
    body = HtmlBody(
        root,
        {note.number: _take_call(calls[f"fnref{note.number}"], note) for note in document.notes},
        {note.number: _take_note(items[f"fn{note.number}"]) for note in document.notes},
    )
    for section in root.xpath("section[@id='footnotes']"):
        root.remove(section)
    for number, block in enumerate(root.iter(*PLACED), start=1):
        block.set(PLACE, str(number))
    return body


def _name_elements(root: HtmlElement) -> None:
    """Make the elements that the publication allows of what says that it is one."""
    for element in root.xpath(f".//*[@data-{ATTRIBUTE}]"):
        element.tag = element.attrib.pop(f"data-{ATTRIBUTE}")


def _take_call(call: HtmlElement, note: Note) -> HtmlElement:
    """Leave a bare anchor where Pandoc made a call."""
    for child in list(call):
        call.remove(child)
    call.attrib.clear()
    call.attrib.update({"class": "call", "data-note": str(note.number)})
    call.text = note.label
    return call


def _take_note(item: HtmlElement) -> HtmlElement:
    """Detach the blocks of a note that Pandoc made, without the way back that Pandoc added."""
    for back in item.xpath(".//a[contains(@class, 'footnote-back')]"):
        back.drop_tree()
    item.tag = "div"
    item.attrib.clear()
    item.tail = None
    item.getparent().remove(item)
    return item
