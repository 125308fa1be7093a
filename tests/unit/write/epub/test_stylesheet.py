"""The stylesheet leaves to readers what is theirs: sizes, and the colours of text and page."""

import re
from dataclasses import replace
from typing import Literal

import pytest

from octavo.colors import contrast
from octavo.house import house_templates_path
from octavo.templating import house_environment, render_file
from octavo.write.epub.styles import style_values
from octavo.write.surface import surface_values
from tests.support.models import make_document, make_publication

LOOKS: tuple[Literal["rules", "banded", "grid"], ...] = ("rules", "banded", "grid")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_FIXED = re.compile(r"\d\s*(?:px|pt|mm|cm|in|pc)\b")


def _stylesheet(monkeypatch: pytest.MonkeyPatch, tables: Literal["rules", "banded", "grid"] = "rules") -> str:
    monkeypatch.setattr("octavo.write.surface.pandoc_version", lambda: "0")
    publication = make_publication()
    brand = replace(publication.brand, tables=tables)
    document = make_document(replace(publication, brand=brand))
    values = {**surface_values(document), **style_values(brand, ())}
    return render_file(house_environment((house_templates_path(),)), "epub/style.css.j2", values)


def _by_day_and_night(sheet: str) -> tuple[str, str]:
    """Return the stylesheet without what holds on dark pages, and that."""
    day, night = sheet.split("@media (prefers-color-scheme: dark) {")
    return day, night


@pytest.mark.parametrize("tables", LOOKS)
def test_no_size_is_fixed(
    monkeypatch: pytest.MonkeyPatch, tables: Literal["rules", "banded", "grid"]
) -> None:
    """Type, spaces and rules grow with the reader's own size."""
    assert _FIXED.findall(_stylesheet(monkeypatch, tables)) == []


def test_neither_the_text_nor_the_page_has_a_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reading system's night mode paints both, and nothing of ours stands against it."""
    bare = {"*", "html", "body", "p", "li", "dd", "section", "td"}
    painted = {
        selector.strip()
        for selectors, declarations in _RULE.findall(_stylesheet(monkeypatch))
        for selector in selectors.split(",")
        if re.search(r"(?<![\w-])(?:background-)?color:", declarations)
    }
    assert painted & bare == set()
    assert "h1" in painted


def test_every_colour_of_the_day_has_one_for_the_night(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule keeps a colour on a dark page that was chosen for a light one, but the ground of drawings."""
    day, night = (
        {
            (selector.strip(), name)
            for selectors, declarations in _RULE.findall(part)
            for selector in selectors.rsplit("*/", 1)[-1].split(",")
            for name in re.findall(r"(?<![\w-])([\w-]*color):\s*#", declarations)
        }
        for part in _by_day_and_night(_stylesheet(monkeypatch, "banded"))
    )
    assert day - night == {("figure img", "background-color")}


def test_colours_of_text_at_night_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the dark part of the stylesheet says of text has a contrast of 4.5 on a dark page."""
    _, night = _by_day_and_night(_stylesheet(monkeypatch))
    colors = re.findall(r"(?<![\w-])color:\s*(#[0-9a-f]{6})", night)
    assert len(colors) > 2
    assert [color for color in colors if contrast(color, "#2b2b2b") < 4.5] == []


def test_the_brand_chooses_the_look_of_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the three looks differs from the others."""
    sheets = {tables: _stylesheet(monkeypatch, tables) for tables in LOOKS}
    assert len(set(sheets.values())) == len(LOOKS)
    assert "nth-child(even)" in sheets["banded"]
