"""Words set apart get styles of characters."""

import pytest

from octavo.ooxml import found, named, value
from octavo.write.docx.characters import style_characters
from tests.support.word_texts import word

KNOWN = '<w:style w:styleId="VerbatimChar"><w:name w:val="Verbatim Char"/></w:style>'


@pytest.mark.parametrize(
    ("look", "style", "name"),
    [
        ("<w:i/><w:iCs/>", "Emphasis", "Emphasis"),
        ("<w:b/><w:bCs/>", "Strong", "Strong"),
        ("<w:b/><w:bCs/><w:i/><w:iCs/>", "StrongEmphasis", "Strong Emphasis"),
        ('<w:rStyle w:val="VerbatimChar"/><w:i/>', "VerbatimCharEmphasis", "Verbatim Char Emphasis"),
        ('<w:vertAlign w:val="subscript"/>', "Subscript", "Subscript"),
        ("<w:strike/>", "StruckOut", "Struck Out"),
    ],
)
def test_looks_become_styles(look: str, style: str, name: str) -> None:
    """Runs name a style and nothing beside it; each style is made once, and has the look."""
    text = word(f"<w:p><w:r><w:rPr>{look}</w:rPr></w:r></w:p>" * 2)
    styles = word(KNOWN, "w:styles")
    style_characters([text], styles)
    assert [value(run, "w:rPr/w:rStyle") for run in found(text, ".//w:r")] == [style, style]
    assert [len(item) for item in found(text, ".//w:rPr")] == [1, 1]
    (made,) = found(styles, f"w:style[@w:styleId='{style}']")
    assert value(made, "w:name") == name
    assert found(made, "w:rPr/*")


def test_language_is_no_look() -> None:
    """A run of another language keeps it, and needs no style."""
    text = word('<w:p><w:r><w:rPr><w:lang w:val="uk"/></w:rPr></w:r></w:p>')
    style_characters([text], word("", "w:styles"))
    assert [item.get(named("w:val")) for item in found(text, ".//w:rPr/*")] == ["uk"]
