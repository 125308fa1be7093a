"""Find the typefaces of a brand: in files beside it, else among the installed families."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octavo.diagnostics import Diagnostic, nearest
from octavo.load import fonts
from octavo.load import yaml_tree as tree
from octavo.load.brand_values import Settings, read_points
from octavo.load.files import is_inside
from octavo.load.font_letters import USUAL_LETTER_EM, letter_em_of, letters_of
from octavo.load.font_weights import is_font, own_weights
from octavo.load.yaml_tree import Node, Scalar, Sequence
from octavo.model import FontFile, Typeface

_REGULAR, _BOLD = 400, 700
_MOST_BYTES = 50_000_000
_NEARNESS = 0.8  # "Fira Sans" is no slip for "PT Sans"
_NAMED_WEIGHTS = {
    "thin": 100,
    "extra-light": 200,
    "ultra-light": 200,
    "light": 300,
    "normal": 400,
    "regular": 400,
    "medium": 500,
    "semi-bold": 600,
    "demi-bold": 600,
    "bold": 700,
    "extra-bold": 800,
    "ultra-bold": 800,
    "black": 900,
}


_Declared = Mapping[str, tuple[FontFile, ...]]


@dataclass(frozen=True, slots=True)
class _Role:
    """What a typeface is for, and what octavo takes where the brand says nothing."""

    name: str
    family: str
    size: str
    weight: int
    line_height: float


_BASE = _Role("base", "Spectral", "10.5pt", _REGULAR, 1.45)
_HEADINGS = _Role("headings", "PT Sans", "1em", _BOLD, 1.2)
_MONOSPACE = _Role("monospace", "IBM Plex Mono", "0.86em", _REGULAR, 1.45)


def find_typefaces(typography: Any, settings: Settings) -> tuple[Typeface, Typeface, Typeface]:
    """Return the typefaces of body, headings and monospace text; what is not given is the house's."""
    declared = _declared_files(typography, settings)

    def find(role: _Role, base_pt: float) -> Typeface:
        return _find_typeface(role, getattr(typography, role.name, None), base_pt, declared, settings)

    body = find(_BASE, 10.5)
    return body, find(_HEADINGS, body.size_pt), find(_MONOSPACE, body.size_pt)


def _find_typeface(
    role: _Role, given: Any, base_pt: float, declared: _Declared, settings: Settings
) -> Typeface:
    family = getattr(given, "family", None) or role.family
    weight = weight_number(getattr(given, "weight", None), role.weight)
    files = declared.get(family) or fonts.find_family(family)
    if not files and not (family in declared and settings.diagnostics):
        _report_family(role, family, declared, settings)
    size = getattr(given, "size", None)
    size_pt = read_points(size or role.size, base_pt)
    if size_pt is None:
        message = f"`{role.name}.size` is `{size}`, not a size"
        settings.report("L011", message, "write a size such as `10.5pt`", "typography", role.name, "size")
    chosen = fonts.choose_files(files, (min(weight, _REGULAR), weight, _BOLD))
    return Typeface(
        family=family,
        files=chosen,
        letters=letters_of(chosen[0].path) if chosen else frozenset(),
        letter_em=letter_em_of(chosen[0].path) if chosen else USUAL_LETTER_EM,
        size_pt=size_pt or base_pt,
        weight=weight,
        line_height=float(getattr(given, "line_height", None) or role.line_height),
    )


def weight_number(given: Any, default: int) -> int:
    """Turn a weight of brand.yml into a number from 100 to 900."""
    if given is None:
        return default
    return _NAMED_WEIGHTS.get(str(given)) or int(given)


def _report_family(role: _Role, family: str, declared: _Declared, settings: Settings) -> None:
    known = [name for name in (*declared, *fonts.family_names()) if name != family]
    near = nearest(family, known, cutoff=_NEARNESS)
    place = settings.find("typography", role.name, "family") or settings.find("typography", role.name)
    message = f"typeface `{family}` is neither an installed font package nor beside the brand"
    hint = (
        f"did you mean `{near}`?"
        if near
        else f"install the package `fontpkg-{'-'.join(family.lower().split())}` if there is one, or put the "
        "files beside `_brand.yml` and list them under `typography.fonts` with `source: file`"
    )
    settings.diagnostics.append(Diagnostic("L012", message, place.span if place else None, hint=hint))


def _declared_files(typography: Any, settings: Settings) -> dict[str, tuple[FontFile, ...]]:
    """Return the font files that the brand lists, by family."""
    declared: dict[str, tuple[FontFile, ...]] = {}
    for number, font in enumerate(getattr(typography, "fonts", None) or ()):
        if font.source != "file":
            continue
        found = []
        for index, file in enumerate(font.files):
            path = settings.folder / str(file.path)
            if _check_file(str(file.path), path, _file_node(settings, number, index), settings):
                weight = _weight_range(file.weight, path)
                found.append(FontFile(path, weight, file.style == "italic"))
        declared[font.family] = declared.get(font.family, ()) + tuple(found)
    return declared


def _weight_range(weight: Any, path: Path) -> tuple[int, int]:
    """Turn a file's weight into a range: brand-yml gives a weight, a pair of them, or "auto"."""
    root = getattr(weight, "root", weight)
    if root == "auto":
        return own_weights(path)
    low, high = root if isinstance(root, tuple) else (root, root)
    return weight_number(low, _REGULAR), weight_number(high, _REGULAR)


def _file_node(settings: Settings, number: int, index: int) -> Node | None:
    listed = settings.find("typography", "fonts")
    font = listed.items[number] if isinstance(listed, Sequence) else None
    files = font.find("files") if isinstance(font, tree.Mapping) else None
    file = files.items[index] if isinstance(files, Sequence) else files
    path = file.find("path") if isinstance(file, tree.Mapping) else file
    return path if isinstance(path, Scalar) else file


def _check_file(name: str, path: Path, node: Node | None, settings: Settings) -> bool:
    hint = "put the file beside `_brand.yml`, or correct its name"
    if "://" in name or not is_inside(path, settings.root.resolve()):
        message = f"font file `{name}` lies outside the publication"
    elif not path.is_file():
        message = f"font file `{name}` is not there"
    elif path.stat().st_size > _MOST_BYTES:
        message = f"font file `{name}` has more than {_MOST_BYTES / 1e6:.0f} MB"
        hint = "take a font with fewer letters"
    elif is_font(path):
        settings.files.append(path)
        return True
    else:
        message = f"font file `{name}` is not a font"
        hint = "fetch the file again as TTF, OTF, WOFF or WOFF2"
    settings.diagnostics.append(Diagnostic("L012", message, node.span if node else None, hint=hint))
    return False
