"""Figures that float, laid out by the real engine: gaps are filled, and nothing is lost or out of order."""

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import weasyprint

from octavo.progress import Silent
from octavo.verify.agreement import check_agreement
from octavo.verify.pdf import read_pdf, verify_pdf
from octavo.write import lay_out_media
from octavo.write.engine import Engine
from octavo.write.floats import white, with_floats
from octavo.write.page_gaps import laid_out_chapters
from octavo.write.pdf import write_pdf
from tests.support.documents import document_of

METADATA = 'title: A Made-Up Report\nauthor: [Ada Madeup]\ndate: "2021-09-30"\nlang: en-GB\n'
STYLE = """
  @page { size: 100mm 100mm; margin: 10mm; @footnote { border-top: 1pt solid } }
  body { font: 10pt/5mm sans-serif; margin: 0; orphans: 2; widows: 2 }
  p { margin: 0 }
  .footnote { float: footnote }
  .figure-block { break-inside: avoid; margin: 0 }
  .chapter { break-before: page }
  h2 { font-size: 10pt; margin: 0; break-after: avoid }
"""
LINE = "Words.<br>"
NOTE = '<span class="footnote">A note.</span>'


def lines(name: str, count: int, note: str = "") -> str:
    """Write a paragraph of so many lines; a page has 16."""
    return f"<p>{name}{note}<br>{LINE * (count - 1)}</p>"


def figure(name: str, height_mm: int = 50, extra: str = "") -> str:
    """Write a figure of a height."""
    matter = f'<figure style="margin: 0; height: {height_mm}mm">{name}</figure>'
    return f'<div class="figure-block">{matter}{extra}</div>'


def chapter(*blocks: str) -> str:
    """Write a chapter."""
    return f'<div class="chapter">{"".join(blocks)}</div>'


class Press:
    """Lays a book out and counts how often."""

    def __init__(self, *chapters: str, style: str = "") -> None:
        text = f"<style>{STYLE}{style}</style><main>{''.join(chapters)}</main>"
        self.html = weasyprint.HTML(string=text)
        self.count = 0

    def lay_out(self) -> Any:
        """Lay the book out as it is now."""
        self.count += 1
        return self.html.render()

    def floated(self) -> Any:
        """Lay the book out so that its figures float."""
        return with_floats(self.lay_out, self.html.etree_element)


def texts(path: Path) -> list[str]:
    """Return the text of each page."""
    with pypdfium2.PdfDocument(path) as book:
        return [page.get_textpage().get_text_bounded() for page in book]


def names(document: Any) -> list[list[str]]:
    """Give the names of what begins on each page, and `-` for a line that does not begin anything."""
    return [
        [
            text
            for box in page._page_box.descendants()
            if (text := getattr(box, "text", "")) and re.fullmatch(r"[a-z]\d|F\d", text)
        ]
        for page in document.pages
    ]


def test_text_moves_up_and_the_figure_follows() -> None:
    """The gap is filled; the figure stands after the paragraph that goes on over the page."""
    press = Press(chapter(lines("a1", 10), figure("F1"), lines("a2", 4), lines("a3", 5), lines("a4", 9)))
    assert names(press.lay_out()) == [["a1"], ["F1", "a2", "a3"], ["a4"]]

    floated = press.floated()

    assert names(floated) == [["a1", "a2", "a3"], ["F1", "a4"], []]
    assert white(laid_out_chapters(floated.pages)) == 0


def test_without_a_gap_the_book_is_laid_out_once() -> None:
    """The second layout, which takes as long as the first, is made for a gap alone."""
    press = Press(chapter(lines("a1", 3), figure("F1"), lines("a2", 4)), chapter(lines("b1", 4)))

    press.floated()

    assert press.count == 1


@pytest.mark.parametrize(
    "blocks",
    [
        [lines("a1", 10), figure("F1"), "<h2>a2</h2>", lines("a3", 9)],
        [lines("a1", 10), figure("F1", extra=NOTE), lines("a2", 9, NOTE)],
        [lines("a1", 10), figure("F1").replace("<figure", '<figure class="here"'), lines("a2", 9)],
        [lines("a1", 10), figure("F1"), f'<div class="note">{lines("a2", 9)}</div>'],
        [lines("a1", 10), figure("F1")],
    ],
    ids=["heading", "notes", "here", "box", "end of the chapter"],
)
def test_what_may_not_move_stays(blocks: list[str]) -> None:
    """The gap stays, and the book is not laid out again."""
    press = Press(chapter(*blocks), chapter(lines("b1", 9)))
    as_written = names(press.html.render())

    assert names(press.floated()) == as_written
    assert press.count == 1


def test_figures_stay_in_order() -> None:
    """Of three figures, each may move, none before another."""
    press = Press(
        chapter(
            *(lines("a1", 10), figure("F1"), lines("a2", 4), lines("a3", 5), figure("F2"), figure("F3")),
            *(lines("a4", 8), lines("a5", 8), lines("a6", 9)),
        )
    )
    before = [name for page in names(press.html.render()) for name in page]

    after = [name for page in names(press.floated()) for name in page]

    assert sorted(after) == sorted(before)
    assert [name for name in after if name.startswith("F")] == ["F1", "F2", "F3"]
    assert [name for name in after if name.startswith("a")] == ["a1", "a2", "a3", "a4", "a5", "a6"]
    assert after != before


def test_notes_that_move_keep_their_page() -> None:
    """Notes of text that moves up take up room at the foot of the page that they move to."""
    noted = [lines(f"a{index}", 4, NOTE) for index in range(2, 6)]
    press = Press(chapter(lines("a1", 8, NOTE), figure("F1"), *noted))

    floated = press.floated()

    assert names(floated) == [["a1", "a2"], ["F1", "a3"], ["a4", "a5"]]
    assert white(laid_out_chapters(floated.pages)) == 0


def test_what_does_not_get_better_is_not_kept() -> None:
    """A figure whose new place leaves as much white is left where its author put it."""
    pushed = figure("F1").replace("figure-block", "figure-block pushed")
    blocks = lines("a1", 10), pushed, lines("a2", 6), '<p class="pushed">a3</p>'
    press = Press(chapter(*blocks), style=".pushed { break-before: page }")
    as_written = names(press.html.render())

    assert names(press.floated()) == as_written
    assert press.count > 1


def test_the_same_book_floats_the_same_way() -> None:
    """Two runs give the same bytes."""
    text = chapter(lines("a1", 10), figure("F1"), lines("a2", 4), lines("a3", 5), lines("a4", 9))
    presses = Press(text), Press(text)

    first, second = (press.floated().write_pdf() for press in presses)

    assert first == second


@pytest.mark.slow
def test_editions_say_the_same(tmp_path: Path) -> None:
    """The PDF in which a figure floats agrees with the document, and no page of it has a fault."""
    words = "A sentence of this made-up report goes on and on, so that lines fill and break somewhere. " * 4
    before = "\n\n".join(f"Before {index}. {words}^[Note {index}.]" for index in range(10))
    high = "![A high picture](high.svg){#fig:high alt=Square}\n\n::: source\nSource: nobody.\n:::"
    after = "\n\n".join(f"After {index} goes on. {words}^[Note {index} of it.]" for index in range(9))
    files = {
        "manuscript/metadata.yaml": METADATA,
        "manuscript/1.md": f"# Floats\n\n{before}\n\n{high}\n\n{after}\n",
        "manuscript/high.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="440"/>',
    }
    document = document_of(tmp_path, files)
    lay_out_media(document)
    with Engine() as engine:
        artifact = write_pdf(document, engine, Silent()).value
    assert artifact is not None

    assert verify_pdf(document, artifact) == ()
    assert check_agreement(document, "pdf", read_pdf(artifact.path)) == ()
    pages = texts(artifact.path)
    caption = next(index for index, text in enumerate(pages) if "Figure 1. A high picture" in text)
    assert "After 0 goes on" in pages[caption - 1]
