"""The cover is planned so that no type stands on its drawing, however many names and words it has."""

import re
from collections.abc import Sequence

import pytest

from octavo.house import house_templates_path
from octavo.model import Author
from octavo.write.cover_plan import CoverPlan, cover_plan
from tests.support.models import make_metadata

PAGE = (100.0, 141.0)
NAMES = [f"Ada{'abc'[index % 3] * (index % 5)} Madeup-Invention" for index in range(60)]
LONG_TITLE = "The Bridge at Nowhere, What It Cost, Who Paid for It, and Where All of the Money Went"


def plan(layout: str, authors: Sequence[str], title: str = "A Bridge", subtitle: str = "") -> CoverPlan:
    """Plan a cover on a page of A4."""
    metadata = make_metadata(title=title, subtitle=subtitle, authors=tuple(map(Author, authors)))
    return cover_plan(metadata, layout, "30 September 2021", *PAGE)


@pytest.mark.parametrize("layout", ["fan", "band"])
def test_one_author_leaves_the_drawing_its_place(layout: str) -> None:
    """The usual cover is as it was drawn."""
    assert plan(layout, NAMES[:1]) == CoverPlan(0, 2.7, 100, 0.0)


@pytest.mark.parametrize(("count", "columns"), [(1, 0), (5, 0), (6, 2), (16, 2), (17, 3), (36, 3), (37, 0)])
def test_many_names_stand_in_columns(count: int, columns: int) -> None:
    """A row of names is read up to five; a list of more than fits is a row again, in small type."""
    assert plan("fan", NAMES[:count]).columns == columns


@pytest.mark.parametrize("layout", ["fan", "band"])
def test_the_drawing_gives_way_to_names(layout: str) -> None:
    """The more names, the higher the drawing stands, and it never grows."""
    plans = [plan(layout, NAMES[:count]) for count in (1, 6, 10, 14)]

    lifts = [each.art_lift for each in plans]
    assert lifts == sorted(set(lifts))
    assert [each.art_height for each in plans] == sorted((each.art_height for each in plans), reverse=True)


def test_the_drawing_gives_way_to_a_long_title() -> None:
    """Names below and four lines above leave less height than the drawing has."""
    assert 0 < plan("fan", NAMES[:14], LONG_TITLE, "A " * 60).art_height < plan("fan", NAMES[:14]).art_height


def test_without_room_there_is_no_drawing() -> None:
    """Type goes before ornament."""
    assert plan("fan", NAMES[:36], LONG_TITLE * 3, "A " * 400).art_height == 0


def test_type_alone_has_no_drawing() -> None:
    """A plain cover has names in columns, too."""
    assert plan("plain", NAMES[:8]) == CoverPlan(2, 2.1, 0.0, 0.0)


def test_outlines_are_those_of_the_drawing() -> None:
    """The tips of the fan's leaves that the plan knows are those that are drawn."""
    from octavo.write.cover_plan import _UPPER

    drawing = (house_templates_path() / "cover.svg.j2").read_text("utf-8")
    found = re.search(r"set tips = \[(.*)\] %\}", drawing)
    assert found is not None
    tips = {(float(x), float(y)) for x, y in re.findall(r"\[(\d+), (\d+),", found[1])}

    assert set(_UPPER["fan"]) == tips
