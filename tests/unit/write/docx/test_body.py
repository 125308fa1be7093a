"""The tree that Pandoc's Word writer gets."""

import pytest

from octavo.ast import Node, attributes, div, iter_nodes, para, span, words
from octavo.model import Picture
from octavo.write.docx.body import fitted, word_blocks
from tests.support.models import make_document, make_publication

DRAWING = Picture("manuscript/figures/map.svg", "map.svg", b"<svg/>", "map.png", b"PNG", 480, 240)


def _image(target: str, **values: str) -> Node:
    return {"t": "Image", "c": [attributes(**values), words("A map"), [target, ""]]}


def _changed(*blocks: Node) -> list[Node]:
    document = make_document(make_publication(), blocks, pictures={"map.svg": DRAWING})
    return word_blocks(document)


@pytest.mark.parametrize(
    ("word", "style"), [("key-findings", "Key Findings"), ("note", "Note Box"), ("source", "Source Note")]
)
def test_classes_become_styles(word: str, style: str) -> None:
    """A Div of a class that the house style knows has the name of its style."""
    (changed,) = _changed(div([para(words("Text"))], classes=[word]))
    assert ["custom-style", style] in changed["c"][0][2]


def test_other_classes_stay() -> None:
    """A Div of any other class is left as it is."""
    other = div([para(words("Text"))], classes=["aside"])
    assert _changed(other) == [other]


def test_lists_in_boxes_are_loose() -> None:
    """Pandoc gives a style to Para only, so in a box there is no Plain."""
    plain = {"t": "BulletList", "c": [[{"t": "Plain", "c": words("Item")}]]}
    changed = _changed(div([plain], classes=["note"]))
    assert {node["t"] for node in iter_nodes(changed)} == {"Div", "BulletList", "Para", "Str"}


def test_labels_have_a_style() -> None:
    """The label of a caption is found again in Word by its style."""
    (paragraph,) = _changed(para([span(words("Figure 1."), classes=["caption-label"])]))
    assert ["custom-style", "Caption Label"] in paragraph["c"][0]["c"][0][2]


def test_drawings_become_png_of_a_size() -> None:
    """Word's writer gets the PNG of a drawing, with the drawing's size in inches."""
    (paragraph,) = _changed(para([_image("map.svg", alt="A map", width="50%")]))
    (_, _, pairs), _, (target, _) = paragraph["c"][0]["c"]
    assert target == "map.png"
    assert [key for key, _ in pairs] == ["alt", "width", "height"]


def test_pictures_fit_the_text() -> None:
    """A picture is as large as it is by nature or by its author's wish, and never larger than the text."""
    assert fitted(DRAWING, None, 600, 600) == (480, 240)
    assert fitted(DRAWING, None, 240, 600) == (240, 120)
    assert fitted(DRAWING, None, 600, 120) == (240, 120)
    assert fitted(DRAWING, "50%", 600, 600) == (300, 150)
    assert fitted(DRAWING, "96px", 600, 600) == (96, 48)


def test_a_picture_without_a_size_has_none() -> None:
    """Where nothing is known of a picture's size, Pandoc reads it from the file."""
    assert fitted(Picture("manuscript/a.png", "a.png", b""), None, 600, 600) == ()
