"""Drawings that bring their fonts: an SVG shown as an image sees nothing of the book around it."""

import base64
import re
from collections.abc import Iterator

from lxml import etree

from octavo.model import Brand, FontFile, Typeface
from octavo.write.epub.fonts import nearest_file, subset_font
from octavo.write.epub.xhtml import text_of

_SVG = "http://www.w3.org/2000/svg"
_BOLD = re.compile(r"""font-weight\s*[:=]\s*["']?(bold|[6-9]00)""")
_ITALIC = re.compile(r"""font-style\s*[:=]\s*["']?(italic|oblique)""")


def with_fonts(content: bytes, brand: Brand) -> bytes:
    """Return the SVG with the brand's fonts inside that it names, cut down to its own letters.

    A drawing without text, or in fonts that are not the brand's, is returned as it is.
    """
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    letters = "".join(text_of(node) for node in root.iter(f"{{{_SVG}}}text"))
    if not letters.strip():
        return content
    drawing = content.decode("utf-8", "replace")
    named = {face.family: face for face in brand.typefaces if face.files and face.family in drawing}
    rules = [rule for face in named.values() for rule in _rules(face, drawing, letters)]
    if not rules:
        return content
    style = etree.Element(f"{{{_SVG}}}style")
    style.text = "".join(rules)
    root.insert(0, style)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _rules(face: Typeface, drawing: str, letters: str) -> Iterator[str]:
    for file in _files(face, drawing):
        font = base64.b64encode(subset_font(file, set(letters), "woff2")).decode()
        low, high = file.weights
        weight = f"{low}" if low == high else f"{low} {high}"
        style = "italic" if file.is_italic else "normal"
        yield (
            f'@font-face{{font-family:"{face.family}";font-weight:{weight};font-style:{style};'
            f'src:url("data:font/woff2;base64,{font}") format("woff2")}}'
        )


def _files(face: Typeface, drawing: str) -> list[FontFile]:
    weights = (400, 700) if _BOLD.search(drawing) else (400,)
    slopes = (False, True) if _ITALIC.search(drawing) else (False,)
    found = [nearest_file(face, weight, is_italic=slope) for weight in weights for slope in slopes]
    return list(dict.fromkeys(found))
