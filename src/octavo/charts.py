"""Charts from data: Vega-Lite in the brand's look.

A chart is a Vega-Lite specification in YAML or JSON (vega.github.io/vega-lite/docs). Its data are
named, never fetched: `data: {name: credit}` are the records of `manuscript/data/credit.yaml`. Its
colours and typefaces are the brand's.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from octavo.chart_rules import ChartFault, check_chart, iter_sources
from octavo.drawings import DrawingFault, measure_drawing
from octavo.model import Brand
from octavo.vega import Undrawable, draughtsman

__all__ = [
    "ChartFault",
    "chart_look",
    "draw_chart",
    "draw_png",
    "has_short_labels",
    "records_of",
    "uncolored_series",
]

WIDTH_PX = 460
RASTER_SCALE = 4
_MOST_PIXELS = 40_000_000
_NAMED = frozenset({"ordinal", "nominal"})
_LABEL_PX, _GAP_PX = 11, 10
_CYRILLIC = 1.15  # its letters are wider than those by which typefaces are measured
_SHARE, _SHARE_WITH_LEGEND = 0.88, 0.7  # of the width; the axis, and the legend, take the rest
_COMPOSED = frozenset({"facet", "hconcat", "vconcat", "concat", "repeat"})


def draw_chart(
    specification: Mapping[str, Any], tables: Mapping[str, Sequence[Mapping[str, Any]]], brand: Brand
) -> str:
    """Draw a Vega-Lite specification with the records of `tables` in the brand's look, as SVG text.

    The drawing may name pictures that lie elsewhere, for marks can be images; nothing is fetched here.
    Raises ChartFault.
    """
    check_chart(specification, tables)
    folders = [
        folder
        for face in brand.typefaces
        for folder in sorted({str(file.path.parent) for file in face.files})
    ]
    complete = _completed(specification, tables)
    look = chart_look(brand)
    if has_short_labels(complete, brand.headings.letter_em * _CYRILLIC * _LABEL_PX):
        look["axisX"] = {"labelAngle": 0}
    try:
        return draughtsman().svg_of(complete, look, folders)
    except Undrawable as error:
        raise ChartFault(_first_reason(str(error))) from error


def draw_png(svg: str) -> bytes:
    """Return an SVG drawing as PNG, `RASTER_SCALE` pixels to a CSS pixel.

    Raises ChartFault when it cannot be drawn, and when it is not whole in itself: what it names on this
    machine would be read, and what it names on the network fetched.
    """
    try:
        size = measure_drawing(svg.encode())
        area = (size.width or 0) * (size.height or 0)
        scale = min(RASTER_SCALE, (_MOST_PIXELS / area) ** 0.5) if area else RASTER_SCALE
        return draughtsman().png_of(svg, scale)
    except DrawingFault as fault:
        raise ChartFault(fault.message) from fault
    except Undrawable as error:
        raise ChartFault(f"the drawing cannot be drawn: {_first_reason(str(error))}") from error


def chart_look(brand: Brand) -> dict[str, Any]:
    """Return the Vega-Lite configuration that gives every chart the brand's look."""
    colors, ink = brand.colors, brand.colors["foreground"]
    quiet = {"labelColor": colors["muted"], "titleColor": colors["muted"], "titleFontWeight": "normal"}
    lines = {"domainColor": colors["rule"], "tickColor": colors["rule"], "gridColor": colors["rule"]}
    main = brand.chart_colors[0]
    return {
        "background": None,
        "font": brand.headings.family,
        "padding": 2,
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": _LABEL_PX,
            "titleFontSize": 11,
            "gridOpacity": 0.6,
            "labelPadding": 5,
            **quiet,
            **lines,
        },
        "legend": {
            "labelFontSize": _LABEL_PX,
            "titleFontSize": 11,
            "labelColor": ink,
            "titleColor": colors["muted"],
        },
        "header": {"labelFontSize": _LABEL_PX, "labelColor": ink, "titleColor": colors["muted"]},
        "text": {"fontSize": 11, "color": ink},
        "rule": {"color": colors["muted"]},
        "bar": {"color": main},
        "area": {"color": main, "line": True, "fillOpacity": 0.18},
        "line": {"color": main, "strokeWidth": 2.25},
        "point": {"color": main, "filled": True, "size": 55},
        "circle": {"color": main, "size": 55},
        "tick": {"color": main},
        "range": {"category": list(brand.chart_colors), "ramp": [colors["light"], main]},
    }


def has_short_labels(specification: Mapping[str, Any], letter_px: float) -> bool:
    """Tell whether the words below a chart have room side by side, so that none need be turned.

    Vega-Lite turns the labels of ordinal and nominal fields by a right angle, however short they are.
    `letter_px` is how wide letters are on average.
    """
    encoding, data = specification.get("encoding"), specification.get("data")
    if not isinstance(encoding, Mapping):
        return False
    x = encoding.get("x")
    if not isinstance(x, Mapping) or not isinstance(data, Mapping) or not isinstance(x.get("field"), str):
        return False
    rows = data.get("values", specification.get("datasets", {}).get(data.get("name")))
    width = specification.get("width")
    if x.get("type") not in _NAMED or not isinstance(rows, list) or not isinstance(width, int | float):
        return False
    labels = {str(row.get(x["field"], "")) for row in rows if isinstance(row, Mapping)}
    longest = max(map(len, labels), default=0)
    share = _SHARE_WITH_LEGEND if {"color", "fill", "stroke", "shape"} & set(encoding) else _SHARE
    return (longest * letter_px + _GAP_PX) * len(labels) <= width * share


def uncolored_series(
    specification: Any, tables: Mapping[str, Sequence[Mapping[str, Any]]], brand: Brand
) -> tuple[str, int] | None:
    """Return the field whose values are more than the brand has colours for series, and how many they are.

    None where there are enough, where the chart brings colours of its own, or where it is not known.
    """
    encoding, data = (specification.get(key) for key in ("encoding", "data"))
    if not isinstance(encoding, Mapping) or not isinstance(data, Mapping) or specification.get("transform"):
        return None
    rows = data.get("values", tables.get(str(data.get("name")), ()))
    for channel in ("color", "fill", "stroke"):
        given = encoding.get(channel)
        if (
            isinstance(given, Mapping)
            and isinstance(field := given.get("field"), str)
            and "scale" not in given
        ):
            series = {str(row[field]) for row in rows if isinstance(row, Mapping) and field in row}
            if given.get("type") == "nominal" and len(series) > len(brand.chart_colors):
                return field, len(series)
    return None


def records_of(value: Any) -> Sequence[Mapping[str, Any]] | None:
    """Return the records of a data file's value: the value itself or what stands under `rows`.

    None when it holds no list of mappings.
    """
    rows = value.get("rows") if isinstance(value, Mapping) else value
    if (
        isinstance(rows, Sequence)
        and not isinstance(rows, str)
        and all(isinstance(row, Mapping) for row in rows)
    ):
        return rows
    return None


def _completed(
    specification: Mapping[str, Any], tables: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[str, Any]:
    """Add the records and, for a single view that says nothing of it, the width of the text."""
    used = {data["name"] for data in iter_sources(specification) if "name" in data} & set(tables)
    datasets = {**{name: list(tables[name]) for name in sorted(used)}, **specification.get("datasets", {})}
    complete = {**specification, "datasets": datasets}
    if not _COMPOSED & set(specification):
        complete.setdefault("width", WIDTH_PX)
        complete.setdefault("autosize", {"type": "fit", "contains": "padding"})
    return complete


def _first_reason(message: str) -> str:
    """Take the reason out of vl-convert's message, without its heading and the trace of its own calls."""
    lines = [line.strip() for line in message.partition("Stack backtrace:")[0].splitlines() if line.strip()]
    reasons = [line for line in lines[1:] if not line.startswith("at ")] or lines
    return reasons[0].removeprefix("Error: ").removeprefix("TypeError: ")
