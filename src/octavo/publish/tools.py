"""What the editions were made with: programs, libraries and packages, each with its version."""

import hashlib
import json
import platform
import re
import sys
import tomllib
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import octavo
from octavo.house import house_templates_path
from octavo.pandoc import pandoc_version

LIBRARIES = ("pango", "harfbuzz", "harfbuzz-subset", "harfbuzz-vector", "fontconfig")
_VERSION = re.compile(r"^Version: (.+)$", re.MULTILINE)
_REQUIREMENT = re.compile(r"^Requires-Dist: ([\w.-]+) *(?:\[([^\]\n]*)\])?(.*)$", re.MULTILINE)
_EXTRA = re.compile(r"""extra\s*==\s*['"]([\w.-]+)['"]""")


def tool_versions(libraries: Mapping[str, str | None]) -> dict[str, str | None]:
    """Give the version of each program and library that draws or packs, None of what is not there.

    `libraries` are those that the layout engine has loaded; the last is the kind of machine.
    """
    return {
        "octavo": octavo.__version__,
        "python": platform.python_version(),
        "pandoc": pandoc_version(),
        **{name: libraries.get(name) for name in LIBRARIES},
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "platform": f"{sys.platform} {platform.machine()}",
    }


@cache
def package_versions() -> dict[str, str]:
    """Give the version of each installed package that octavo requires, or that these require in turn.

    What else is installed has no part in an edition.
    """
    found: dict[str, str] = {}
    waiting, seen = [("octavo", frozenset[str]())], set[tuple[str, frozenset[str]]]()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        head = _metadata(name)
        version = _VERSION.search(head)
        if version and name != "octavo":
            found[name] = version[1].strip()
        waiting += _requirements(head, extras)
    return dict(sorted(found.items()))


def _metadata(name: str) -> str:
    """Give what a package says of itself, without its description; "" when it is not installed."""
    try:
        text = distribution(name).read_text("METADATA") or ""
    except PackageNotFoundError:
        return _metadata_in_place() if name == "octavo" else ""
    return text.partition("\n\n")[0]


def _metadata_in_place() -> str:
    """Give what octavo requires where it is used from its own folder, as `make` uses it: not installed."""
    project = Path(octavo.__file__).parents[2] / "pyproject.toml"
    if not project.is_file():
        return ""
    required = tomllib.loads(project.read_text("utf-8"))["project"]["dependencies"]
    return "".join(f"Requires-Dist: {requirement}\n" for requirement in required)


def _requirements(head: str, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the packages that a package requires, with the extras that it wants of them."""
    for name, wanted, condition in _REQUIREMENT.findall(head):
        extra = _EXTRA.search(condition)
        if extra is None or extra[1] in extras:
            names = (part.strip() for part in wanted.split(","))
            yield re.sub(r"[-_.]+", "-", name).lower(), frozenset(filter(None, names))


@cache
def code_digest() -> str:
    """Give a checksum over octavo's own code and house style, which change before a version is out."""
    package = Path(octavo.__file__).parent
    templates = house_templates_path()
    files = {
        **{f"octavo/{path.relative_to(package).as_posix()}": path for path in package.rglob("*.py")},
        **{f"templates/{path.relative_to(templates).as_posix()}": path for path in _visible(templates)},
    }
    return digest_of({name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()})


def _visible(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            yield path


def digest_of(value: Mapping[str, Any]) -> str:
    """Give a checksum over values, whatever the order of their names."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def lock_digest(root: Path) -> str | None:
    """Give the checksum of the list of pinned packages beside the publication, where there is one."""
    try:
        return hashlib.sha256((root / "requirements.lock").read_bytes()).hexdigest()
    except OSError:
        return None
