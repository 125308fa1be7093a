"""Brands: the house's own, and what a publication may set."""

from pathlib import Path

import pytest

from octavo.house import house_templates_path
from octavo.load import fonts
from octavo.load.brand import house_brand, read_brand
from octavo.load.brand_values import HOUSE_COLORS, HOUSE_PAGE, read_points
from octavo.model import Brand, CoverSetup, FontFile, NoteSetup
from octavo.source import SourceFile
from tests.support.tiny_font import make_font

INSTALL = (
    "install the package `fontpkg-fira-sans` if there is one, or put the files beside `_brand.yml` and list "
    "them under `typography.fonts` with `source: file`"
)
READABLE = 4.5
"""The least contrast of text, by WCAG 2.2, success criterion 1.4.3."""


def read(text: str, folder: Path) -> tuple[Brand | None, list[str]]:
    """Read a brand that lies in a folder; give what was wrong as `CODE message`."""
    outcome = read_brand(SourceFile("templates/_brand.yml", text), folder, folder)
    return outcome.value, [f"{found.code} {found.message}" for found in outcome.diagnostics]


def luminance(color: str) -> float:
    """Give the relative luminance of a colour (WCAG 2.2, definitions)."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("name", "ground"),
    [
        ("foreground", "background"),
        ("foreground", "light"),
        ("primary", "background"),
        ("primary", "light"),
        ("secondary", "background"),
        ("muted", "background"),
        ("background", "primary"),
    ],
)
def test_house_text_can_be_read(name: str, ground: str) -> None:
    """Text in the house's text colours stands out from the grounds that it is set on."""
    colors = house_brand().colors
    assert contrast(colors[name], colors[ground]) >= READABLE


def test_house_brand() -> None:
    """The house brand is what its file says: Spectral, PT Sans, IBM Plex Mono on A4."""
    brand = house_brand()
    assert (
        brand.name,
        brand.body.family,
        brand.headings.family,
        brand.monospace.family,
    ) == ("octavo house style", "Spectral", "PT Sans", "IBM Plex Mono")
    assert (brand.body.size_pt, brand.body.line_height, brand.headings.weight) == (10.5, 1.45, 700)
    assert [len(face.files) for face in brand.typefaces] == [4, 4, 4]
    assert all(file.path.is_file() for face in brand.typefaces for file in face.files)


def test_defaults_are_the_house_brand() -> None:
    """A brand that sets nothing but its name looks like the house's."""
    house = house_brand()
    brand, found = read("meta: {name: Sample}\n", house_templates_path())
    assert brand is not None
    assert found == []
    assert (house.body, house.headings, house.monospace) == (brand.body, brand.headings, brand.monospace)
    assert house.page == brand.page
    roles = {"headings": HOUSE_COLORS["primary"], "links": HOUSE_COLORS["secondary"]}
    assert brand.colors == HOUSE_COLORS | roles
    assert {name: house.colors[name] for name in brand.colors} == brand.colors
    assert HOUSE_PAGE["width"] == 210.0


def test_own_settings(tmp_path: Path) -> None:
    """Everything that a brand may set arrives, resolved."""
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    make_font(tmp_path / "sans.ttf", "A")
    text = (
        "meta: {name: {full: Sample Institute, short: SI}}\n"
        "logo: {medium: {path: logo.svg, alt: The letters SI}}\n"
        "color:\n  palette: {sea: '#0AF', muted: sea}\n  primary: sea\n  foreground: '#111111'\n"
        "typography:\n  fonts:\n    - family: Sample Sans\n      source: file\n"
        "      files: [{path: sans.ttf, weight: 300..800}]\n"
        "  base: {family: Sample Sans, size: 16px, weight: light}\n  monospace: {size: 0.5em}\n"
        "defaults:\n  octavo:\n    page: {width: 170, margin-left: 20.5}\n    figures: oldstyle\n"
        "    embed_fonts: false\n    chart_colors: [sea, '#ABCDEF']\n"
    )
    brand, found = read(text, tmp_path)
    assert brand is not None
    assert found == []
    assert ("Sample Institute", "The letters SI", tmp_path / "logo.svg") == (
        brand.name,
        brand.logo_alt,
        brand.logo,
    )
    assert tuple(brand.colors[c] for c in ("primary", "muted", "dark")) == ("#00aaff", "#00aaff", "#111111")
    assert (FontFile(tmp_path / "sans.ttf", (300, 800), is_italic=False),) == brand.body.files
    assert (brand.body.size_pt, brand.body.weight, brand.monospace.size_pt) == (12.0, 300, 6.0)
    assert (brand.page.width_mm, brand.page.margin_left_mm) == (170.0, 20.5)
    assert (
        brand.figures,
        brand.embed_fonts,
        brand.chart_colors,
    ) == ("oldstyle", False, ("#00aaff", "#abcdef"))


def test_own_look(tmp_path: Path) -> None:
    """Cover, tables, notes, print and the colours by role arrive as the brand sets them."""
    for name in ("light", "dark", "small"):
        (tmp_path / f"{name}.svg").write_text("<svg/>", encoding="utf-8")
    text = (
        "logo:\n  medium: {light: light.svg, dark: dark.svg}\n  small: small.svg\n"
        "color:\n  palette: {sea: '#0AF'}\n"
        "typography:\n  headings: {color: sea}\n  link: {color: '#123456'}\n"
        "defaults:\n  octavo:\n"
        "    page: {two-sided: true, bleed: 3, crop-marks: true, front-folios: roman}\n"
        "    cover: {layout: plain, background: sea, color: '#ffffff'}\n"
        "    table: grid\n    notes: {size: 9pt, rule: false}\n"
    )
    brand, found = read(text, tmp_path)
    assert brand is not None
    assert found == []
    assert (brand.logo, brand.logo_dark, brand.logo_small) == tuple(
        tmp_path / f"{name}.svg" for name in ("light", "dark", "small")
    )
    assert (brand.colors["headings"], brand.colors["links"]) == ("#00aaff", "#123456")
    page = brand.page
    assert (page.is_two_sided, page.bleed_mm, page.has_crop_marks, page.front_folios) == (
        True,
        3.0,
        True,
        "roman",
    )
    assert brand.cover == CoverSetup("plain", "#00aaff", "#ffffff", brand.colors["tertiary"])
    assert (brand.tables, brand.notes) == ("grid", NoteSetup(9.0, has_rule=False))


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("colour: {}\n", ["L011 the brand has no key `colour`"]),
        ("defaults: {octavo: {pages: 3}}\n", ["L011 the brand has no key `defaults.octavo.pages`"]),
        ("defaults: {quarto: {anything: 3}}\n", []),
        ("color: {primary: red}\n", ["L011 colour `primary` is `red`, not a colour"]),
        ("color:\n  palette:\n    sea: #00AAFF\n", ["L011 colour `sea` is empty"]),
        (
            "defaults: {octavo: {page: {width: 210mm}}}\n",
            ["L011 `page.width` is `210mm`, not a measure in millimetres"],
        ),
        (
            "defaults: {octavo: {page: {width: 60, margin-left: 40}}}\n",
            ["L011 the margins leave -6 × 245 mm for the text"],
        ),
        ("defaults: {octavo: {page: {two-sided: 3}}}\n", ["L011 `page.two-sided` is `3`"]),
        ("defaults: {octavo: {page: {front-folios: romans}}}\n", ["L011 `page.front-folios` is `romans`"]),
        (
            "defaults: {octavo: {page: {bleed: 3mm}}}\n",
            ["L011 `page.bleed` is `3mm`, not a measure in millimetres"],
        ),
        ("defaults: {octavo: {cover: {layout: fun}}}\n", ["L011 `cover.layout` is `fun`"]),
        (
            "defaults: {octavo: {cover: {accent: nope}}}\n",
            ["L011 `accent` is `nope`, not a colour of the brand"],
        ),
        ("defaults: {octavo: {cover: fan}}\n", ["L011 `defaults.octavo.cover` is not a mapping"]),
        ("defaults: {octavo: {table: stripes}}\n", ["L011 `table` is `stripes`"]),
        (
            "defaults: {octavo: {notes: {size: 30pt}}}\n",
            ["L011 `notes.size` is `30pt`, not a size between 5pt and 14pt"],
        ),
        ("defaults: {octavo: {figures: fancy}}\n", ["L011 `figures` is `fancy`"]),
        ("defaults: {octavo: {embed_fonts: maybe}}\n", ["L011 `embed_fonts` is `maybe`"]),
        (
            "defaults: {octavo: {chart_colors: [primary, nope]}}\n",
            ["L011 chart colour `nope` is not a colour of the brand"],
        ),
        ("typography: {base: {size: big}}\n", ["L011 `base.size` is `big`, not a size"]),
        (
            "typography: {base: Spectrall}\n",
            ["L012 typeface `Spectrall` is neither an installed font package nor beside the brand"],
        ),
        ("logo: https://example.org/logo.svg\n", None),
        ("logo: ../logo.svg\n", ["L013 the logo `../logo.svg` lies outside the publication"]),
        ("logo: logo.eps\n", ["L013 the logo `logo.eps` is neither SVG, PNG nor JPEG"]),
        ("- a\n", ["L011 the brand has no keys"]),
        ("defaults: {octavo: 5}\n", ["L011 `defaults.octavo` is not a mapping"]),
        ("defaults: {octavo: {page: A4}}\n", ["L011 `defaults.octavo.page` is not a mapping"]),
        (
            "color: {palette: {a: b, b: a}}\n",
            ["L011 `color` is not valid: circular reference detected"],
        ),
    ],
)
def test_wrong_settings(text: str, messages: list[str] | None, tmp_path: Path) -> None:
    """What cannot be used is an error that names it; nothing is passed over."""
    brand, found = read(text, tmp_path)
    if messages is None:
        assert [message.split()[0] for message in found] == ["L013"]
    else:
        assert (messages, brand is None) == (found, bool(messages))


def test_wrong_values_are_reported_together(tmp_path: Path) -> None:
    """A value that brand.yml refuses does not hide the others."""
    text = "colr: {}\ntypography:\n  base: {line-height: tall, size: big}\ncolor: {primary: red}\n"
    _, found = read(text, tmp_path)
    assert [next(word for word in message.split() if word.startswith("`")) for message in found] == [
        "`colr`",
        "`typography.base.line-height`",
        "`primary`",
        "`base.size`",
    ]


@pytest.mark.parametrize(
    ("size", "points"),
    [
        ("10.5pt", 10.5),
        ("16px", 12.0),
        ("1.2rem", 12.0),
        ("0.9em", 9.0),
        ("90%", 9.0),
        (".5em", 5.0),
        ("10", None),
        ("0pt", None),
        ("big", None),
        ("-1pt", None),
    ],
)
def test_points(size: str, points: float | None) -> None:
    """CSS sizes become points; relative ones are relative to the text's size."""
    assert points == read_points(size, 10.0)


def test_choose_files() -> None:
    """For each weight the nearest file of each slope is taken; a variable font serves all."""
    steady = [FontFile(Path(f"{w}.ttf"), (w, w), is_italic=False) for w in (100, 400, 500, 700)]
    variable = FontFile(Path("italic.ttf"), (200, 900), is_italic=True)
    chosen = fonts.choose_files([*steady, variable], (400, 650))
    assert [file.path.name for file in chosen] == ["400.ttf", "700.ttf", "italic.ttf"]


def test_installed_families() -> None:
    """Families are found by name in any letter case; an unknown one has no files."""
    assert {"IBM Plex Mono", "PT Sans", "Spectral"} <= set(fonts.family_names())
    assert fonts.find_family("pt sans") == fonts.find_family("PT Sans") != ()
    assert fonts.find_family("Made Up Grotesk") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "logo:\n  medium:\n    light: logo.svg\n    dark: {path: gone.png, alt: A}\n",
            ("L013", "gone.png", "put the file beside `_brand.yml`, or correct its name"),
        ),
        (
            "typography:\n  headings: {family: Fira Sans}\n",
            (
                "L012",
                "Fira Sans",
                INSTALL,
            ),
        ),
    ],
)
def test_what_is_not_there_is_told_at_its_own_name(
    tmp_path: Path, text: str, expected: tuple[str, str, str]
) -> None:
    """The span is the name that is wrong, not the line above it, and a hint says how to come by it."""
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")

    (found,) = read_brand(SourceFile("templates/_brand.yml", text), tmp_path, tmp_path).diagnostics

    assert found.span
    assert (found.code, found.span.text, found.hint) == expected


@pytest.mark.parametrize(
    ("width", "hint"),
    [
        ("8.5in", "write `215.9`"),
        ("21 cm", "write `210`"),
        ("210mm", "write `210`"),
        ("wide", "write a number without a unit"),
    ],
)
def test_a_measure_with_a_unit_is_told_in_millimetres(tmp_path: Path, width: str, hint: str) -> None:
    """Whoever only took the inches away would get a page of 8.5 mm."""
    text = f"defaults: {{octavo: {{page: {{width: {width}}}}}}}\n"

    (found,) = read_brand(SourceFile("templates/_brand.yml", text), tmp_path, tmp_path).diagnostics

    assert found.hint == hint
