"""The brand's typefaces as `@font-face` rules for the pages of the PDF and the cover."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from octavo.model import Brand, FontFile, Typeface

_FORMATS = {".ttf": "truetype", ".otf": "opentype", ".woff": "woff", ".woff2": "woff2"}


def font_files(brand: Brand) -> Mapping[str, Path]:
    """Return the brand's font files by the name under which the rules ask for them.

    Two files of the same name, from different folders, are told apart by a number before the name.
    """
    paths = dict.fromkeys(file.path for face in brand.typefaces for file in face.files)
    named: dict[str, Path] = {}
    for path in paths:
        name = path.name if path.name not in named else f"{len(named)}-{path.name}"
        named[name] = path
    return named


def font_faces(brand: Brand, folder: str = "fonts/") -> str:
    """Return the rules as CSS; each file is expected in `folder`, relative to the stylesheet."""
    names = {path: name for name, path in font_files(brand).items()}
    rules = (_rule(face, file, folder + names[file.path]) for face, file in _each(brand))
    return "\n".join(dict.fromkeys(rules))


def _each(brand: Brand) -> Iterator[tuple[Typeface, FontFile]]:
    for face in brand.typefaces:
        for file in face.files:
            yield face, file


def _rule(face: Typeface, file: FontFile, address: str) -> str:
    """Write the rule of one file; a variable font tells its weights itself: WeasyPrint knows no ranges."""
    lowest, highest = file.weights
    weight = f" font-weight: {lowest};" if lowest == highest else ""
    style = "italic" if file.is_italic else "normal"
    kind = _FORMATS.get(file.path.suffix.lower(), "truetype")
    source = f'url("{_escaped(address)}") format("{kind}")'
    return (
        f'@font-face {{ font-family: "{_escaped(face.family)}";{weight} font-style: {style}; src: {source} }}'
    )


def _escaped(text: str) -> str:
    """Make a text safe between double quotes in CSS (CSS Syntax Module Level 3, section 4.3.5)."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
