"""Texts for those who do not see an image."""

from octavo.ast import iter_nodes
from octavo.transforms.alternatives import notes_in_images, plain_alternatives
from tests.support.trees import cite, figure, image, note, paragraph, plain, string


def test_the_text_of_an_image_has_no_notes() -> None:
    """The copy of a caption that Pandoc puts into an image counts neither notes nor citations again."""
    copied = image("a.png")
    copied["c"][1] = [string("Loans"), note("See."), cite("doe2020", 2, string("Doe"))]
    tree = [figure(plain("Loans"), {"t": "Plain", "c": [copied]})]

    (found,) = (node for node in iter_nodes(plain_alternatives(tree)) if node["t"] == "Image")

    assert found["c"][1] == [string("LoansDoe")]
    assert copied["c"][1][1]["t"] == "Note"


def test_the_attribute_wins() -> None:
    """What `alt` says stands in the place of the brackets, once."""
    shown = image("a.png", "brackets")
    shown["c"][0][2] = [["width", "50%"], ["alt", "A sign"]]

    (found,) = plain_alternatives([paragraph(shown)])

    assert found["c"][0]["c"] == [
        ["", [], [["width", "50%"]]],
        [string("A"), {"t": "Space"}, string("sign")],
        ["a.png", ""],
    ]


def test_decoration_says_so() -> None:
    """An empty `alt` without a caption is kept with the role that it stands for, but not beside a caption."""
    adorns, captioned = image("a.png", ""), image("b.png", "A caption")
    for shown in (adorns, captioned):
        shown["c"][0][2] = [["alt", ""]]

    first, second = plain_alternatives([paragraph(adorns), paragraph(captioned)])

    assert first["c"][0]["c"] == [["", [], [["alt", ""], ["role", "presentation"]]], [], ["a.png", ""]]
    assert second["c"][0]["c"][0] == ["", [], []]


def test_a_note_in_an_image_within_a_line_is_found() -> None:
    """Only there it is lost: the caption of a figure has it still."""
    lost = image("a.png")
    lost["c"][1] = [note("Never seen.")]
    kept = image("b.png")
    kept["c"][1] = [note("In the caption.")]

    tree = [paragraph("x", lost), figure(plain("x"), {"t": "Plain", "c": [kept]})]

    assert notes_in_images(tree) == ["Never seen."]
