"""The files that authors write beside their text: YAML, BibTeX, tables, the lock, drawings, styles, fonts."""

import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from octavo.chart_rules import ChartFault, check_chart
from octavo.charts import has_short_labels, records_of, uncolored_series
from octavo.csl import find_style, style_text
from octavo.csl.containers import leaves_containers
from octavo.csl.terms import with_own_terms
from octavo.csl.variables import StylePrints
from octavo.diagnostics import Diagnostic
from octavo.drawings import DrawingFault, measure_drawing
from octavo.load.bibliography import Shelf, read_entries
from octavo.load.brand import house_brand, read_brand
from octavo.load.claims import read_register, read_setup
from octavo.load.font_letters import letter_em_of, letters_of
from octavo.load.font_weights import is_font, own_weights
from octavo.load.identifiers import read_doi, read_isbn, read_orcid
from octavo.load.metadata import read_authors, read_metadata
from octavo.load.rules import read_exceptions, read_rules
from octavo.load.source_list import read_source_list
from octavo.load.sources_lock import parse_lock
from octavo.load.tables import SUFFIXES, read_table
from octavo.load.transliteration import read_transliteration
from octavo.load.values import ValueFault, read_date, read_lang, read_paragraphs, read_slug, read_texts
from octavo.load.yaml_tree import Node, YamlFault, parse_yaml, plain
from octavo.pictures import may_move
from octavo.rasters import RasterFault, check_raster
from octavo.source import SourceFile
from tests.fuzz.law import Target, Trial
from tests.support.tiny_font import make_font

Found = Iterable[Diagnostic]


def source_of(content: bytes, path: str) -> SourceFile:
    """Give bytes as a file whose bytes that are no UTF-8 were replaced: such files are refused before."""
    return SourceFile(path, content.decode("utf-8-sig", "replace"))


def of_text(read: Callable[[SourceFile], Found], path: str) -> Callable[[Path], Trial]:
    """Make a target's beginning of a reader of texts."""
    return lambda _: lambda content: read(source_of(content, path))


def of_node(*readers: Callable[[Node], Any]) -> Callable[[SourceFile], Found]:
    """Read YAML, and a part of the metadata from it in each of some ways."""

    def read(source: SourceFile) -> Iterator[Diagnostic]:
        try:
            node = parse_yaml(source)
        except YamlFault as fault:
            yield fault.diagnostic("L002", "the metadata")
            return
        if node is None:
            return
        for reader in readers:
            try:
                reader(node)
            except ValueFault as fault:
                yield Diagnostic("L004", f"`it` {fault.message}", fault.span, hint=fault.hint)

    return read


def read_yaml_tree(source: SourceFile) -> Found:
    """Read YAML as a tree, and as values."""
    try:
        plain(parse_yaml(source))
    except YamlFault as fault:
        return [fault.diagnostic("L010", "the data")]
    return []


def read_claims(source: SourceFile) -> Found:
    """Read a register of claims."""
    try:
        root = parse_yaml(source)
    except YamlFault as fault:
        return [fault.diagnostic("L010", "the data")]
    return read_register(source, root, "en").diagnostics


def read_any_table(content: bytes) -> Found:
    """Read a file of data; its first byte chooses its kind."""
    suffix = SUFFIXES[content[0] % len(SUFFIXES)] if content else SUFFIXES[0]
    return read_table(source_of(content[1:], f"manuscript/data/prices{suffix}")).diagnostics


def read_bibliography(source: SourceFile) -> Found:
    """Read entries; each stands in its file as it says."""
    shelf = Shelf()
    read_entries(source, shelf)
    for entry in shelf.entries.values():
        places = (entry.span, entry.key_span, *entry.field_spans.values())
        assert all(0 <= span.start <= span.end <= len(source.text) for span in places)
        assert entry.raw == entry.span.text
    return shelf.diagnostics


def read_chart(source: SourceFile) -> Found:
    """Read a chart's description and judge it."""
    try:
        given = plain(parse_yaml(source))
    except YamlFault as fault:
        return [fault.diagnostic("L010", "the chart")]
    tables = {"prices": [{"year": 2020, "price": "1"}], "empty": []}
    records_of(given)
    try:
        check_chart(given, tables)
    except ChartFault as fault:
        return [Diagnostic("R004", fault.message, source.line_span(1), hint=fault.hint)]
    uncolored_series(given, tables, house_brand())
    has_short_labels(given, 5.0)
    return []


def read_drawing(content: bytes) -> Found:
    """Read a drawing's size."""
    try:
        measure_drawing(content)
    except DrawingFault as fault:
        return [Diagnostic("R004", fault.message)]
    return []


def read_raster(content: bytes) -> Iterator[Diagnostic]:
    """Read an image of pixels as each kind of image that there is."""
    may_move(content)
    for suffix in (".png", ".jpg", ".gif", ".webp"):
        try:
            check_raster(content, suffix, 1_000_000)
        except RasterFault as fault:
            yield Diagnostic("R004", fault.message)


def raster_seeds() -> list[bytes]:
    """Give a small image of each kind, and one that moves."""
    from PIL import Image

    seeds = []
    for kind, options in (
        ("PNG", {}),
        ("JPEG", {"quality": 20}),
        ("GIF", {}),
        ("WEBP", {}),
        ("PNG", {"bits": 2}),
    ):
        out = io.BytesIO()
        Image.linear_gradient("L").resize((9, 7)).save(out, kind, **options)
        seeds.append(out.getvalue())
    moving = io.BytesIO()
    frames = [Image.new("L", (3, 3), shade) for shade in (0, 200)]
    frames[0].save(moving, "GIF", save_all=True, append_images=frames[1:])
    return [*seeds, moving.getvalue()]


def begin_brand(folder: Path) -> Trial:
    """Read a brand beside some files that it may name."""
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')
    make_font(folder / "made-up.ttf", "abc")
    return lambda content: read_brand(source_of(content, "templates/_brand.yml"), folder, folder).diagnostics


def begin_style(folder: Path) -> Trial:
    """Read a CSL style and what it prints."""
    path = folder / "own.csl"

    def read(content: bytes) -> Found:
        path.write_bytes(content)
        style = find_style("own.csl", folder)
        if style:
            text = style_text(style)
            leaves_containers(text)
            prints = StylePrints(with_own_terms(text))
            for kind in ("book", "webpage"):
                prints.prints(kind, ("author", "title", "page", "URL", "issued"))
        return []

    return read


def begin_font(folder: Path) -> Trial:
    """Read a font's letters and weights."""
    path = folder / "own.ttf"
    stamp = 0

    def read(content: bytes) -> Found:
        nonlocal stamp
        path.write_bytes(content)
        stamp += 1_000_000_000
        import os

        os.utime(path, ns=(stamp, stamp))
        if is_font(path):
            own_weights(path)
            letters_of(path)
            letter_em_of(path)
        return []

    return read


def font_seed() -> bytes:
    """Give the bytes of a small font."""
    with tempfile.TemporaryDirectory() as folder:
        return make_font(Path(folder) / "a.ttf", "abcdefghij").path.read_bytes()


METADATA, BIB = "manuscript/metadata.yaml", "bibliography/sources.bib"
SETTINGS = of_node(
    read_rules,
    read_exceptions,
    read_transliteration,
    read_setup,
    read_authors,
    read_doi,
    read_isbn,
    read_orcid,
    read_date,
    read_lang,
    read_paragraphs,
    read_slug,
    read_texts,
)
LOADING = (
    Target("yaml-tree", of_text(read_yaml_tree, "manuscript/data/a.yaml"), "yaml", share=0.7),
    Target("metadata", of_text(lambda source: read_metadata(source).diagnostics, METADATA), "yaml"),
    Target("settings", of_text(SETTINGS, METADATA), "yaml", longest=300),
    Target("source-list", of_text(of_node(read_source_list), METADATA), "yaml", longest=300),
    Target("claims", of_text(read_claims, "manuscript/data/claims.yaml"), "yaml", longest=400),
    Target("tables-yaml", lambda _: lambda content: read_any_table(b"\x00" + content), "yaml", longest=300),
    Target("tables-csv", lambda _: lambda content: read_any_table(b"\x01" + content), "csv", share=4),
    Target("chart-rules", of_text(read_chart, "manuscript/figures/a.vl.yaml"), "yaml", longest=400),
    Target("chart-rules-json", of_text(read_chart, "manuscript/figures/a.vl.json"), "json", longest=400),
    Target("brand", begin_brand, "yaml", share=0.5, longest=400),
    Target(
        "sources-lock",
        of_text(lambda source: parse_lock(source).diagnostics, "bibliography/sources.lock"),
        "toml",
        share=2,
    ),
    Target("bibliography", of_text(read_bibliography, BIB), "bibtex", share=2),
    Target("drawings", lambda _: read_drawing, "svg", share=3),
    Target("rasters", lambda _: read_raster, "raster", longest=1000),
    Target("csl", begin_style, "xml", longest=1200),
    Target("fonts", begin_font, "font", share=0.5, longest=4000, grown=20_000),
)
