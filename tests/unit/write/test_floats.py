"""Which text moves up before a figure that leaves a gap: planned from measures, and never out of order."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest

from octavo.write.floats import planned_moves, white
from octavo.write.page_gaps import Block

PAGE = 600.0
FIGURE = '<div class="figure-block"><figure id="{name}"><img /></figure>{source}</div>'
NOTE = '<span class="footnote">A note.</span>'
TEXT = "<p>Words.</p>"
NOTED = f"<p>Words.{NOTE}</p>"
LEAD = "<p>Words lead on:</p>"


def figure(name: str = "one", source: str = "") -> str:
    """Write a figure with what follows it."""
    return FIGURE.format(name=name, source=source)


def blocks_of(*sized: tuple[str, float], gap: float, at: int = 1) -> list[Block]:
    """Make the blocks of a chapter, of which one has a gap before it: its room; the others have a page's."""
    return [
        Block(ET.fromstring(text), int(index >= at), size, gap, gap, PAGE)
        if index == at
        else Block(ET.fromstring(text), int(index >= at), size, 0, PAGE, PAGE)
        for index, (text, size) in enumerate(sized)
    ]


def planned(blocks: Sequence[Block]) -> list[tuple[int, list[int]]]:
    """Give the places of each figure that is passed and of the blocks that pass it."""
    elements = [block.element for block in blocks]
    return [
        (elements.index(move.element), [elements.index(element) for element in move.passed])
        for move in planned_moves(blocks)
    ]


def test_text_fills_the_gap() -> None:
    """As many blocks move up as fill the gap, and no more."""
    blocks = blocks_of((TEXT, 400), (figure(), 300), (TEXT, 80), (TEXT, 80), (TEXT, 80), (TEXT, 80), gap=200)

    assert planned(blocks) == [(1, [2, 3, 4])]


def test_what_is_nearly_full_is_full() -> None:
    """A line or two may stay white, so that the figure stands at the very top of its page."""
    blocks = blocks_of((TEXT, 400), (figure(), 300), (TEXT, 90), (TEXT, 90), (TEXT, 90), gap=200)

    assert planned(blocks) == [(1, [2, 3])]


@pytest.mark.parametrize("kind", ["p", "ul", "ol", "dl", "blockquote"])
def test_running_text_is_passed(kind: str) -> None:
    """Paragraphs, lists and quotations move up."""
    blocks = blocks_of((TEXT, 400), (figure(), 300), (f"<{kind}>Words.</{kind}>", 250), gap=200)

    assert planned(blocks) == [(1, [2])]


@pytest.mark.parametrize(
    "barrier",
    [
        "<h2>A part</h2>",
        '<div class="note"><p>A box.</p></div>',
        "<pre>code</pre>",
        '<div class="equation"><p>q</p></div>',
        '<blockquote><div class="figure-block"><figure /></div></blockquote>',
        "<ul><li><table /></li></ul>",
        '<p><img class="logo" /></p>',
    ],
)
def test_nothing_else_is_passed(barrier: str) -> None:
    """Headings, boxes, code, formulas, and text that holds pictures or tables stay behind the figure."""
    blocks = blocks_of((TEXT, 400), (figure(), 300), (barrier, 20), (TEXT, 250), gap=200)

    assert planned(blocks) == []


def test_a_formula_in_a_line_is_text() -> None:
    """Formulas without numbers are drawings in a paragraph, and move with it."""
    blocks = blocks_of((TEXT, 400), (figure(), 300), ('<p><img class="formula" /></p>', 250), gap=200)

    assert planned(blocks) == [(1, [2])]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (NOTE, NOTED, []),
        (NOTE, TEXT, [(1, [2])]),
        ("", NOTED, [(1, [2])]),
    ],
)
def test_notes_stay_in_order(source: str, text: str, expected: list[tuple[int, list[int]]]) -> None:
    """Where the figure calls a note, text that calls one does not move before it."""
    blocks = blocks_of((TEXT, 400), (figure(source=source), 300), (text, 250), gap=200)

    assert planned(blocks) == expected


def test_figures_in_a_row_stay_in_a_row() -> None:
    """What follows two figures moves before both, so that their order is kept."""
    blocks = blocks_of((TEXT, 400), (figure(), 300), (figure("two"), 200), (TEXT, 250), gap=200)

    assert planned(blocks) == [(1, [3])]


@pytest.mark.parametrize("place", ["figure", "img"])
def test_here_keeps_a_figure(place: str) -> None:
    """An author's `.here` stands on the figure or on its picture; both keep it where it is."""
    held = figure().replace(f"<{place}", f'<{place} class="here"')
    blocks = blocks_of((TEXT, 400), (held, 300), (TEXT, 250), gap=200)

    assert planned(blocks) == []


def test_a_figure_stays_behind_its_lead() -> None:
    """A paragraph that ends in a colon announces what follows: its note does not hide that."""
    lead = f"<p>This shows it:{NOTE}</p>"

    assert planned(blocks_of((lead, 400), (figure(), 300), (TEXT, 250), gap=200)) == []


def test_a_lead_stays_before_its_list() -> None:
    """A paragraph that leads on moves only together with what it leads to."""
    blocks = blocks_of((TEXT, 400), (figure(), 300), (LEAD, 250), ("<ul><li>Item.</li></ul>", 50), gap=200)

    assert planned(blocks) == [(1, [2, 3])]
    assert planned(blocks[:3]) == []


def test_a_wide_figure_moves_as_a_whole() -> None:
    """A passage that holds a figure and nothing else is passed like the figure."""
    wide = f'<div class="wide">{figure()}</div>'

    assert planned(blocks_of((TEXT, 400), (wide, 300), (TEXT, 250), gap=200)) == [(1, [2])]


def test_a_figure_after_its_heading() -> None:
    """The text moves between a heading and its figure when the figure drives both over the page."""
    blocks = blocks_of((TEXT, 400), ("<h2>A part</h2>", 40), (figure(), 300), (TEXT, 250), gap=200)
    blocks[2] = Block(blocks[2].element, 1, 300, 200, 160, PAGE)

    assert planned(blocks) == [(2, [3])]


def test_small_gaps_stay() -> None:
    """White that is lower than a sixth of the page is not worth a figure far from its words."""
    assert planned(blocks_of((TEXT, 400), (figure(), 300), (TEXT, 250), gap=PAGE / 6 - 1)) == []
    assert planned(blocks_of((TEXT, 400), (figure(), 300), (TEXT, 250), gap=PAGE / 6 + 1)) == [(1, [2])]


def test_what_fills_less_than_half_is_not_worth_it() -> None:
    """Too little text moves only when it fills half of the gap."""
    assert planned(blocks_of((TEXT, 400), (figure(), 300), (TEXT, 99), gap=200)) == []
    assert planned(blocks_of((TEXT, 400), (figure(), 300), (TEXT, 101), gap=200)) == [(1, [2])]


def test_a_figure_moves_one_page_at_most() -> None:
    """What is too long to leave room for the figure on the next page does not move."""
    blocks = blocks_of((TEXT, 400), (figure(), 300), (TEXT, 501), gap=200)

    assert planned(blocks) == []


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ((500, 0, 550), [(1, [2]), (3, [4])]),
        ((400, 250, 250), [(1, [2])]),
        ((500, 250, 250), [(1, [2]), (3, [4])]),
        ((100, 0, 550), [(1, [2])]),
    ],
    ids=["no room any more", "room now", "still no room", "room still"],
)
def test_what_was_drawn_up_counts_for_later_figures(
    second: tuple[float, float, float], expected: list[tuple[int, list[int]]]
) -> None:
    """Once the first gap of 200 is filled, a later figure of this size, gap and room lies 200 higher."""
    chapter = [(TEXT, 400.0), (figure(), 300.0), (TEXT, 350.0), (figure("two"), second[0]), (TEXT, 240.0)]
    blocks = blocks_of(*chapter, gap=200)
    blocks[3] = Block(blocks[3].element, 2, *second, PAGE)

    assert planned(blocks) == expected


def test_white_is_counted_once() -> None:
    """A gap belongs to the heading that begins the page, not once more to the figure after it."""
    blocks = blocks_of(("<h2>A part</h2>", 40), (figure(), 300), gap=200, at=0)
    blocks[1] = Block(blocks[1].element, blocks[0].page, 300, 200, 160, PAGE)

    assert white([blocks]) == 200
