"""Read how a brand's cover, tables and notes look: octavo's own settings, under `defaults.octavo`."""

from collections.abc import Mapping
from typing import Any

from octavo.load.brand_values import Settings, read_points, read_switch, read_word, resolve_color
from octavo.model import CoverSetup, NoteSetup
from octavo.source import Span

_SEMANTIC = ("foreground", "background", "light", "primary", "secondary", "tertiary")
_FACES = ("base", "headings", "monospace")
_SMALLEST_NOTE_PT, _LARGEST_NOTE_PT = 5.0, 14.0


def role_colors(typography: Any, colors: Mapping[str, str], settings: Settings) -> dict[str, str]:
    """Return the colours with those of headings and links: the brand's primary and secondary by default."""
    headings = getattr(getattr(typography, "headings", None), "color", None)
    links = getattr(getattr(typography, "link", None), "color", None)
    place = ("typography", "headings", "color"), ("typography", "link", "color")
    return {
        **colors,
        "headings": resolve_color(headings, colors["primary"], colors, settings, *place[0]),
        "links": resolve_color(links, colors["secondary"], colors, settings, *place[1]),
    }


def spans_of(settings: Settings) -> dict[str, Span]:
    """Return where the brand file sets the colours that may lack contrast, and its typefaces, by role."""
    octavo = ("defaults", "octavo")
    paths: dict[str, tuple[str, ...]] = {
        "headings": ("typography", "headings", "color"),
        "links": ("typography", "link", "color"),
        "muted": ("color", "palette", "muted"),
        "cover.background": (*octavo, "cover", "background"),
        "cover.color": (*octavo, "cover", "color"),
        "cover.accent": (*octavo, "cover", "accent"),
        "chart_colors": (*octavo, "chart_colors"),
        **{f"typography.{role}": ("typography", role, "family") for role in _FACES},
        **{name: ("color", name) for name in _SEMANTIC},
    }
    found = {role: node.span for role, path in paths.items() if (node := settings.find(*path))}
    elsewhere = {
        "headings": "primary",
        "links": "secondary",
        "cover.background": "primary",
        "cover.color": "background",
        "cover.accent": "tertiary",
    }
    return {role: found[other] for role, other in elsewhere.items() if other in found} | found


def read_cover(given: Any, colors: Mapping[str, str], settings: Settings) -> CoverSetup:
    """Read the cover's arrangement and colours."""
    own = given if isinstance(given, dict) else {}

    def color(key: str, default: str) -> str:
        place = ("defaults", "octavo", "cover", key)
        return resolve_color(own.get(key), colors[default], colors, settings, *place)

    return CoverSetup(
        layout=read_word(own.get("layout"), ("fan", "band", "plain"), settings, "cover", "layout"),
        background=color("background", "primary"),
        foreground=color("color", "background"),
        accent=color("accent", "tertiary"),
    )


def read_notes(given: Any, body_pt: float, settings: Settings) -> NoteSetup:
    """Read the size of notes, and whether a rule parts them from the text; `em` is the text's size."""
    own = given if isinstance(given, dict) else {}
    size = own.get("size", "8pt")
    size_pt = read_points(str(size), body_pt)
    if size_pt is None or not _SMALLEST_NOTE_PT <= size_pt <= _LARGEST_NOTE_PT:
        message = f"`notes.size` is `{size}`, not a size between 5pt and 14pt"
        settings.report("L011", message, "write a size such as `8pt`", "defaults", "octavo", "notes", "size")
        size_pt = 8.0
    return NoteSetup(size_pt, read_switch(own.get("rule", True), settings, "notes", "rule"))
