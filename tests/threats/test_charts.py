"""What a stranger's chart can cost: it is drawn in a child that is ended in time and whose death is told."""

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest

from octavo import charts
from octavo.charts import ChartFault, draw_chart
from octavo.vega import Draughtsman
from tests.support.models import make_brand

POINTS: dict[str, Any] = {
    "mark": "point",
    "data": {"values": [{"x": 1}]},
    "encoding": {"x": {"field": "x", "type": "quantitative"}},
}
BACKTRACKING = f"test(/^(a+)+$/, '{'a' * 42}!')"
ATTACKS: dict[str, dict[str, Any]] = {
    "an expression without end": {"transform": [{"calculate": BACKTRACKING, "as": "z"}]},
    "a billion numbers": {"data": {"sequence": {"start": 0, "stop": 1_000_000_000}}},
    "a fine net": {"data": {"graticule": {"step": [0.0001, 0.0001]}}, "mark": "geoshape", "encoding": {}},
    "a name that is markup": {
        "config": {"font": 'x" onload="'},
        "title": {"text": "A", "font": '"/><script>'},
    },
}


@pytest.fixture(scope="module")
def hasty() -> Iterator[Draughtsman]:
    """Give a child that may take a second."""
    drawer = Draughtsman(patience_seconds=1)
    yield drawer
    drawer._end()


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_costs_too_much_ends(attack: str, hasty: Draughtsman, monkeypatch: pytest.MonkeyPatch) -> None:
    """A drawing that hangs, or kills what draws it, is a fault of its own; the next one is drawn."""
    monkeypatch.setattr(charts, "draughtsman", lambda: hasty)
    drawn = ""
    with contextlib.suppress(ChartFault):
        drawn = draw_chart({**POINTS, **ATTACKS[attack]}, {}, make_brand())
    assert "<script" not in drawn
    assert 'onload=""' not in drawn
    assert "<svg" in draw_chart(POINTS, {}, make_brand())


def test_time_is_told(hasty: Draughtsman, monkeypatch: pytest.MonkeyPatch) -> None:
    """An expression that takes time without end says so."""
    monkeypatch.setattr(charts, "draughtsman", lambda: hasty)
    with pytest.raises(ChartFault) as fault:
        draw_chart({**POINTS, **ATTACKS["an expression without end"]}, {}, make_brand())
    assert fault.value.message == "it takes more than 1 s to draw"
