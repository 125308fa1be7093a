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


def styles(blocks: list[Node]) -> list[str]:
    """Return the styles of all Divs, outer ones first."""
    pairs = [pair for node in iter_nodes(blocks) if node["t"] == "Div" for pair in node["c"][0][2]]
    return [value for key, value in pairs if key == "custom-style"]


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("note", "note", ["Div", "RawBlock", "Div"]),
        ("note", "caution", ["Div", "RawBlock", "Div"]),
        ("note", "source", ["Div", "Div"]),
    ],
)
def test_boxes_do_not_join(first: str, second: str, kinds: list[str]) -> None:
    """Word joins neighbours of one style into one box, so something stands between them."""
    changed = _changed(*(div([para(words("Text"))], classes=[word]) for word in (first, second)))
    assert [node["t"] for node in changed] == kinds


def test_a_formula_keeps_to_its_box() -> None:
    """A formula in a box has the style with that box's borders; elsewhere it has its own."""
    formula = div([para([{"t": "Math", "c": [{"t": "DisplayMath"}, "x"]}])], classes=["equation"])
    assert styles(_changed(div([formula], classes=["method"]))) == ["Method Box", "Method Box Equation"]
    assert styles(_changed(formula)) == ["Equation"]


@pytest.mark.parametrize(("word", "style"), [("pull-quote", "Pull Quote"), ("epigraph", "Epigraph")])
def test_whose_words_they_are_stands_apart(word: str, style: str) -> None:
    """The last of several paragraphs says whose the words are, in a style of its own."""
    one, two = para(words("Words")), para(words("Ada Madeup"))
    assert styles(_changed(div([one], classes=[word]))) == [style]
    assert styles(_changed(div([one, two], classes=[word]))) == [
        style,
        f"{style} Signed",
        f"{style} Source",
    ]


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
