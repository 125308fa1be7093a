"""Three brands, one specimen: what each brand file says is read back from all three editions."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from octavo.load.brand import load_brand
from octavo.model import Brand
from tests.support.brand_views import (
    EpubLook,
    Letters,
    PdfPage,
    WordLook,
    looks_of,
    read_epub_look,
    read_pages,
    read_word_look,
)
from tests.support.builds import Builder, editions
from tests.support.specimens import BRANDS

pytestmark = pytest.mark.slow

LAYOUT = "V04"
"""Codes of lines that fall badly, which a change of a measure may bring in any publication."""

HEADING, SECTION = "The crossing and those who pay", "Who built it"
BODY, NOTE, CODE, LINK = "The committee of this", "A note of its own", "def count_carts", "https://ledgers"
LOGO_MARKS = {
    "ministry": {"light": "#1b365e", "dark": "#fffffe", "small": "#1b365c"},
    "ngo": {"light": "#a5125e", "dark": "#fffffe", "small": "#a5125c"},
}
"""A colour of each logo that nothing else has, so that it can be recognised."""
COVER_LOGO = {"ministry": "light", "ngo": "dark"}
RUNNING_HEADS = 3
"""Pages, at least, that begin no chapter and so have a running head."""
TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True)
class Proof:
    """A brand as it was loaded, and what the specimen's three editions show of it."""

    name: str
    brand: Brand
    pages: tuple[PdfPage, ...]
    epub: EpubLook
    word: WordLook


@pytest.fixture(scope="module", params=BRANDS)
def proof(request: pytest.FixtureRequest, specimens: Builder) -> Proof:
    """Build the specimen in a brand and read its editions; nothing may be said but of the fall of lines."""
    built = specimens(request.param)
    assert built.run.returncode == 0, built.run.stdout + built.run.stderr
    said = [(found["code"], found["message"]) for found in json.loads(built.run.stdout)]
    assert [(code, message) for code, message in said if not code.startswith(LAYOUT)] == []
    paths = editions(built.root)
    brand = load_brand(built.root).value
    look = read_epub_look(paths[".epub"]), read_word_look(paths[".docx"])
    return Proof(request.param, brand, read_pages(paths[".pdf"]), *look)


def largest(pages: tuple[PdfPage, ...], text: str) -> Letters:
    """Give the look of a text where it stands largest: as the heading, not as an entry of the contents."""
    return max(looks_of(pages, text), key=lambda letters: letters.size_pt)


def family(letters: Letters, brand: Brand) -> str:
    """Give the brand's family that a font belongs to; "PT-Sans-Bold" is of "PT Sans"."""
    plain = letters.font.replace("-", "").replace(" ", "")
    names = [face.family for face in brand.typefaces if plain.startswith(face.family.replace(" ", ""))]
    return names[0] if names else letters.font


def test_typefaces_of_the_pdf_have_the_roles_of_the_brand(proof: Proof) -> None:
    """Headings, text, notes and code are set in the fonts, embedded, that the brand names for them."""
    brand, pages = proof.brand, proof.pages

    found = {
        "headings": [family(largest(pages, text), brand) for text in (HEADING, SECTION)],
        "text": [family(look, brand) for text in (BODY, NOTE) for look in looks_of(pages, text)],
        "code": [family(look, brand) for look in looks_of(pages, CODE)],
    }

    assert found == {
        "headings": [brand.headings.family] * 2,
        "text": [brand.body.family] * 2,
        "code": [brand.monospace.family],
    }


def test_sizes_of_the_pdf_are_those_of_the_brand(proof: Proof) -> None:
    """Text, notes and code have the sizes of the brand, to a twentieth of a point or two."""
    brand = proof.brand

    sizes = [looks_of(proof.pages, text)[-1].size_pt for text in (BODY, NOTE, CODE)]

    wanted = [brand.body.size_pt, brand.notes.size_pt, brand.monospace.size_pt]
    assert sizes == pytest.approx(wanted, abs=0.15)


def test_colours_of_the_pdf_are_those_of_the_brand(proof: Proof) -> None:
    """Chapter titles, links, text and rules have the colours that the brand gives them."""
    colors, pages = proof.brand.colors, proof.pages

    assert {
        "headings": largest(pages, HEADING).color,
        "links": looks_of(pages, LINK)[-1].color,
        "text": looks_of(pages, BODY)[-1].color,
    } == {"headings": colors["headings"], "links": colors["links"], "text": colors["foreground"]}
    assert {colors["rule"], colors["light"]} <= {color for page in pages for color in page.drawn}


def test_pages_of_the_pdf_have_the_size_of_the_brand(proof: Proof) -> None:
    """Every page but those turned for a wide table has the brand's width and height."""
    page = proof.brand.page
    wanted = (page.width_mm, page.height_mm)

    sizes = {tuple(round(length, 1) for length in page.size_mm) for page in proof.pages}

    assert wanted in sizes
    assert sizes <= {wanted, wanted[::-1]}


def test_logo_is_on_the_cover_and_in_running_heads(proof: Proof) -> None:
    """The cover shows the logo for its ground; pages of text show the small one in their running heads."""
    if proof.name not in LOGO_MARKS:
        assert (proof.brand.logo, proof.brand.logo_dark, proof.brand.logo_small) == (None, None, None)
        return
    marks = LOGO_MARKS[proof.name]
    cover, *rest = proof.pages

    assert marks[COVER_LOGO[proof.name]] in cover.drawn
    assert len([page for page in rest if marks["small"] in page.drawn]) >= RUNNING_HEADS


def test_cover_has_the_ground_of_the_brand(proof: Proof) -> None:
    """The edge of the EPUB's cover, and the PDF's first page, have the cover's background."""
    cover = proof.epub.cover
    wanted = proof.brand.cover.background

    corner = f"#{cover.crop((4, cover.height // 4, 5, cover.height // 4 + 1)).tobytes().hex()}"

    assert corner == wanted
    assert wanted in proof.pages[0].drawn or wanted == proof.brand.colors["background"]


def test_epub_has_the_brand_in_its_stylesheet(proof: Proof) -> None:
    """Headings, links, text and code of the EPUB name the brand's colours and families, and embed these."""
    brand, rules = proof.brand, proof.epub.rules

    assert {
        "headings": (rules["h1"]["color"], rules["h1"]["font-family"].split(",")[0].strip('"')),
        "links": rules["a"]["color"],
        "text": rules["html"]["font-family"].split(",")[0].strip('"'),
        "code": rules["code"]["font-family"].split(",")[0].strip('"'),
    } == {
        "headings": (brand.colors["headings"], brand.headings.family),
        "links": brand.colors["links"],
        "text": brand.body.family,
        "code": brand.monospace.family,
    }
    assert set(proof.epub.fonts) == {face.family for face in brand.typefaces}


def test_epub_cover_shows_the_logo(proof: Proof) -> None:
    """The picture of the EPUB's cover is drawn with the logo for its ground."""
    if proof.name in LOGO_MARKS:
        mark = LOGO_MARKS[proof.name][COVER_LOGO[proof.name]]
        color = tuple(bytes.fromhex(mark[1:]))
        colors = proof.epub.cover.getcolors(maxcolors=1 << 22) or []

        assert sum(count for count, found in colors if found == color) > 500


def test_word_has_the_brand_in_its_theme(proof: Proof) -> None:
    """The theme has the brand's colours and typefaces, so that an office can change them there."""
    brand, word = proof.brand, proof.word
    roles = ("foreground", "background", "primary", "secondary", "tertiary", "light")

    assert {brand.colors[role] for role in roles} <= set(word.colors.values())
    assert word.fonts == {"major": brand.headings.family, "minor": brand.body.family}


def test_word_has_the_brand_in_its_styles(proof: Proof) -> None:
    """Heading, link, note and code styles have the brand's fonts, sizes and colours."""
    brand, word = proof.brand, proof.word

    assert {
        "headings": (word.font("Heading1"), word.color("Heading1")),
        "links": word.color("Hyperlink"),
        "notes": word.style("FootnoteText", "sz", "val"),
        "code": word.font("SourceCode"),
    } == {
        "headings": (brand.headings.family, brand.colors["headings"]),
        "links": brand.colors["links"],
        "notes": str(round(brand.notes.size_pt * 2)),
        "code": brand.monospace.family,
    }


def test_word_has_the_page_of_the_brand(proof: Proof) -> None:
    """The sections of text have the brand's page and margins; those turned for a table have it turned."""
    page = proof.brand.page
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    sizes = [section.find(f"{w}pgSz") for section in proof.word.sections]
    margins = proof.word.sections[-1].find(f"{w}pgMar")
    wanted = (round(page.width_mm * TWIPS_PER_MM), round(page.height_mm * TWIPS_PER_MM))

    found = {(int(size.get(f"{w}w", "0")), int(size.get(f"{w}h", "0"))) for size in sizes if size is not None}

    assert wanted in found
    assert found <= {wanted, wanted[::-1]}
    assert margins is not None
    found_mm = {
        side: int(margins.get(f"{w}{side}", "0")) / TWIPS_PER_MM
        for side in ("top", "right", "bottom", "left")
    }
    assert [found_mm["top"], found_mm["bottom"]] == pytest.approx(
        [page.margin_top_mm, page.margin_bottom_mm], abs=0.1
    )
    assert found_mm["left"] > page.margin_left_mm - 0.1  # a hanging margin may come on top
    assert found_mm["right"] > page.margin_right_mm - 0.1


def test_word_shows_the_logo(proof: Proof) -> None:
    """The cover and the headers of the text show the logo, each its own variant."""
    if proof.name in LOGO_MARKS:
        marks = LOGO_MARKS[proof.name]
        by_part = {
            part: {name for name, mark in marks.items() if any(mark.encode() in item for item in pictures)}
            for part, pictures in proof.word.pictures.items()
        }
        headers = set().union(*(names for part, names in by_part.items() if part.startswith("header-text")))

        assert COVER_LOGO[proof.name] in by_part.get("header-cover.xml", set()) | by_part["document.xml"]
        assert headers == {"small"}


def test_brands_differ(specimens: Builder) -> None:
    """Each brand gives other bytes: none of them is the house brand by mistake."""
    pdfs = {editions(specimens(name).root)[".pdf"].read_bytes() for name in BRANDS}

    assert len(pdfs) == len(BRANDS)
    assert all(Path(specimens(name).root, "build", "manifest.json").is_file() for name in BRANDS)
