"""Citation styles by name and by path."""

from pathlib import Path

import pytest

from octavo.csl import find_style, style_names, style_text

STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl" class="{}" version="1.0"><info>{}</info></style>'


@pytest.mark.parametrize(
    ("name", "is_note"),
    [
        ("chicago-notes-bibliography", True),
        ("oscola", True),
        ("apa", False),
        ("chicago-fullnote-bibliography", True),
        ("3-biotech", False),
    ],
)
def test_by_name(*, name: str, is_note: bool, tmp_path: Path) -> None:
    """Present names, old names and names that only point to another style are found."""
    style = find_style(name, tmp_path)
    assert style is not None
    assert (name, is_note, True) == (style.name, style.is_note, style.path.is_file())


@pytest.mark.parametrize(
    "name", ["made-up-style", "", "..", "../apa.csl", "templates/none.csl", "/etc/passwd"]
)
def test_unknown(name: str, tmp_path: Path) -> None:
    """What is no style, or lies outside the publication, is None."""
    assert find_style(name, tmp_path) is None


def test_by_path(tmp_path: Path) -> None:
    """A style may lie in the publication; it may point to a style that is known by name."""
    (tmp_path / "own.csl").write_text(STYLE.format("note", ""), encoding="utf-8")
    link = '<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>'
    (tmp_path / "child.csl").write_text(STYLE.format("note", link), encoding="utf-8")
    (tmp_path / "broken.csl").write_text("<style", encoding="utf-8")
    (tmp_path / "other.csl").write_text("<html/>", encoding="utf-8")
    names = ("own.csl", "child.csl", "broken.csl", "other.csl")
    found = [find_style(name, tmp_path) for name in names]
    assert [style and style.is_note for style in found] == [True, False, None, None]


def test_a_link_out_is_not_followed(tmp_path: Path) -> None:
    """A style outside the publication stays outside, whatever links say."""
    root = tmp_path / "publication"
    root.mkdir()
    (tmp_path / "own.csl").write_text(STYLE.format("note", ""), encoding="utf-8")
    (root / "own.csl").symlink_to(tmp_path / "own.csl")
    assert find_style("own.csl", root) is None


def test_a_style_may_be_in_any_encoding(tmp_path: Path) -> None:
    """What an XML file says of its encoding holds; citeproc gets text."""
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>' + STYLE.format("note", "<!-- café -->")
    (tmp_path / "own.csl").write_text(text, encoding="latin-1")
    style = find_style("own.csl", tmp_path)

    assert style
    assert "<!-- café -->" in style_text(style)


def test_names() -> None:
    """Names come in order, old ones among them."""
    names = style_names()
    assert sorted(names) == names
    assert {"apa", "oscola", "chicago-fullnote-bibliography"} <= set(names)
