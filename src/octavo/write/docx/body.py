"""The document's tree as Pandoc's Word writer wants it: classes become names of styles."""

import re
from collections.abc import Mapping
from typing import Any

from octavo.ast import Node, attributes_of, classes_of, div, map_nodes, para, span, words
from octavo.elements import BOXES
from octavo.model import Document, Picture
from octavo.transforms.alternatives import DECORATION
from octavo.transforms.boxes import TITLE_CLASS
from octavo.transforms.references import CLASS as CROSS_REFERENCE
from octavo.write.docx.citation_fields import enclose_citations, mark_made_notes
from octavo.write.docx.landscape import marked_landscape
from octavo.write.docx.languages import with_languages
from octavo.write.docx.look import measures
from octavo.write.docx.pictures import DECORATIVE
from octavo.write.docx.references import PREFIX

STYLE_OF_CLASS = {
    "key-findings": "Key Findings",
    "note": "Note Box",
    "caution": "Caution Box",
    "method": "Method Box",
    "source": "Source Note",
    "table-note": "Table Note",
    "pull-quote": "Pull Quote",
    "epigraph": "Epigraph",
    "byline": "Byline",
    "references": "Bibliography",
    "equation": "Equation",
}
_WITH_SOURCE = frozenset({"Pull Quote", "Epigraph"})
"""Passages whose last paragraph says whose they are."""

_BOX_SPACE = '<w:p><w:pPr><w:pStyle w:val="BoxSpace"/></w:pPr></w:p>'
_STYLE_OF_SPAN = {"caption-label": "Caption Label", "header-section-number": "Section Number"}

_PX_PER_TWIP = 96 / 1440
_HIGHEST = 0.72  # of the text's height, so that a caption and some text find room on the page
_OWN_SIZE = re.compile(r"^(\d+(?:\.\d+)?)(%|px)?$")


def word_blocks(document: Document) -> list[Node]:
    """Return the document's blocks with Word's styles, the sizes of pictures and their PNG files."""
    page = measures(document.publication.brand)
    width = (page.text_width + page.hang) * _PX_PER_TWIP
    height = (page.page_height - page.top - page.bottom) * _PX_PER_TWIP * _HIGHEST

    def changed(node: Node) -> Node:
        kind = node["t"]
        if kind == "Div" and "landscape" in classes_of(node):
            return marked_landscape(node["c"][1])
        if kind == "Div":
            return _styled(node)
        if kind == "Span" and (style := _STYLE_OF_SPAN.get(" ".join(classes_of(node)))):
            return span(node["c"][1], **{"custom-style": style})
        if kind == "Link" and CROSS_REFERENCE in classes_of(node):
            node["c"][2][0] = f"#{PREFIX}{node['c'][2][0][1:]}"
        if kind == "HorizontalRule":
            return div([para([{"t": "Str", "c": "\N{NO-BREAK SPACE}"}])], **{"custom-style": "Separator"})
        if kind == "Image":
            return _sized(node, document.pictures, width, height)
        return node

    publication = document.publication
    blocks: list[Node] = parted_boxes(map_nodes(document.ast["blocks"], changed))
    mark_made_notes(blocks)
    enclose_citations(blocks, document.sources)
    return with_languages(blocks, publication.bibliography.entries, publication.metadata.lang)


def parted_boxes(tree: Any) -> Any:
    """Return the tree with an empty line between boxes that follow each other, which Word would join."""
    if isinstance(tree, dict):
        return {key: parted_boxes(value) for key, value in tree.items()}
    if not isinstance(tree, list):
        return tree
    parted: list[Any] = []
    for item in tree:
        if parted and _is_box(parted[-1]) and _is_box(item):
            parted.append({"t": "RawBlock", "c": ["openxml", _BOX_SPACE]})
        parted.append(parted_boxes(item))
    return parted


def _is_box(item: Any) -> bool:
    return isinstance(item, dict) and item.get("t") == "Div" and bool(set(BOXES) & set(classes_of(item)))


def _styled(node: Node) -> Node:
    """Give a Div of a known class its style; tight lists in it become loose: Pandoc styles only Para."""
    name = next((STYLE_OF_CLASS[word] for word in classes_of(node) if word in STYLE_OF_CLASS), None)
    if name is None:
        return node
    attributes = attributes_of(node) or ["", [], []]
    if name == STYLE_OF_CLASS["equation"]:
        node = map_nodes(node, _in_line)
    blocks = map_nodes(node["c"][1], lambda inner: {**inner, "t": "Para"} if inner["t"] == "Plain" else inner)
    if name in _WITH_SOURCE and len(blocks) > 1:
        signed, source = (f"{name} {part}" for part in ("Signed", "Source"))
        blocks = [_with_style(blocks[:-1], signed), _with_style(blocks[-1:], source)]
    if set(BOXES) & set(classes_of(node)):
        blocks = map_nodes(blocks, lambda inner: _of_box(inner, name))
    pairs = [*attributes[2], ["custom-style", name]]
    if blocks and blocks[0]["t"] == "Div" and TITLE_CLASS in classes_of(blocks[0]):
        title = div(blocks[0]["c"][1], **{"custom-style": f"{name} Title"})
        return {"t": "Div", "c": [[attributes[0], attributes[1], []], [title, _with_style(blocks[1:], name)]]}
    return {"t": "Div", "c": [[attributes[0], attributes[1], pairs], blocks]}


def _of_box(node: Node, box: str) -> Node:
    """Give a formula in a box the style that has the box's borders: another would tear the box apart."""
    attributes = attributes_of(node)
    style = ["custom-style", STYLE_OF_CLASS["equation"]]
    if node["t"] != "Div" or attributes is None or style not in attributes[2]:
        return node
    others = [pair for pair in attributes[2] if pair != style]
    new = [*others, ["custom-style", f"{box} Equation"]]
    return {"t": "Div", "c": [[attributes[0], attributes[1], new], node["c"][1]]}


def _with_style(blocks: list[Node], name: str) -> Node:
    return div(blocks, **{"custom-style": name})


def _in_line(node: Node) -> Node:
    """Let a formula stand in a line with its number: Word gives others a paragraph of their own."""
    return {"t": "Math", "c": [{"t": "InlineMath"}, node["c"][1]]} if node["t"] == "Math" else node


def _sized(node: Node, pictures: Mapping[str, Picture], width: float, height: float) -> Node:
    """Name the PNG of an SVG, and give the picture a size that fits into the text."""
    (identifier, classes, pairs), alt, (target, title) = node["c"]
    if ["role", DECORATION] in pairs:
        alt, pairs = words(DECORATIVE), [pair for pair in pairs if pair[0] not in {"alt", "role"}]
    picture = pictures.get(target)
    if picture is None:
        return {"t": "Image", "c": [[identifier, classes, pairs], alt, [target, title]]}
    size = fitted(picture, dict(pairs).get("width"), width, height)
    others = [pair for pair in pairs if pair[0] not in {"width", "height"}]
    named = [[key, f"{length / 96:.4f}in"] for key, length in zip(("width", "height"), size, strict=False)]
    shown = picture.raster_name or picture.file_name
    return {"t": "Image", "c": [[identifier, classes, [*others, *named]], alt, [shown, title]]}


def fitted(
    picture: Picture, wish: str | None, text_width: float, text_height: float
) -> tuple[float, float] | tuple[()]:
    """Return a picture's width and height in CSS pixels, () when its own size is unknown.

    It is as wide as its author wishes (`50%` of the text, or pixels), else as it is by nature, and
    never larger than the text allows.
    """
    if not picture.width or not picture.height:
        return ()
    wished = _OWN_SIZE.match(wish or "")
    width = picture.width
    if wished:
        width = float(wished[1]) * (text_width / 100 if wished[2] == "%" else 1)
    width = min(width, text_width, text_height * picture.width / picture.height)
    return width, width * picture.height / picture.width
