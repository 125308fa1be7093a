"""The pictures of the text: charts drawn from data, and image files as they are."""

import re
from collections.abc import Mapping, Sequence

from octavo.charts import Chart, ChartFault, draw_chart, draw_png, records_of
from octavo.diagnostics import Diagnostic, Outcome
from octavo.model import DataFile, Picture, Publication, RenderedChapter
from octavo.pictures import find_picture

_SIZE = re.compile(rb'<svg\b[^>]*?\bwidth="([\d.]+)(?:px)?"[^>]*?\bheight="([\d.]+)(?:px)?"', re.DOTALL)


def render_pictures(
    publication: Publication, chapters: Sequence[RenderedChapter]
) -> Outcome[Mapping[str, Picture]]:
    """Make every picture that the chapters use, once each, by path.

    Targets that name no file are left out: check has reported them.
    """
    found = (
        find_picture(target, rendered.chapter, publication.files)
        for rendered in chapters
        for target in rendered.images
    )
    pictures: dict[str, Picture] = {}
    diagnostics: list[Diagnostic] = []
    for path in dict.fromkeys(path for path in found if path):
        made = (
            _draw(publication.charts[path], publication)
            if path in publication.charts
            else _read(path, publication)
        )
        diagnostics += made.diagnostics
        if made.value:
            pictures[path] = made.value
    return Outcome(pictures, tuple(diagnostics))


def media_name(path: str) -> str:
    """Return the name of a picture among `build/work/media/`: its path below `manuscript/`, flat."""
    return re.sub(r"[^A-Za-z0-9._-]", "-", path.removeprefix("manuscript/"))


def _draw(chart: DataFile, publication: Publication) -> Outcome[Picture | None]:
    tables = {
        name: rows for name, file in publication.data.items() if (rows := records_of(file.value)) is not None
    }
    try:
        drawn = draw_chart(chart.value, tables, publication.brand)
    except ChartFault as fault:
        return Outcome(None, (_chart_fault(chart, fault),))
    return Outcome(_picture(chart.source.path, drawn))


def _picture(path: str, drawn: Chart) -> Picture:
    name = media_name(path).rsplit(".vl.", 1)[0]
    content = drawn.svg.encode()
    width, height = _svg_size(content)
    return Picture(path, f"{name}.svg", content, f"{name}.png", drawn.png, width, height)


def _read(path: str, publication: Publication) -> Outcome[Picture | None]:
    """Take an image file as it is; SVG gets a PNG beside it."""
    content = (publication.root / path).read_bytes()
    name = media_name(path)
    if not name.lower().endswith(".svg"):
        return Outcome(Picture(path, name, content))
    width, height = _svg_size(content)
    try:
        raster = draw_png(content.decode())
    except (ChartFault, UnicodeDecodeError) as error:
        hint = "export the drawing again as SVG"
        return Outcome(None, (Diagnostic("R005", f"the drawing is not SVG: {error}", hint=hint, file=path),))
    return Outcome(Picture(path, name, content, f"{name[:-4]}.png", raster, width, height))


def _svg_size(content: bytes) -> tuple[float | None, float | None]:
    found = _SIZE.search(content[:4096])
    return (float(found[1]), float(found[2])) if found else (None, None)


def _chart_fault(chart: DataFile, fault: ChartFault) -> Diagnostic:
    place = chart.source.text.find(fault.word) if fault.word else -1
    span = chart.source.span(place, place + len(fault.word)) if fault.word and place >= 0 else None
    return Diagnostic(
        "R004",
        f"the chart cannot be drawn: {fault.message}",
        span,
        hint="name a file of `manuscript/data/` under `data: {name: …}`; the rest is Vega-Lite",
        file=chart.source.path,
    )
