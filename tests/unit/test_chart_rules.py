"""Charts that Vega-Lite would draw empty, or refuse in words that help nobody."""

from typing import Any

import pytest

from octavo.chart_rules import ChartFault, check_chart

TABLES = {"cars": [{"month": "May", "cars": 1}, {"month": "June", "cars": 2, "lorries": 3}]}
X = {"field": "month", "type": "ordinal"}


def chart(**parts: Any) -> dict[str, Any]:
    """Make a sound chart but for `parts`."""
    return {"data": {"name": "cars"}, "mark": "bar", "encoding": {"x": X}, **parts}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"encoding": {"x": {"field": "mnth"}}}, ("the records have no field `mnth`", "mnth", "month")),
        ({"facet": {"field": "moth"}}, ("the records have no field `moth`", "moth", "month")),
        (
            {"layer": [{"mark": "bar", "encoding": {"tooltip": [{"field": "car"}]}}]},
            ("the records have no field `car`", "car", "cars"),
        ),
        (
            {"encoding": {"x": {**X, "sort": {"field": "cras"}}}},
            ("the records have no field `cras`", "cras", "cars"),
        ),
        ({"mark": "lines"}, ("there is no mark `lines`", "lines", "line")),
        ({"mark": {"type": "bars"}}, ("there is no mark `bars`", "bars", "bar")),
        ({"encoding": {"colour": X}}, ("there is no channel `colour`", "colour", "color")),
        (
            {"encoding": {"x": {**X, "type": "quantative"}}},
            ("there is no type of field `quantative`", "quantative", "quantitative"),
        ),
    ],
)
def test_what_is_not_there_is_named(parts: dict[str, Any], expected: tuple[str, str, str]) -> None:
    """A slip in a field, mark, channel or type is a fault with the word that was meant."""
    with pytest.raises(ChartFault) as refusal:
        check_chart(chart(**parts), TABLES)

    message, word, meant = expected
    fault = refusal.value
    assert (message, word, f"did you mean `{meant}`?") == (fault.message, fault.word, fault.hint)


def test_what_resembles_nothing_is_told_what_there_is() -> None:
    """Where no word is near, all words that there are stand in the hint."""
    with pytest.raises(ChartFault) as refusal:
        check_chart(chart(encoding={"x": {"field": "zzz"}}), TABLES)

    assert refusal.value.hint == "there are `cars`, `lorries`, `month`"


def test_a_mark_without_its_kind_is_a_fault() -> None:
    """`mark: {tpye: bar}` would end in an error of JavaScript's."""
    with pytest.raises(ChartFault) as refusal:
        check_chart(chart(mark={"tpye": "bar"}), TABLES)

    assert refusal.value.message == "`mark` has no `type`"


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"encoding": {"x": {"field": "lorries"}, "y": {"aggregate": "count"}}},
        {"transform": [{"calculate": "1", "as": "one"}], "encoding": {"x": {"field": "one"}}},
        {"transform": [{"fold": ["cars", "lorries"]}], "encoding": {"x": {"field": "key"}}},
        {
            "transform": [{"aggregate": [{"op": "sum", "field": "cars", "as": "all"}]}],
            "encoding": {"x": {"field": "all"}},
        },
        {
            "transform": [{"pivot": "month", "value": "cars"}],
            "encoding": {"x": {"field": "May"}},
        },
        {"repeat": ["cars"], "spec": {"mark": "bar", "encoding": {"x": {"field": {"repeat": "repeat"}}}}},
        {"data": {"values": [{"a": {"b": 1}}]}, "encoding": {"x": {"field": "a.b"}}},
        {"data": {"values": [{"a.b": 1}]}, "encoding": {"x": {"field": "a\\.b"}}},
        {"data": {"sequence": {"start": 0, "stop": 3}}, "encoding": {"x": {"field": "data"}}},
        {"data": {"name": "none"}, "datasets": {"none": []}, "encoding": {"x": {"field": "any"}}},
    ],
)
def test_fields_that_are_there_or_are_made_pass(parts: dict[str, Any]) -> None:
    """Fields of any record, fields that transforms make, and records that nobody knows are no faults."""
    check_chart(chart(**parts), TABLES)
