"""Diagnostic codes of the stage write."""

from octavo.codes.table import Code, error

WRITE: dict[str, Code] = {
    "W010": error(
        "picture-not-for-epub",
        what="A chapter shows an image of a kind that reading systems for EPUB need not know.",
        why="On many devices the figure would be an empty frame.",
        example="![A map](figures/map.tiff)",
        cure="Save the image as SVG, PNG, JPEG, GIF or WebP and show that file.",
    ),
}
