"""One text: the comparison itself."""

from dataclasses import replace

import pytest

from octavo.model import Captioned, EditionView, Equation, Heading, Note
from octavo.verify.agreement import check_agreement, view_of
from tests.support.models import make_document, make_publication

DOCUMENT = make_document(
    make_publication(),
    headings=(Heading(1, "a", "One  two", 0), Heading(2, "b", "Hy\u00adphen", 0)),
    notes=(Note(1, "1", 0, "First."), Note(2, "1", 1, "Second.")),
    captions=(Captioned("figure", 1, "f", "Figure 1. F"), Captioned("table", 1, "t", "Table 1. T")),
    references=("Madeup, Ada. 2020.",),
    equations=(Equation(1, "eq:q", "q = m\n g "),),
)
VIEW = EditionView(
    headings=((1, "One two"), (2, "Hyphen")),
    notes=(("1", "First."), ("1", "Second.")),
    figures=("Figure 1. F",),
    tables=("Table 1. T",),
    references=("Madeup, Ada. 2020.",),
    equations=("q = m g (1)",),
)


def test_the_document_says_what_editions_must_say() -> None:
    """White space is folded and soft hyphens are no letters; labels count, not numbers."""
    assert view_of(DOCUMENT) == VIEW
    assert check_agreement(DOCUMENT, "pdf", VIEW) == ()


@pytest.mark.parametrize(
    ("change", "part", "place", "has", "found"),
    [
        ({"headings": ((1, "One two"), (3, "Hyphen"))}, "headings", 2, "(2, 'Hyphen')", "(3, 'Hyphen')"),
        ({"notes": (("1", "First."), ("2", "Second."))}, "notes", 2, "('1', 'Second.')", "('2', 'Second.')"),
        ({"notes": (("1", "First."),)}, "notes", 2, "('1', 'Second.')", "nothing"),
        ({"figures": ()}, "figures", 1, "Figure 1. F", "nothing"),
        ({"tables": ("Table 1. T", "Table 2. U")}, "tables", 2, "nothing", "Table 2. U"),
        ({"references": ("x" * 99,)}, "references", 1, "Madeup, Ada. 2020.", "x" * 70 + "…"),
        ({"equations": ("q = m g (2)",)}, "formulas", 1, "q = m g (1)", "q = m g (2)"),
    ],
)
def test_the_first_difference_is_told(
    change: dict[str, object], part: str, place: int, has: str, found: str
) -> None:
    """V030 tells the part, the place, and what both say."""
    view = replace(VIEW, **change)  # type: ignore[arg-type]

    (diagnostic,) = check_agreement(DOCUMENT, "epub", view)

    assert diagnostic.code == "V030"
    assert diagnostic.message == f"the EPUB disagrees with the text: its {part} differ from number {place} on"
    assert diagnostic.notes == (f"the text has: {has}", f"the EPUB has: {found}")


def test_each_part_is_compared() -> None:
    """A difference in one part hides none in another."""
    empty = EditionView((), (), (), (), ())

    assert len(check_agreement(DOCUMENT, "docx", empty)) == 6


def test_the_difference_is_shown_though_it_is_far_behind() -> None:
    """Two long notes that begin alike are shown from where they differ."""
    long = "A made-up note of many words that goes on and on, for more than a line, on page 45."
    document = replace(DOCUMENT, notes=(Note(1, "1", 0, long),))
    view = replace(view_of(document), notes=(("1", long.removesuffix(" 45.")),))

    (diagnostic,) = check_agreement(document, "pdf", view)

    assert diagnostic.notes == (
        "the text has: …than a line, on page 45.')",
        "the PDF has: …than a line, on page')",
    )


def test_a_line_may_end_behind_a_semicolon() -> None:
    """On a page "2021;12" may be parted by the line's end, which reads like a space; words may not."""
    document = replace(DOCUMENT, notes=(Note(1, "1", 0, "Made Up. 2021;12(3):4"),))
    parted = replace(view_of(document), notes=(("1", "Made Up. 2021; 12(3):4"),))
    other = replace(parted, notes=(("1", "MadeUp. 2021;12(3):4"),))

    assert check_agreement(document, "pdf", parted) == ()
    assert [found.code for found in check_agreement(document, "pdf", other)] == ["V030"]
    assert [found.code for found in check_agreement(document, "epub", parted)] == ["V030"]
