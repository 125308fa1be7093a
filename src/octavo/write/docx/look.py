"""What the templates of the Word edition need to know about the brand: theme, measures, line heights."""

from dataclasses import dataclass
from typing import Any

from octavo.model import Brand, Document, PageSetup
from octavo.write.docx.fonts import leading_of
from octavo.write.surface import surface_values

_TWIPS_PER_MM = 1440 / 25.4
_POINTS_PER_MM = 72 / 25.4
_EMU_PER_MM = 36000
_COLUMN_EM = 32

_THEME_SLOTS = (
    ("dk1", "text1", "foreground"),
    ("lt1", "background1", "background"),
    ("dk2", "text2", "headings"),
    ("lt2", "background2", "light"),
    ("accent1", "accent1", "primary"),
    ("accent2", "accent2", "secondary"),
    ("accent3", "accent3", "tertiary"),
    ("accent4", "accent4", "muted"),
    ("accent5", "accent5", "rule"),
    ("hlink", "hyperlink", "links"),
    ("folHlink", "followedHyperlink", "links"),
)


@dataclass(frozen=True, slots=True)
class Measures:
    """A page in twentieths of a point; `hang` is how far titles reach into the left margin."""

    page_width: int
    page_height: int
    top: int
    right: int
    bottom: int
    left: int
    hang: int = 0

    @property
    def text_width(self) -> int:
        """The width of the column of text."""
        return self.page_width - self.left - self.right


def measures(brand: Brand) -> Measures:
    """Return the page of the text.

    Lines of more than some 70 characters tire the eye, so the column of text is at most `_COLUMN_EM`
    wide; what the page leaves beyond that becomes a hanging margin on the left, as in the PDF. Pages
    for print on both sides have it outside, and titles do not reach into it: an indent does not change
    sides with the page.
    """
    page = brand.page
    area = page.width_mm - page.margin_left_mm - page.margin_right_mm
    hang = max(0.0, area - _COLUMN_EM * brand.body.size_pt * 25.4 / 72)
    right = page.margin_right_mm
    if page.is_two_sided:
        hang, right = 0.0, right + hang
    left = page.margin_left_mm + hang
    return _twips(
        page.width_mm,
        page.height_mm,
        page.margin_top_mm,
        right,
        page.margin_bottom_mm,
        left,
        hang,
    )


def cover_measures(page: PageSetup) -> Measures:
    """Return the page of the cover, whose measures are multiples of its unit."""
    unit = cover_unit(page)
    return _twips(page.width_mm, page.height_mm, 9 * unit, 10 * unit, 9 * unit, 10 * unit)


def cover_unit(page: PageSetup) -> float:
    """Return the unit of the cover in millimetres, a hundredth of its shorter measure."""
    return min(page.width_mm, page.height_mm * 0.7) / 100


def _twips(*millimetres: float) -> Measures:
    return Measures(*(round(length * _TWIPS_PER_MM) for length in millimetres))


def theme_colors(brand: Brand) -> dict[str, str]:
    """Return the theme's colours, `RRGGBB`, by the names that WordprocessingML gives them."""
    colors = {name: brand.colors[role] for _, name, role in _THEME_SLOTS}
    colors["accent6"] = brand.chart_colors[-1] if brand.chart_colors else brand.colors["primary"]
    return {name: color.lstrip("#").upper() for name, color in colors.items()}


def theme_slots() -> list[tuple[str, str]]:
    """Return the slots of a:clrScheme in the order of its schema, each with the colour's name."""
    slots = [(slot, name) for slot, name, _ in _THEME_SLOTS]
    return [*slots[:9], ("accent6", "accent6"), *slots[9:]]


def template_values(document: Document) -> dict[str, Any]:
    """Return the variables of the Word edition's templates: those of all editions and Word's own."""
    publication = document.publication
    brand = publication.brand
    page = measures(brand)
    return {
        **surface_values(document),
        "theme": theme_colors(brand),
        "theme_slots": theme_slots(),
        "text_width": page.text_width,
        "text_points": page.text_width / 20,
        "hang": page.hang / 20,
        "leading": {
            "minor": leading_of(brand.body),
            "major": leading_of(brand.headings),
            "mono": leading_of(brand.monospace),
        },
        "mono_half_points": round(brand.monospace.size_pt * 2),
        "cover": _cover(document),
        "restart": "eachSect" if publication.metadata.notes == "per-chapter" else "continuous",
        "moment": publication.moment_text,
    }


def _cover(document: Document) -> dict[str, Any]:
    """Return the measures of the cover: `unit` in points, the picture in EMU and in pixels."""
    page = document.publication.brand.page
    return {
        "unit": cover_unit(page) * _POINTS_PER_MM,
        "text_width": cover_measures(page).text_width,
        "width": round(page.width_mm * _EMU_PER_MM),
        "height": round(page.height_mm * _EMU_PER_MM),
        "pixels": (round(page.width_mm * 2), round(page.height_mm * 2)),
    }
