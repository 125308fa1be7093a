"""Which keys a brand file may have: brand.yml's own, and octavo's under `defaults.octavo`."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from octavo.load.yaml_tree import Mapping, Node, Scalar, Sequence

ANY = "*"
_TEXT_KEYS = {"family", "size", "weight", "style", "line-height", "color", "background-color", "decoration"}
_LOGO = {"path": None, "alt": None, "attrs": {ANY: None}}
_SIZED_LOGO = {**_LOGO, "light": _LOGO, "dark": _LOGO}
_PAGE = (
    *("width", "height", "margin-top", "margin-right", "margin-bottom", "margin-left"),
    *("two-sided", "bleed", "crop-marks", "front-folios"),
)

Keys = Table[str, "Keys | None"]

OCTAVO_KEYS: Keys = {
    "page": dict.fromkeys(_PAGE),
    "figures": None,
    "embed_fonts": None,
    "chart_colors": None,
    "logo-alt": None,
    "cover": dict.fromkeys(("layout", "background", "color", "accent")),
    "table": None,
    "notes": dict.fromkeys(("size", "rule")),
}
COLOR_NAMES = (
    "foreground",
    "background",
    "primary",
    "secondary",
    "tertiary",
    "success",
    "info",
    "warning",
    "danger",
    "light",
    "dark",
)
BRAND_KEYS: Keys = {
    "meta": {"name": {"short": None, "full": None}, "link": {ANY: None}},
    "logo": {
        **_SIZED_LOGO,
        "images": {ANY: _LOGO},
        "small": _SIZED_LOGO,
        "medium": _SIZED_LOGO,
        "large": _SIZED_LOGO,
    },
    "color": {"palette": {ANY: None}, **dict.fromkeys(COLOR_NAMES)},
    "typography": {
        "fonts": {
            **dict.fromkeys(("family", "source", "weight", "style", "display", "version", "url")),
            "files": dict.fromkeys(("path", "weight", "style")),
        },
        **{
            role: dict.fromkeys(sorted(_TEXT_KEYS))
            for role in ("base", "headings", "monospace", "monospace-inline", "monospace-block", "link")
        },
    },
    "defaults": {"octavo": OCTAVO_KEYS, ANY: None},
}


Unknown = tuple[Scalar, str, list[str]]


def iter_unknown(node: Node, keys: Keys = BRAND_KEYS, path: str = "") -> Iterator[Unknown]:
    """Yield each key that is not known, with its path and the keys known there."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from iter_unknown(item, keys, path)
    if not isinstance(node, Mapping):
        return
    for key, value in node.pairs:
        if key.text not in keys and ANY not in keys:
            yield key, f"{path}{key.text}", [name for name in keys if name != ANY]
            continue
        below = keys.get(key.text, keys.get(ANY))
        if below:
            yield from iter_unknown(value, below, f"{path}{key.text}.")


def iter_empty(node: Node | None) -> Iterator[Scalar]:
    """Yield each key without a value in a mapping and below it."""
    for key, value in node.pairs if isinstance(node, Mapping) else ():
        if isinstance(value, Scalar) and value.is_null:
            yield key
        yield from iter_empty(value)
