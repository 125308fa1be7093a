"""What editions show of their brand: letters, colours, pictures and pages, read back from the files."""

import ctypes
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import tinycss2
from lxml import etree
from PIL import Image

from octavo.ooxml import NAMESPACES

_W = "{" + NAMESPACES["w"] + "}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_MM_PER_POINT = 25.4 / 72
_POINTS_PER_PIXEL = 0.75  # the layout engine writes sizes in CSS pixels, on a page that it scales
_OCTET = ctypes.c_uint


@dataclass(frozen=True, slots=True)
class Letters:
    """How a stretch of text looks: font without its subset's tag, size in points, `#rrggbb`."""

    font: str
    size_pt: float
    color: str


@dataclass(frozen=True)
class PdfPage:
    """A page: its text with the look of each character, colours of what is drawn, size in millimetres."""

    text: str
    letters: tuple[Letters, ...]
    drawn: frozenset[str]
    size_mm: tuple[float, float]


def read_pages(path: Path) -> tuple[PdfPage, ...]:
    """Read all pages of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return tuple(_read_page(document[index]) for index in range(len(document)))


def looks_of(pages: tuple[PdfPage, ...], text: str) -> list[Letters]:
    """Return how the first letter of a text looks, in each place where it stands."""
    pattern = re.compile(r"\s+".join(map(re.escape, text.split())))
    return [page.letters[found.start()] for page in pages for found in pattern.finditer(page.text)]


def _read_page(page: pypdfium2.PdfPage) -> PdfPage:
    text_page = page.get_textpage()
    count = pdfium.FPDFText_CountChars(text_page)
    chars = [chr(pdfium.FPDFText_GetUnicode(text_page, index)) for index in range(count)]
    letters = tuple(_letters(text_page, index) for index in range(count))
    drawn = frozenset(color for item in page.get_objects(max_depth=8) for color in _paint(item))
    width, height = page.get_size()
    return PdfPage("".join(chars), letters, drawn, (width * _MM_PER_POINT, height * _MM_PER_POINT))


def _letters(text_page: pypdfium2.PdfTextPage, index: int) -> Letters:
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text_page, index, name, 128, None)
    red, green, blue, alpha = (_OCTET() for _ in range(4))
    pdfium.FPDFText_GetFillColor(text_page, index, red, green, blue, alpha)
    size = pdfium.FPDFText_GetFontSize(text_page, index) * _POINTS_PER_PIXEL
    return Letters(_SUBSET.sub("", name.value.decode()), round(size, 2), _hex(red, green, blue))


def _paint(item: pypdfium2.PdfObject) -> Iterator[str]:
    if item.type != pdfium.FPDF_PAGEOBJ_PATH:
        return
    for ask in (pdfium.FPDFPageObj_GetFillColor, pdfium.FPDFPageObj_GetStrokeColor):
        red, green, blue, alpha = (_OCTET() for _ in range(4))
        if ask(item, red, green, blue, alpha):
            yield _hex(red, green, blue)


def _hex(red: ctypes.c_uint, green: ctypes.c_uint, blue: ctypes.c_uint) -> str:
    return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"


@dataclass(frozen=True)
class EpubLook:
    """The stylesheet of an EPUB: declarations by selector, embedded files by family, and its cover."""

    rules: dict[str, dict[str, str]]
    fonts: dict[str, list[str]]
    members: tuple[str, ...]
    cover: Image.Image


def read_epub_look(path: Path) -> EpubLook:
    """Read what an EPUB's stylesheet and cover show."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        css = next(name for name in names if name.endswith("style.css"))
        cover = next(name for name in names if name.endswith("cover.png"))
        rules, fonts = read_stylesheet(archive.read(css).decode())
        picture = Image.open(BytesIO(archive.read(cover))).convert("RGB")
        return EpubLook(rules, fonts, tuple(names), picture)


def read_stylesheet(css: str) -> tuple[dict[str, dict[str, str]], dict[str, list[str]]]:
    """Read a stylesheet: declarations by single selector, outside of media queries, and font files."""
    rules: dict[str, dict[str, str]] = {}
    fonts: dict[str, list[str]] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            found = _declarations(rule.content)
            fonts.setdefault(found["font-family"].strip('"'), []).append(found["src"])
        if rule.type == "qualified-rule":
            for selector in tinycss2.serialize(rule.prelude).split(","):
                rules.setdefault(" ".join(selector.split()), {}).update(_declarations(rule.content))
    return rules, fonts


def _declarations(content: list[object]) -> dict[str, str]:
    """Return declarations by name, in lower case."""
    found = tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True)
    return {
        item.lower_name: tinycss2.serialize(item.value).strip()
        for item in found
        if item.type == "declaration"
    }


@dataclass(frozen=True)
class WordLook:
    """A Word edition's theme, styles, pages and the pictures of its headers and footers.

    `colors` and `fonts` go by their names in the theme; `pictures` by the part that shows them.
    """

    colors: dict[str, str]
    fonts: dict[str, str]
    styles: dict[str, "etree._Element"]
    sections: list["etree._Element"]
    pictures: dict[str, list[bytes]] = field(default_factory=dict)

    def style(self, name: str, item: str, attribute: str) -> str | None:
        """Return an attribute of a style's run properties, inherited from the styles it is based on."""
        style = self.styles.get(name)
        if style is None:
            return None
        found = style.find(f"{_W}rPr/{_W}{item}")
        if found is not None and found.get(f"{_W}{attribute}") is not None:
            return found.get(f"{_W}{attribute}")
        above = style.find(f"{_W}basedOn")
        return self.style(above.get(f"{_W}val") or "", item, attribute) if above is not None else None

    def color(self, name: str) -> str | None:
        """Return the colour of a style as `#rrggbb`, through the theme where it names one."""
        theme = self.style(name, "color", "themeColor")
        if theme:
            return self.colors[THEME_SLOTS.get(theme, theme)]
        plain = self.style(name, "color", "val")
        return f"#{plain.lower()}" if plain else None

    def font(self, name: str) -> str | None:
        """Return the family of a style, through the theme where it names one."""
        theme = self.style(name, "rFonts", "asciiTheme")
        return (
            self.fonts[theme.removesuffix("HAnsi").removesuffix("Ascii")]
            if theme
            else self.style(name, "rFonts", "ascii")
        )


THEME_SLOTS = {
    "text1": "dk1",
    "background1": "lt1",
    "text2": "dk2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


def read_word_look(path: Path) -> WordLook:
    """Read what a Word edition shows of its brand."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    look = read_word_theme(parts["word/theme/theme1.xml"], parts["word/styles.xml"])
    document = etree.fromstring(parts["word/document.xml"])
    return WordLook(
        look.colors, look.fonts, look.styles, list(document.iter(f"{_W}sectPr")), dict(_pictures(parts))
    )


def read_word_theme(theme: bytes, styles: bytes) -> WordLook:
    """Read a theme and the styles that rest on it."""
    scheme = etree.fromstring(theme)
    colors = {
        etree.QName(slot).localname: f"#{(slot[0].get('val') or '').lower()}"
        for slot in next(scheme.iter(f"{_A}clrScheme"))
    }
    latin = ((kind, scheme.find(f".//{_A}{kind}Font/{_A}latin")) for kind in ("major", "minor"))
    fonts = {kind: item.get("typeface") or "" for kind, item in latin if item is not None}
    by_id = {style.get(f"{_W}styleId") or "": style for style in etree.fromstring(styles).iter(f"{_W}style")}
    return WordLook(colors, fonts, by_id, [])


def _pictures(parts: dict[str, bytes]) -> Iterator[tuple[str, list[bytes]]]:
    """Yield, for each part with pictures, their bytes."""
    for name, content in parts.items():
        if name.startswith("word/_rels/"):
            targets = [item.get("Target", "") for item in etree.fromstring(content)]
            media = [parts[f"word/{target}"] for target in targets if target.startswith("media/")]
            if media:
                yield name.removeprefix("word/_rels/").removesuffix(".rels"), media
