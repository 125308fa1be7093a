"""Diagnostic codes of the stage write."""

from octavo.codes.table import Code, error, warning

WRITE: dict[str, Code] = {
    "W010": error(
        "picture-not-for-epub",
        what="A chapter shows an image of a kind that reading systems for EPUB need not know.",
        why="On many devices the figure would be an empty frame.",
        example="![A map](figures/map.tiff)",
        cure="Save the image as SVG, PNG, JPEG, GIF or WebP and show that file.",
    ),
    "W020": error(
        "picture-not-for-docx",
        what="A chapter shows an image of a kind that Word does not show.",
        why="The reader would see an empty frame in the place of the figure.",
        example="![A map](figures/map.webp)",
        cure="Save the image as SVG, PNG or JPEG and show that file.",
    ),
    "W021": warning(
        "formula-not-for-docx",
        what="A formula uses a command that Pandoc cannot turn into a formula of Word's.",
        why="In the Word edition the formula stands as it was typed, with its backslashes.",
        example="$\\unknowncommand{x}$",
        cure="Write the formula with commands of plain TeX and AMS-LaTeX.",
    ),
}
