"""The shorter way to a note area's height gives the same bytes as WeasyPrint's own."""

from collections.abc import Iterator

import pytest
import weasyprint
from weasyprint.layout import LayoutContext

from octavo.write.quick_notes import COMPARED_VERSION, quicken_notes

SHORT = "A short note."
LONG = "A long note that goes on about where its statement stands, and on which page. " * 9
STYLE = """
  @page { size: 90mm 130mm; margin: 12mm; @footnote { padding-top: 3pt; margin-top: 5pt } }
  body { font: 9pt/1.3 sans-serif; orphans: 2; widows: 2 }
  .fn { float: footnote; footnote-policy: line; display: block; font-size: 7pt; padding-bottom: 1pt }
  .fn::footnote-call, .fn::footnote-marker { content: none }
  .item { display: block }
"""


@pytest.fixture
def original() -> Iterator[None]:
    """Give WeasyPrint its own method back after the test."""
    method = LayoutContext._update_footnote_area
    yield
    LayoutContext._update_footnote_area = method


def book(extra: str = "") -> str:
    """A text with many notes of different kinds, in paragraphs, a list, a table and a heading."""
    notes = [SHORT, LONG, f'<span class="item">In a list.</span><span class="item">{SHORT}</span>']
    paragraphs = [
        f"<p>{'Words that fill the lines of a page. ' * (index % 5 + 1)}"
        + "".join(
            f'<span class="fn">{index}.{number} {note}</span>'
            for number, note in enumerate(notes[: index % 4])
        )
        + "</p>"
        for index in range(30)
    ]
    cells = "".join(f'<tr><td>{index}<span class="fn">Cell {index}.</span></td></tr>' for index in range(9))
    head = '<h1>Head<span class="fn">Of the head.</span></h1>'
    return f"<style>{STYLE}{extra}</style>{head}{''.join(paragraphs)}<table>{cells}</table>"


def pdf_of(text: str) -> bytes:
    """Lay a text out."""
    return bytes(weasyprint.HTML(string=text).write_pdf())


def test_compared_version_is_the_one_that_is_pinned() -> None:
    """A new WeasyPrint has to be compared before the shorter way is used with it."""
    assert weasyprint.__version__ == COMPARED_VERSION


@pytest.mark.parametrize(
    "extra",
    [
        "",
        ".fn { margin: 2pt 0 5pt }",
        ".item { margin: 3pt 0 }",
        "@page { @footnote { max-height: 20mm } }",
    ],
    ids=["plain", "notes with margins", "blocks with margins", "limited area"],
)
@pytest.mark.usefixtures("original")
def test_same_bytes(monkeypatch: pytest.MonkeyPatch, extra: str) -> None:
    """Pages are the same to the byte, whatever the notes hold and however they are spaced."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    slow = pdf_of(book(extra))

    assert quicken_notes(weasyprint)
    quick = pdf_of(book(extra))

    assert slow == quick


@pytest.mark.parametrize(
    "extra",
    ["", ".fn { margin: 2pt 0 5pt }", "@page { @footnote { border-top: 0.5pt solid } }"],
    ids=["plain", "notes with margins", "margin and border"],
)
@pytest.mark.parametrize("height_mm", [279.4, 250, 210])
@pytest.mark.usefixtures("original")
def test_notes_stay_on_pages_of_any_height(height_mm: float, extra: str) -> None:
    """What a page's height does to the last digits of sums drives no note to the next page."""
    assert quicken_notes(weasyprint)
    area = "@footnote { padding-top: 7pt; margin-top: 10pt }"
    size = f"@page {{ size: 90mm {height_mm}mm; margin: 24mm 12mm 28mm; {area} }}"
    lines = "".join(f'<p>{index}<span class="fn">{SHORT}</span></p>' for index in range(5))

    document = weasyprint.HTML(string=f"<style>{STYLE}{size}{extra}</style>{lines}").render()

    assert len(document.pages) == 1


@pytest.mark.usefixtures("original")
def test_other_versions_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a WeasyPrint that was not compared, nothing is replaced."""
    monkeypatch.setattr(weasyprint, "__version__", "99.0")
    method = LayoutContext._update_footnote_area

    assert not quicken_notes(weasyprint)
    assert method is LayoutContext._update_footnote_area
