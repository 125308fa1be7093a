"""The box of a picture is where the picture is."""

from typing import Any

import pydyf
import pytest

from octavo.write.mend.places import place_pictures
from tests.support.structures import node


def test_boxes_are_measured_from_the_foot_of_the_page() -> None:
    """Pixels from the top become points from the foot of the picture's own page."""
    attributes: Any = pydyf.Dictionary({"O": "/Layout", "BBox": pydyf.Array([100, 200, 300, 240])})
    tree = node("Document", node("Figure", 1, page=1, entries={"A": attributes}), node("P", 2))

    place_pictures(tree, (842.0, 595.0))

    assert attributes["BBox"] == pytest.approx([75, 415, 225, 445])
