"""Where pictures are: WeasyPrint counts in its pixels from a page's top, PDF in points from its foot."""

from collections.abc import Sequence

from octavo.write.mend.tree import Node

POINTS_IN_PIXEL = 0.75


def place_pictures(tree: Node, heights: Sequence[float]) -> None:
    """Give the boxes of pictures in the measure of their pages, whose heights are in points.

    ISO 32000-1, 14.8.5.4.3; programs show a picture that is read by it.
    """
    for node in tree.walk():
        box = node.entries.get("A", {}).get("BBox")
        if box is not None:
            left, top, right, bottom = (number * POINTS_IN_PIXEL for number in box)
            height = heights[node.page]
            box[:] = [left, height - bottom, right, height - top]
