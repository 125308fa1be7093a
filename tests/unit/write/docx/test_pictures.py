"""Pictures have their words where programs look for them, or say that they only adorn the page."""

from octavo.ooxml import Element, found
from octavo.write.docx.pictures import DECORATIVE, word_pictures
from tests.support.word_texts import word

PICTURE = (
    '<w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="{}"/><a:graphic><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="2" name="Picture" descr="a.png"/></pic:nvPicPr></pic:pic></a:graphic>'
    "</wp:inline></w:drawing>"
)


def worded(words: str) -> Element:
    """Give a picture its words."""
    tree = word(PICTURE.format(words))
    word_pictures(tree)
    return tree


def said(tree: Element) -> list[str | None]:
    """Give the words of the frame and of the picture in it."""
    return [shape.get("descr") for shape in found(tree, ".//wp:docPr | .//pic:cNvPr")]


def test_words_stand_in_both_places() -> None:
    """No reader hears the name of a file."""
    tree = worded("A bridge")

    assert said(tree) == ["A bridge", "A bridge"]
    assert found(tree, ".//adec:decorative") == []


def test_decoration_is_marked() -> None:
    """What only adorns the page has no words, and says so."""
    tree = worded(DECORATIVE)

    assert said(tree) == ["", ""]
    assert [mark.get("val") for mark in found(tree, ".//wp:docPr//adec:decorative")] == ["1"]


def test_a_picture_without_words_is_no_decoration() -> None:
    """What nobody has described is left for verify to tell."""
    assert found(worded(""), ".//adec:decorative") == []
