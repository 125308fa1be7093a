"""Find the logos of a brand: each is a picture that lies beside the brand file."""

from pathlib import Path
from typing import Any, NamedTuple

from octavo.diagnostics import nearest
from octavo.drawings import DrawingFault, measure_drawing
from octavo.load.brand_values import Settings
from octavo.load.files import is_inside
from octavo.rasters import MOST_BYTES, RasterFault, check_raster

_ALLOWED = (".svg", ".png", ".jpg", ".jpeg")
_LARGEST_FIRST = ("large", "medium", "small", "")


class Logos(NamedTuple):
    """The files for light ground, dark ground and running heads, and what is told in place of the logo."""

    light: Path | None
    dark: Path | None
    small: Path | None
    alt: str


def find_logos(logo: Any, settings: Settings) -> Logos:
    """Find the brand's logos; those for light and for dark ground are the largest that there are."""
    light, alt = _find(logo, _LARGEST_FIRST, "light", settings)
    dark, _ = _find(logo, _LARGEST_FIRST, "dark", settings)
    small, _ = _find(logo, ("small",), "light", settings)
    return Logos(light, dark, small, alt)


def _find(logo: Any, sizes: tuple[str, ...], ground: str, settings: Settings) -> tuple[Path | None, str]:
    """Find a logo; one that is given without a ground is for light ground."""
    for size in sizes:
        given = getattr(logo, size, None) if size else logo
        chosen = getattr(given, ground, None) or (given if ground == "light" else None)
        path = getattr(chosen, "path", None)
        if path is not None:
            place = ("logo", *filter(None, (size,)), ground, "path")
            return _checked(str(path), settings, place), str(getattr(chosen, "alt", None) or "")
    return None, ""


def _checked(name: str, settings: Settings, place: tuple[str, ...]) -> Path | None:
    path = settings.folder / name
    if "://" in name or not is_inside(path, settings.root.resolve()):
        hint = "copy the logo beside `_brand.yml`"
        settings.report("L013", f"the logo `{name}` lies outside the publication", hint, *place)
    elif path.suffix.lower() not in _ALLOWED:
        settings.report("L013", f"the logo `{name}` is neither SVG, PNG nor JPEG", "save it as SVG", *place)
    elif not path.is_file():
        beside = [item.name for item in settings.folder.iterdir() if item.suffix.lower() in _ALLOWED]
        near = nearest(name, sorted(beside))
        hint = f"did you mean `{near}`?" if near else "put the file beside `_brand.yml`, or correct its name"
        settings.report("L013", f"the logo `{name}` is not there", hint, *place)
    elif (fault := _fault_of(path)) is not None:
        settings.report("L013", f"the logo `{name}` cannot be shown: {fault}", "export it again", *place)
    else:
        settings.files.append(path)
        return path
    return None


def _fault_of(path: Path) -> str | None:
    """Say why a logo cannot be shown: it is broken, runs something, or costs too much."""
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
        if path.suffix.lower() == ".svg":
            measure_drawing(content)
        else:
            check_raster(content, path.suffix.lower())
    except (DrawingFault, RasterFault) as fault:
        return fault.message
    except OSError as error:
        return (error.strerror or "it cannot be read").lower()
    return None
