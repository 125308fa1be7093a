"""Any brand at all: what is drawn by lot in a brand file is found in what all three editions are made of."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from octavo.load import load_publication
from octavo.model import Document
from octavo.parse import parse_rendering
from octavo.render import render_publication
from octavo.write.docx.book import word_parts
from octavo.write.epub.book import book_files
from octavo.write.pdf.pages import book_pages
from tests.support.brand_views import read_stylesheet, read_word_theme
from tests.support.least_publication import write_publication

FAMILIES = ("IBM Plex Mono", "PT Sans", "Spectral")
CHAPTER = "# First\n\nSome text.^[A note.] A [link](https://fable.example/).\n\n```\ncode\n```\n"
TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True)
class Lot:
    """What is drawn for a brand; the colours are dark enough to be read on white."""

    headings_color: str
    links_color: str
    rule_color: str
    faces: tuple[str, str]
    size_pt: float
    note_pt: float
    width_mm: int
    height_mm: int

    def brand(self) -> str:
        """Write the brand file."""
        body, headings = self.faces
        return f"""\
meta: {{name: Drawn by Lot}}
color:
  palette: {{rule: "{self.rule_color}", muted: "#555555"}}
  foreground: "#111111"
  background: "#ffffff"
  primary: "#123456"
  secondary: "#654321"
  tertiary: "#555555"
  light: "#f4f4f4"
  dark: "#111111"
typography:
  base: {{family: {body}, size: {self.size_pt}pt}}
  headings: {{family: {headings}, color: "{self.headings_color}"}}
  monospace: {{family: IBM Plex Mono, size: 0.9em}}
  link: {{color: "{self.links_color}"}}
defaults:
  octavo:
    page: {{width: {self.width_mm}, height: {self.height_mm}}}
    notes: {{size: {self.note_pt}pt}}
    chart_colors: ["#123456"]
"""


dark = st.tuples(*[st.integers(0, 90)] * 3).map(lambda parts: "#{:02x}{:02x}{:02x}".format(*parts))
lots = st.builds(
    Lot,
    headings_color=dark,
    links_color=dark,
    rule_color=dark,
    faces=st.tuples(st.sampled_from(FAMILIES), st.sampled_from(FAMILIES)),
    size_pt=st.sampled_from([9.5, 10.0, 11.0, 12.0]),
    note_pt=st.sampled_from([7.5, 8.0, 9.0]),
    width_mm=st.integers(150, 230),
    height_mm=st.integers(210, 300),
)


def read(root: Path, brand: str) -> Document:
    """Read a least publication in a brand, without a complaint, up to the stage parse."""
    write_publication(root, {"templates/_brand.yml": brand, "manuscript/10-first.md": CHAPTER})
    loaded = load_publication(root)
    assert [found.message for found in loaded.diagnostics] == []
    assert loaded.value is not None
    parsed = parse_rendering(render_publication(loaded.value).value)
    assert parsed.value is not None
    return parsed.value


@pytest.mark.slow
@settings(
    max_examples=3, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate]
)
@given(lots)
def test_a_brand_drawn_by_lot_is_in_all_three(lot: Lot) -> None:
    """Its colours, families, sizes and page are in both stylesheets and in Word's parts."""
    with tempfile.TemporaryDirectory() as folder:
        document = read(Path(folder), lot.brand())
        pdf, _ = read_stylesheet(book_pages(document).css)
        book = book_files(document, None).value
        parts = word_parts(document).value
    epub, fonts = read_stylesheet(book[next(name for name in book if name.endswith("style.css"))].decode())
    word = read_word_theme(parts["word/theme/theme1.xml"], parts["word/styles.xml"])
    body, headings = lot.faces

    assert pdf["html"]["font-family"].startswith(f'"{body}"')
    assert pdf["html"]["font-size"] == f"{lot.size_pt}pt"
    assert lot.headings_color in pdf["h1"]["color"]
    assert pdf["main a"]["color"] == lot.links_color
    assert epub["html"]["font-family"].startswith(f'"{body}"')
    assert epub["h1"]["font-family"].startswith(f'"{headings}"')
    assert (epub["h1"]["color"], epub["a"]["color"]) == (lot.headings_color, lot.links_color)
    assert set(fonts) == {body, headings, "IBM Plex Mono"}
    assert word.fonts == {"major": headings, "minor": body}
    assert (word.color("Heading1"), word.color("Hyperlink")) == (lot.headings_color, lot.links_color)
    assert word.style("FootnoteText", "sz", "val") == str(round(lot.note_pt * 2))
    width, height = round(lot.width_mm * TWIPS_PER_MM), round(lot.height_mm * TWIPS_PER_MM)
    assert f'w:w="{width}" w:h="{height}"'.encode() in parts["word/document.xml"]
