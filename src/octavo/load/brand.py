"""The only door to brand-yml: `_brand.yml` as a brand whose colours, typefaces and logo are resolved.

The file follows brand.yml; octavo's own settings stand in it under `defaults.octavo`.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import brand_yml
from pydantic import ValidationError

from octavo.diagnostics import Diagnostic, Outcome, nearest
from octavo.house import house_templates_path
from octavo.load import brand_values
from octavo.load.brand_keys import OCTAVO_KEYS, iter_empty, iter_unknown
from octavo.load.brand_look import read_cover, read_notes, role_colors, spans_of
from octavo.load.brand_values import Settings
from octavo.load.files import read_file
from octavo.load.logos import find_logos
from octavo.load.typefaces import find_typefaces
from octavo.load.yaml_tree import Mapping, Node, Scalar, Sequence, YamlFault, parse_yaml, plain, without
from octavo.model import Brand
from octavo.source import SourceFile

FILE = "templates/_brand.yml"
_MAPPINGS = ("page", "cover", "notes")
_NAMED_PATH = re.compile(r"`(typography(?:\.\w+)+)`")


def load_brand(root: Path) -> Outcome[Brand]:
    """Load the publication's brand, or octavo's own house brand when it has none.

    When the publication's brand has errors, the house brand stands in for it.
    """
    path = root / FILE
    if not os.path.lexists(path):
        return Outcome(house_brand())
    read = read_file(path, root)
    if read.value is None:
        return Outcome(house_brand(), read.diagnostics)
    brand = read_brand(read.value, path.parent, root)
    return Outcome(brand.value or house_brand(), brand.diagnostics)


def house_brand() -> Brand:
    """Return octavo's own brand; it has no errors, or octavo has a bug."""
    folder = house_templates_path()
    source = SourceFile(FILE, (folder / "_brand.yml").read_text(encoding="utf-8"))
    brand = read_brand(source, folder, folder)
    if brand.value is None or brand.diagnostics:
        raise AssertionError([diagnostic.message for diagnostic in brand.diagnostics])
    return replace(brand.value, spans={}, files=())


def read_brand(source: SourceFile, folder: Path, root: Path) -> Outcome[Brand | None]:
    """Read a brand whose files lie beside it in `folder`, for a publication at `root`."""
    try:
        tree = parse_yaml(source)
    except YamlFault as fault:
        return Outcome(None, (fault.diagnostic("L011", "the brand"),))
    if not isinstance(tree, Mapping):
        hint = "write `meta:`, `color:` and `typography:`, or remove the file"
        place = (tree.span, None) if tree else (None, source.path)
        empty = Diagnostic("L011", "the brand has no keys", place[0], hint=hint, file=place[1])
        return Outcome(None, (empty,))
    settings = Settings(tree, folder, root)
    brand = _make_brand(_validate(tree, settings), settings)
    return Outcome(None if settings.diagnostics else brand, tuple(settings.diagnostics))


def _validate(tree: Mapping, settings: Settings) -> brand_yml.Brand:
    """Give what brand-yml accepts of a brand; what it refuses is reported and left out."""
    refused = set(_report_shapes(settings))
    for key, path, known in iter_unknown(tree):
        near = nearest(key.text, known)
        listed = ", ".join(f"`{name}`" for name in known)
        hint = f"did you mean `{near}`?" if near else f"known here: {listed}"
        settings.diagnostics.append(Diagnostic("L011", f"the brand has no key `{path}`", key.span, hint=hint))
        refused.add(key.span.start)
    for key in iter_empty(tree.find("color")):
        hint = f'put the value in quotes, `{key.text}: "#rrggbb"`: what follows a `#` is a remark otherwise'
        settings.diagnostics.append(Diagnostic("L011", f"colour `{key.text}` is empty", key.span, hint=hint))
        refused.add(key.span.start)
    while True:
        try:
            return brand_yml.Brand.model_validate(plain(without(tree, refused)))
        except ValidationError as error:
            new = dict(_find_place(tree, detail["loc"], detail["msg"]) for detail in reversed(error.errors()))
        except Exception as error:  # noqa: BLE001 - brand-yml has errors of its own for names that go round
            new = dict([_find_place(tree, ("color",), str(error))])
        settings.diagnostics += [found for start, found in new.items() if start not in refused]
        if new.keys() <= refused:
            return brand_yml.Brand.model_validate({})
        refused |= new.keys()


def _report_shapes(settings: Settings) -> Iterator[int]:
    """Report octavo's own settings that are no mapping; yield where they begin."""
    for path in (("defaults",), ("defaults", "octavo"), *(("defaults", "octavo", key) for key in _MAPPINGS)):
        node = settings.find(*path)
        if node is None or isinstance(node, Mapping) or (isinstance(node, Scalar) and node.is_null):
            continue
        above = settings.find(*path[:-1])
        pairs = above.pairs if isinstance(above, Mapping) else ()
        yield from (key.span.start for key, _ in pairs if key.text == path[-1])
        settings.report("L011", f"`{'.'.join(path)}` is not a mapping", "write `key: value` below it", *path)


def _find_place(tree: Mapping, location: tuple[int | str, ...], problem: str) -> tuple[int, Diagnostic]:
    """Find the deepest node that a pydantic location names; it skips the names of alternatives.

    Gives where that node's key or item begins, and what to say about it.
    """
    node: Node = tree
    start, path = tree.pairs[0][0].span.start, []
    named = _NAMED_PATH.search(problem)
    for step in location or (named[1].replace("_", "-").split(".") if named else ()):
        if isinstance(node, Mapping):
            names = {str(step), str(step).replace("_", "-")}
            found = next((pair for pair in node.pairs if pair[0].text in names), None)
            if found:
                start, node = found[0].span.start, found[1]
                path.append(found[0].text)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            start = node.span.start
    message = f"`{'.'.join(path) or 'brand'}` is not valid: {brand_values.in_our_words(problem)}"
    span = node.span if path else tree.pairs[0][0].span
    return start, Diagnostic("L011", message, span, hint="write a value that brand.yml allows here")


def _make_brand(parsed: brand_yml.Brand, settings: Settings) -> Brand:
    own = (parsed.defaults or {}).get("octavo") or {}
    own = {key: own.get(key) for key in OCTAVO_KEYS}
    given = brand_values.resolve_colors(parsed.color.to_dict() if parsed.color else {}, settings)
    colors = role_colors(parsed.typography, given, settings)
    body, headings, monospace = find_typefaces(parsed.typography, settings)
    logos = find_logos(parsed.logo, settings)
    return Brand(
        name=_name(parsed),
        colors=colors,
        chart_colors=brand_values.resolve_chart_colors(own["chart_colors"], colors, settings),
        body=body,
        headings=headings,
        monospace=monospace,
        page=brand_values.read_page(own["page"], settings),
        figures=brand_values.read_word(own["figures"], ("lining", "oldstyle"), settings, "figures"),
        embed_fonts=brand_values.read_switch(own["embed_fonts"], settings, "embed_fonts"),
        logo=logos.light,
        logo_alt=str(own["logo-alt"] or logos.alt),
        logo_dark=logos.dark,
        logo_small=logos.small,
        cover=read_cover(own["cover"], colors, settings),
        tables=brand_values.read_word(own["table"], ("rules", "banded", "grid"), settings, "table"),
        notes=read_notes(own["notes"], body.size_pt, settings),
        spans=spans_of(settings),
        files=tuple(settings.files),
    )


def _name(parsed: brand_yml.Brand) -> str:
    """Return the brand's name, full before short."""
    name: Any = parsed.meta.name if parsed.meta else ""
    return (
        name
        if isinstance(name, str)
        else str(getattr(name, "full", None) or getattr(name, "short", None) or "")
    )
