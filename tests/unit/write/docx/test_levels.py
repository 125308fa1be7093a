"""No level of headings is skipped for programs; what headings look like and are called stays."""

from pathlib import Path

import pytest

from octavo.ooxml import Element, found, named, style_of, value
from octavo.verify.docx import read_docx
from octavo.write.docx.levels import close_levels
from tests.support.word_texts import p, save_word, word

STYLES = "".join(
    f'<w:style w:styleId="Heading{level}"><w:next w:val="BodyText"/></w:style>' for level in range(1, 7)
)


def headings(*levels: int) -> Element:
    """Make a text of nothing but headings."""
    return word("".join(p(f"Heading{level}", "A") for level in levels))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((1, 2, 3, 2, 1), "1 2 3 2 1"),
        ((1, 3, 3, 4, 2), "1 3as2 3as2 4as3 2"),
        ((1, 4, 1, 2), "1 4as2 1 2"),
    ],
)
def test_no_level_is_skipped(levels: tuple[int, ...], expected: str) -> None:
    """A level that the author skipped is closed up by a style of its own."""
    text = headings(*levels)

    close_levels(text, word(STYLES, "w:styles"))

    shown = [str(style_of(paragraph)).removeprefix("Heading") for paragraph in found(text, ".//w:p")]
    assert " ".join(shown) == expected


def test_the_style_rests_on_that_of_its_level() -> None:
    """The new style is there once; it looks like the level that its author gave it."""
    styles = word(STYLES, "w:styles")

    close_levels(headings(1, 3, 3), styles)

    (made,) = found(styles, "w:style[@w:styleId='Heading3as2']")
    assert value(made, "w:basedOn") == "Heading3"
    assert value(made, "w:next") == "BodyText"
    assert value(made, "w:pPr/w:outlineLvl") == "1"
    assert made.get(named("w:type")) == "paragraph"


def test_its_own_level_is_read_back(tmp_path: Path) -> None:
    """Verify compares the level that the text has."""
    path = save_word(tmp_path / "a.docx", p("Heading1", "A") + p("Heading3as2", "B"))

    assert read_docx(path).headings == ((1, "A"), (3, "B"))
