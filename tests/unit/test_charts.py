"""Charts: what is drawn and what is refused."""

from typing import Any

import pytest

from octavo.charts import (
    ChartFault,
    chart_look,
    draw_chart,
    draw_png,
    has_short_labels,
    records_of,
    uncolored_series,
)
from octavo.vega import Draughtsman
from tests.support.models import COLORS, make_brand

ENCODING = {"x": {"field": "sum", "type": "quantitative"}, "y": {"field": "day", "type": "temporal"}}
TABLES = {"loans": [{"day": "2021-06-30", "sum": 5}, {"day": "2021-07-01", "sum": 7}]}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([{"a": 1}], [{"a": 1}]),
        ({"rows": [{"a": 1}], "note": "x"}, [{"a": 1}]),
        ([], []),
        ([1, 2], None),
        ({"a": 1}, None),
        ("text", None),
        (None, None),
    ],
)
def test_records_are_a_list_of_mappings(value: Any, expected: Any) -> None:
    """A data file can be drawn when it is a list of records or has one under `rows`."""
    assert expected == records_of(value)


def test_a_chart_is_the_same_each_time_and_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time zone of the machine moves no day, and two drawings are equal byte for byte."""
    specification = {"data": {"name": "loans"}, "mark": "line", "encoding": ENCODING}
    drawn = []
    for zone in ("Pacific/Auckland", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setattr("octavo.charts.draughtsman", Draughtsman)  # a child that begins in this zone
        drawn.append(draw_chart(specification, TABLES, make_brand()))
    assert drawn[0] == drawn[1]


def test_a_chart_wears_the_brand() -> None:
    """Marks have the brand's first colour; what the specification says of itself wins."""
    specification = {"data": {"name": "loans"}, "mark": "bar", "encoding": ENCODING}

    assert "#123456" in draw_chart(specification, TABLES, make_brand())
    assert "#123456" not in draw_chart(
        {**specification, "mark": {"type": "bar", "color": "#abcdef"}}, TABLES, make_brand()
    )
    assert chart_look(make_brand())["axis"]["labelColor"] == COLORS["muted"]


@pytest.mark.parametrize("address", ["http://far.example/a.png", "/etc/secret.png"])
def test_a_drawing_that_reads_elsewhere_is_not_drawn(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """vl-convert would fetch what a drawing names, so it never sees such a drawing, whoever made it."""
    monkeypatch.setattr("octavo.charts.draughtsman", lambda: pytest.fail("it is drawn"))
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>'

    with pytest.raises(ChartFault) as refusal:
        draw_png(drawing)

    assert refusal.value.message == f"the drawing reads `{address}` from outside itself"


@pytest.mark.parametrize(
    ("specification", "message", "word"),
    [
        ([], "a chart is a mapping with `data`, `mark` and `encoding`", None),
        ({"datasets": [1]}, "`datasets` must map names to lists of records", "datasets"),
        (
            {"data": {"url": "http://far.example/a.csv"}, "mark": "bar"},
            "a chart cannot read from an address",
            "http://far.example/a.csv",
        ),
        (
            {"layer": [{"transform": [{"lookup": "a", "from": {"data": {"url": "b.csv"}, "key": "a"}}]}]},
            "a chart cannot read from an address",
            "b.csv",
        ),
        (
            {"data": {"name": "laons"}, "mark": "bar"},
            "there is no data file with records named `laons`",
            "laons",
        ),
        ({"layer": 3}, "e.layer.map is not a function", None),
    ],
)
def test_what_cannot_be_drawn_is_refused(specification: Any, message: str, word: str | None) -> None:
    """A fault has one line, and the word that is wrong if there is one."""
    with pytest.raises(ChartFault) as refusal:
        draw_chart(specification, TABLES, make_brand())

    assert (message, word) == (refusal.value.message, refusal.value.word)


def test_a_chart_may_bring_its_own_records() -> None:
    """Values and data sets within the specification are its own, whatever their names."""
    own = {
        "data": {"name": "mine"},
        "datasets": {"mine": TABLES["loans"]},
        "mark": "bar",
        "encoding": ENCODING,
    }
    inline = {"data": {"name": "x", "values": TABLES["loans"]}, "mark": "bar", "encoding": ENCODING}

    assert "<svg" in draw_chart(own, {}, make_brand())
    assert "<svg" in draw_chart(inline, {}, make_brand())


def test_what_is_no_drawing_is_refused() -> None:
    """A drawing that cannot be drawn ends in a fault of one line, not in a crash."""
    with pytest.raises(ChartFault) as refusal:
        draw_png('<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>')

    assert refusal.value.message == "the drawing cannot be drawn: SVG has an invalid size"


@pytest.mark.parametrize(
    ("labels", "kind", "width", "expected"),
    [
        (["2019", "2020", "2021"], "ordinal", 460, True),
        (["2019", "2020", "2021"], "ordinal", 60, False),
        (["A rather long name of a town"] + [f"Town {number}" for number in range(9)], "nominal", 460, False),
        ([1, 2], "quantitative", 460, False),
        (["2019"], "ordinal", "container", False),
    ],
)
def test_short_labels_stand_upright(labels: list[Any], kind: str, width: Any, *, expected: bool) -> None:
    """Labels that fit side by side are not turned; what octavo cannot measure stays as Vega-Lite has it."""
    specification = {
        "data": {"name": "towns"},
        "datasets": {"towns": [{"name": label} for label in labels]},
        "width": width,
        "encoding": {"x": {"field": "name", "type": kind}},
    }

    assert has_short_labels(specification, 5.5) == expected


def test_a_chart_of_years_can_be_read_upright() -> None:
    """The look is told to the drawing, and the author's own angle wins."""
    x = {"field": "day", "type": "ordinal"}
    specification = {"data": {"name": "loans"}, "mark": "bar", "encoding": {"x": x}}
    turned = {**specification, "encoding": {"x": {**x, "axis": {"labelAngle": -90}}}}

    assert "rotate(" not in draw_chart(specification, TABLES, make_brand())
    assert "rotate(" in draw_chart(turned, TABLES, make_brand())


@pytest.mark.parametrize(
    ("color", "expected"),
    [
        ({"field": "town", "type": "nominal"}, ("town", 3)),
        ({"field": "town", "type": "nominal", "scale": {"scheme": "tableau10"}}, None),
        ({"field": "town", "type": "ordinal"}, None),
        ({"field": "year", "type": "nominal"}, None),
        ({"value": "#123456"}, None),
    ],
)
def test_series_without_a_colour_are_counted(color: Any, expected: Any) -> None:
    """Three series in the two colours of a brand: two of them would look the same."""
    tables = {"loans": [{"town": name, "year": 2020} for name in ("A", "B", "C", "A")]}
    specification = {"data": {"name": "loans"}, "mark": "line", "encoding": {"color": color}}

    assert uncolored_series(specification, tables, make_brand()) == expected
