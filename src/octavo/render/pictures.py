"""The pictures of the text: charts drawn from data, and image files as they are."""

import itertools
import posixpath
import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from octavo.charts import ChartFault, draw_chart, draw_png, records_of, uncolored_series
from octavo.diagnostics import Diagnostic, Outcome
from octavo.drawings import MOST_SHOWN, DrawingFault, measure_drawing
from octavo.model import Brand, DataFile, Picture, Publication, RenderedChapter
from octavo.pictures import is_chart, picture_path
from octavo.rasters import MOST_BYTES, RasterFault, check_raster
from octavo.source import SourceFile, Span

_CHART_HINT = "name a file of `manuscript/data/` under `data: {name: …}`; the rest is Vega-Lite"
_DRAWING_HINT = "export the drawing again as SVG, with all that it shows inside"
_IMAGE_HINT = "export the image again in the format that its name says"
_COSTLY_HINT = "export the image smaller: 4,000 pixels fill a page's width in print"


def render_pictures(
    publication: Publication, chapters: Sequence[RenderedChapter]
) -> Outcome[Mapping[str, Picture]]:
    """Make every picture that the chapters use, once each, by path.

    Targets that name no file are left out: check has reported them.
    """
    found = (
        picture_path(target, rendered.chapter, publication)
        for rendered in chapters
        for target in rendered.images
    )
    pictures: dict[str, Picture] = {}
    diagnostics: list[Diagnostic] = []
    stems: set[str] = set()
    for path in dict.fromkeys(path for path in found if path):
        stem = free_stem(path, stems)
        stems.add(stem.lower())
        made = (
            _draw(publication.charts[path], stem, publication)
            if path in publication.charts
            else _read(path, stem, publication)
        )
        diagnostics += made.diagnostics
        if made.value:
            pictures[path] = made.value
    return Outcome(pictures, tuple(diagnostics))


def free_stem(path: str, taken: Collection[str]) -> str:
    """Return the name of a picture among `build/work/media/`, without its suffix.

    It is the path below `manuscript/`, flat, with hyphens for letters that some reading system could
    stumble over; a number keeps apart what is equal then. `taken` has names in lower case.
    """
    flat = re.sub(r"[^A-Za-z0-9._-]", "-", path.removeprefix("manuscript/"))
    stem = flat.rsplit(".vl.", 1)[0] if is_chart(path) else flat.rpartition(".")[0]
    names = itertools.chain([stem], (f"{stem}-{number}" for number in itertools.count(2)))
    return next(name for name in names if name.lower() not in taken)


def _draw(chart: DataFile, stem: str, publication: Publication) -> Outcome[Picture | None]:
    tables = {
        name: rows for name, file in publication.data.items() if (rows := records_of(file.value)) is not None
    }
    try:
        svg = draw_chart(chart.value, tables, publication.brand)
        picture = _drawing(chart.source.path, stem, svg.encode())
        return Outcome(picture, _series_finding(chart, tables, publication.brand))
    except ChartFault as fault:
        return Outcome(None, (_chart_fault(chart, fault),))
    except DrawingFault as fault:
        return Outcome(None, (_chart_fault(chart, ChartFault(fault.message)),))


def _read(path: str, stem: str, publication: Publication) -> Outcome[Picture | None]:
    """Take an image file as it is; SVG gets a PNG beside it."""
    try:
        content = _content(publication.root / path)
    except OSError as error:
        return _refused(path, f"the image cannot be read: {error.strerror}", "let octavo read the file")
    suffix = posixpath.splitext(path)[1].lower()
    if suffix != ".svg":
        return _image(Picture(path, stem + suffix, content), suffix)
    try:
        return Outcome(_drawing(path, stem, content))
    except DrawingFault as fault:
        return _refused_drawing(path, content, fault)
    except ChartFault as fault:
        return _refused(path, fault.message, _DRAWING_HINT)
    except UnicodeDecodeError:
        return _refused(path, "the drawing is not UTF-8", _DRAWING_HINT)


def _content(path: Path) -> bytes:
    """Read a file, but not much more of it than an image may have."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _image(picture: Picture, suffix: str) -> Outcome[Picture | None]:
    try:
        check_raster(picture.content, suffix)
    except RasterFault as fault:
        if fault.is_costly:
            return Outcome(None, (Diagnostic("R008", fault.message, hint=_COSTLY_HINT, file=picture.path),))
        return _refused(picture.path, fault.message, _IMAGE_HINT)
    return Outcome(picture)


def _refused_drawing(path: str, content: bytes, fault: DrawingFault) -> Outcome[Picture | None]:
    """Show the line of a drawing that is at fault; R009 is for what runs, or costs too much."""
    source = SourceFile(path, content.decode("utf-8", "replace"))
    span = source.line_span(fault.line) if fault.line and len(content) < MOST_SHOWN else None
    code = "R009" if fault.is_dangerous else "R005"
    return Outcome(None, (Diagnostic(code, fault.message, span, hint=_DRAWING_HINT, file=path),))


def _drawing(path: str, stem: str, content: bytes) -> Picture:
    """Make the picture of a drawing. Raises DrawingFault, ChartFault and UnicodeDecodeError."""
    size = measure_drawing(content)
    png = draw_png(content.decode())
    return Picture(path, f"{stem}.svg", content, f"{stem}.png", png, size.width, size.height)


def _refused(path: str, message: str, hint: str) -> Outcome[Picture | None]:
    return Outcome(None, (Diagnostic("R005", message, hint=hint, file=path),))


def _series_finding(
    chart: DataFile, tables: Mapping[str, Sequence[Mapping[str, Any]]], brand: Brand
) -> tuple[Diagnostic, ...]:
    """R006: two series of one chart have the same colour."""
    lacking = uncolored_series(chart.value, tables, brand)
    if lacking is None:
        return ()
    field, count = lacking
    message = (
        f"the chart has {count} series by `{field}`, the brand {len(brand.chart_colors)} colours for them"
    )
    hint = "add colours to `defaults.octavo.chart_colors`, or give the chart its own: `scale: {range: […]}`"
    return (Diagnostic("R006", message, _word_span(chart, field), hint=hint, file=chart.source.path),)


def _word_span(chart: DataFile, word: str | None) -> Span | None:
    wanted = rf"(?<!\w){re.escape(word)}(?!\w)" if word else "(?!)"
    place = re.search(wanted, chart.source.text)
    return chart.source.span(*place.span()) if place else None


def _chart_fault(chart: DataFile, fault: ChartFault) -> Diagnostic:
    return Diagnostic(
        "R004",
        f"the chart cannot be drawn: {fault.message}",
        _word_span(chart, fault.word),
        hint=fault.hint or _CHART_HINT,
        file=chart.source.path,
    )
