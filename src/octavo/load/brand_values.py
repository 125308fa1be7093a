"""Turn the values of a brand into what the model holds: colours, millimetres, points, a logo."""

import re
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from octavo.colors import nearest_passing
from octavo.diagnostics import Diagnostic, nearest
from octavo.load.brand_keys import COLOR_NAMES
from octavo.load.yaml_tree import Mapping, Node, Scalar, Sequence
from octavo.model import PageSetup
from octavo.source import Span

HOUSE_COLORS = {
    "foreground": "#1c2430",
    "background": "#ffffff",
    "primary": "#14505c",
    "secondary": "#b25128",
    "tertiary": "#c8922a",
    "light": "#f3f0ea",
    "dark": "#1c2430",
    "muted": "#5d6b76",
    "rule": "#c9c4b8",
}
HOUSE_PAGE = {
    "width": 210.0,
    "height": 297.0,
    "margin-top": 24.0,
    "margin-right": 26.0,
    "margin-bottom": 28.0,
    "margin-left": 26.0,
}
_GRAPHIC = 3.0  # the contrast of graphics (WCAG 2.2, 1.4.11)
Word = TypeVar("Word", bound=str)
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_LENGTH = re.compile(r"(\d+(?:\.\d+)?|\.\d+)\s*(pt|px|rem|em|%|mm)?", re.IGNORECASE)
_MIN_PAGE_MM, _MAX_PAGE_MM = 50.0, 1200.0
_MIN_TEXT_MM = 30.0


@dataclass
class Settings:
    """A brand's file while it is read: its tree for places, what is wrong so far, and the files it names."""

    tree: Mapping
    folder: Path
    root: Path
    diagnostics: list[Diagnostic] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def find(self, *path: str) -> Node | None:
        """Return the node at a path of keys."""
        node: Node | None = self.tree
        for key in path:
            node = node.find(key) if isinstance(node, Mapping) else None
        return node

    def report(self, code: str, message: str, hint: str, *path: str) -> None:
        """Add a fault, at the deepest node that the path of keys leads to."""
        span: Span | None = None
        for length in range(len(path), 0, -1):
            node = self.find(*path[:length])
            if node is not None:
                span = node.span
                break
        source = self.tree.span.source
        file = None if span else source.path
        self.diagnostics.append(Diagnostic(code, message, span, hint=hint, file=file))


def in_our_words(message: str) -> str:
    """Put a message of pydantic on one line, in lower case, without a full stop."""
    line = message.strip().splitlines()[0].rstrip(".")
    for prefix in ("Value error, ", "Input "):
        line = line.removeprefix(prefix)
    return line[:1].lower() + line[1:]


def resolve_colors(given: Table[str, str], settings: Settings) -> dict[str, str]:
    """Return all colours of the brand as `#rrggbb`; absent ones are those of the house style."""
    colors = dict(HOUSE_COLORS)
    for name, value in given.items():
        if _HEX.fullmatch(value):
            colors[name] = full_hex(value)
            continue
        near = nearest(value, given)
        hint = f"did you mean `{near}`?" if near else "write the colour as `#rrggbb`"
        where = ("color", name) if name in COLOR_NAMES else ("color", "palette", name)
        settings.report("L011", f"colour `{name}` is `{value}`, not a colour", hint, *where)
    if "dark" not in given:
        colors["dark"] = colors["foreground"]
    return dict(sorted(colors.items()))


def full_hex(color: str) -> str:
    """Write a hexadecimal colour with six digits in lower case."""
    digits = color.lower().lstrip("#")
    return "#" + (digits if len(digits) > 3 else "".join(digit * 2 for digit in digits))


def resolve_chart_colors(given: Any, colors: Table[str, str], settings: Settings) -> tuple[str, ...]:
    """Return the colours of chart series: named ones of the brand, or hexadecimal ones.

    Without a choice they are the brand's main colours, as dark as graphics have to be on its paper.
    """
    if given is None:
        names = ("primary", "secondary", "tertiary", "muted")
        passing = (nearest_passing(colors[name], colors["background"], _GRAPHIC) for name in names)
        return tuple(dict.fromkeys(passing))
    chosen = []
    for value in given if isinstance(given, list) and given else [given]:
        text = str(value)
        if text in colors:
            chosen.append(colors[text])
        elif _HEX.fullmatch(text):
            chosen.append(full_hex(text))
        else:
            near = nearest(text, colors)
            hint = f"did you mean `{near}`?" if near else "name a colour of the palette or write `#rrggbb`"
            message = f"chart colour `{text}` is not a colour of the brand"
            _report_item(settings, message, hint, text)
    return tuple(chosen)


def resolve_color(given: Any, default: str, colors: Table[str, str], settings: Settings, *path: str) -> str:
    """Return one colour as `#rrggbb`: a named one of the brand or a hexadecimal one; `default` if absent."""
    text = str(given)
    if given is None or text in colors or _HEX.fullmatch(text):
        return default if given is None else colors[text] if text in colors else full_hex(text)
    near = nearest(text, colors)
    hint = f"did you mean `{near}`?" if near else "name a colour of the palette or write `#rrggbb`"
    settings.report("L011", f"`{path[-1]}` is `{text}`, not a colour of the brand", hint, *path)
    return default


def _report_item(settings: Settings, message: str, hint: str, text: str) -> None:
    node = settings.find("defaults", "octavo", "chart_colors")
    items = node.items if isinstance(node, Sequence) else ()
    place = next((item for item in items if isinstance(item, Scalar) and item.text == text), node)
    settings.diagnostics.append(Diagnostic("L011", message, place.span if place else None, hint=hint))


def _measure_hint(written: str) -> str:
    """Say how many millimetres a measure with a unit is: `8.5in` without its unit would be another page."""
    found = _MEASURE.fullmatch(written.strip().lower())
    millimetres = round(float(found[1]) * _MM_OF_UNIT[found[2]], 1) if found else None
    return f"write `{millimetres:g}`" if millimetres else "write a number without a unit"


def read_page(given: Any, settings: Settings) -> PageSetup:
    """Read the page's measures in millimetres and how it is bound; what is absent is the house style's."""
    sizes = {**HOUSE_PAGE, "bleed": 0.0}
    given = given if isinstance(given, dict) else {}
    for name, value in given.items():
        if name not in sizes:
            continue
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= _MAX_PAGE_MM:
            sizes[name] = float(value)
        else:
            message = f"`page.{name}` is `{value}`, not a measure in millimetres"
            settings.report("L011", message, _measure_hint(str(value)), *_PAGE_PATH, name)
    across = sizes["width"] - sizes["margin-left"] - sizes["margin-right"]
    down = sizes["height"] - sizes["margin-top"] - sizes["margin-bottom"]
    if min(across, down) < _MIN_TEXT_MM or min(sizes["width"], sizes["height"]) < _MIN_PAGE_MM:
        message = f"the margins leave {across:g} × {down:g} mm for the text"
        settings.report("L011", message, "make the page larger or the margins smaller", *_PAGE_PATH)
    return PageSetup(
        width_mm=sizes["width"],
        height_mm=sizes["height"],
        margin_top_mm=sizes["margin-top"],
        margin_right_mm=sizes["margin-right"],
        margin_bottom_mm=sizes["margin-bottom"],
        margin_left_mm=sizes["margin-left"],
        is_two_sided=read_switch(given.get("two-sided", False), settings, "page", "two-sided"),
        bleed_mm=sizes["bleed"],
        has_crop_marks=read_switch(given.get("crop-marks", False), settings, "page", "crop-marks"),
        front_folios=read_word(
            given.get("front-folios"), ("arabic", "roman"), settings, "page", "front-folios"
        ),
    )


_MM_OF_UNIT = {"mm": 1.0, "cm": 10.0, "in": 25.4, '"': 25.4, "pt": 25.4 / 72}
_MEASURE = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|cm|in|pt|\")")
_PAGE_PATH = ("defaults", "octavo", "page")


def read_word(given: Any, words: tuple[Word, ...], settings: Settings, *path: str) -> Word:
    """Read one of a few words at a path below `defaults.octavo`; the first when nothing is said."""
    for word in words:
        if given == word:
            return word
    if given is not None:
        either = " or ".join(f"`{word}`" for word in words)
        near = nearest(str(given), words)
        hint = f"did you mean `{near}`?" if near else f"write {either}"
        settings.report("L011", f"`{'.'.join(path)}` is `{given}`", hint, "defaults", "octavo", *path)
    return words[0]


def read_switch(given: Any, settings: Settings, *path: str) -> bool:
    """Read `true` or `false` at a path below `defaults.octavo`; what is neither is reported."""
    if isinstance(given, bool):
        return given
    if given is not None:
        where = ("defaults", "octavo", *path)
        settings.report("L011", f"`{'.'.join(path)}` is `{given}`", "write `true` or `false`", *where)
    return True


def read_points(size: str | None, base_pt: float) -> float | None:
    """Turn a CSS size into points; `rem`, `em` and `%` are relative to `base_pt`; None if it is none."""
    match = _LENGTH.fullmatch(size.strip()) if size else None
    if not match:
        return None
    number, unit = float(match[1]), (match[2] or "").lower()
    scale = {"pt": 1.0, "px": 0.75, "mm": 72 / 25.4, "rem": base_pt, "em": base_pt, "%": base_pt / 100}
    return round(number * scale[unit], 3) if unit in scale and number else None
