"""Texts for those who do not see an image: plain, as every edition can say them."""

from octavo.ast import Node, holds, iter_nodes, map_nodes, plain_text, words

DECORATION = "presentation"
"""The role of an image that only adorns the page (WAI-ARIA 1.2)."""


def plain_alternatives(blocks: list[Node]) -> list[Node]:
    """Make the text in the brackets of each image plain: its `alt` attribute, or itself without marks.

    One whose `alt` is empty and that has no caption only adorns the page; it gets the role that says so.
    Pandoc copies the caption of a figure there, notes and citations included, which would count twice.
    """

    def change(node: Node) -> Node:
        if node["t"] != "Image":
            return node
        (identifier, classes, pairs), inlines, target = node["c"]
        if ["alt", ""] in pairs and not plain_text(inlines).strip():
            return {"t": "Image", "c": [[identifier, classes, [*pairs, ["role", DECORATION]]], [], target]}
        said = next((value for key, value in pairs if key == "alt"), None) or plain_text(inlines)
        others = [pair for pair in pairs if pair[0] != "alt"]
        return {"t": "Image", "c": [[identifier, classes, others], words(said), target]}

    plain: list[Node] = map_nodes(blocks, change) if holds(blocks, "Image") else blocks
    return plain


def notes_in_images(blocks: list[Node]) -> list[str]:
    """Return the texts of the notes within images that are no figures: no edition could show them."""
    if not holds(blocks, "Image"):
        return []
    in_figures = {
        id(image)
        for figure in iter_nodes(blocks)
        if figure["t"] == "Figure"
        for image in iter_nodes(figure["c"][2])
        if image["t"] == "Image"
    }
    return [
        plain_text(note["c"])
        for image in iter_nodes(blocks)
        if image["t"] == "Image" and id(image) not in in_figures
        for note in iter_nodes(image["c"][1])
        if note["t"] == "Note"
    ]
