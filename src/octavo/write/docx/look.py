"""What the templates of the Word edition need to know about the brand: theme, measures, line heights."""

from dataclasses import dataclass
from typing import Any

from octavo.model import Brand, Document, PageSetup
from octavo.write.surface import surface_values

TWIPS_PER_MM = 1440 / 25.4
EMU_PER_MM = 36000
EMU_PER_PX = 9525

_THEME_SLOTS = (
    ("dk1", "text1", "foreground"),
    ("lt1", "background1", "background"),
    ("dk2", "text2", "dark"),
    ("lt2", "background2", "light"),
    ("accent1", "accent1", "primary"),
    ("accent2", "accent2", "secondary"),
    ("accent3", "accent3", "tertiary"),
    ("accent4", "accent4", "muted"),
    ("accent5", "accent5", "rule"),
    ("hlink", "hyperlink", "primary"),
    ("folHlink", "followedHyperlink", "primary"),
)
_SINGLE_LINE = 240
_USUAL_LEADING = 1.2


@dataclass(frozen=True, slots=True)
class Measures:
    """The page in Word's units: twentieths of a point, and EMU for the width and height of the text."""

    page_width: int
    page_height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def text_width(self) -> int:
        """The width of the text in twentieths of a point."""
        return self.page_width - self.left - self.right


def measures(page: PageSetup) -> Measures:
    """Return the page in Word's units."""
    millimetres = (
        page.width_mm,
        page.height_mm,
        page.margin_top_mm,
        page.margin_right_mm,
        page.margin_bottom_mm,
        page.margin_left_mm,
    )
    return Measures(*(round(length * TWIPS_PER_MM) for length in millimetres))


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
    brand, page = publication.brand, publication.brand.page
    return {
        **surface_values(document),
        "theme": theme_colors(brand),
        "theme_slots": theme_slots(),
        "text_width": measures(page).text_width,
        "line": line_of(brand.body.line_height),
        "tight": line_of(brand.body.line_height * 0.92),
        "cover": _cover(document),
        "restart": "eachSect" if publication.metadata.notes == "per-chapter" else "continuous",
        "moment": f"{publication.edition_date.isoformat()}T00:00:00Z",
    }


def line_of(line_height: float, leading: float = _USUAL_LEADING) -> int:
    """Return a CSS line height as `w:line`, which counts in 240ths of the typeface's own leading."""
    return round(_SINGLE_LINE * line_height / leading)


def _cover(document: Document) -> dict[str, Any]:
    """Place the cover: a band over the upper third of the page, a stripe below it, then the words."""
    page, title = document.publication.brand.page, document.publication.metadata.title
    band_mm, stripe_mm = page.height_mm * 0.36, 2.4
    return {
        "page_width": round(page.width_mm * EMU_PER_MM),
        "band_height": round(band_mm * EMU_PER_MM),
        "stripe_height": round(stripe_mm * EMU_PER_MM),
        "series_before": (band_mm + stripe_mm + 14 - page.margin_top_mm) * TWIPS_PER_MM / 20,
        "title_before": 0,
        "title_scale": 4 if len(title) <= 40 else 3.2 if len(title) <= 80 else 2.6,
    }
