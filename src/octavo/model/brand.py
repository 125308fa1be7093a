"""The house style, resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from octavo.source import Span


@dataclass(frozen=True, slots=True)
class FontFile:
    """One font file; `weights` is the lowest and highest CSS weight that it can show."""

    path: Path
    weights: tuple[int, int]
    is_italic: bool

    def distance(self, weight: int) -> int:
        """Return by how much a weight misses what the font can show."""
        low, high = self.weights
        return max(low - weight, weight - high, 0)


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of fonts that the brand uses in one role.

    `letters` are the code points that its regular font has glyphs for, empty when that is not known;
    `letter_em` is how wide its letters are on average, in em.
    """

    family: str
    files: tuple[FontFile, ...]
    size_pt: float
    weight: int
    line_height: float
    letters: frozenset[int] = field(default=frozenset(), repr=False)
    letter_em: float = 0.46


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The page of the PDF and of the DOCX, in millimetres.

    On two-sided pages the left margin is the inner one: right-hand pages have it on the left, left-hand
    pages on the right. `bleed_mm` is how far colour goes on beyond the page's edge in print, 0 for none;
    crop marks show where to cut. `front_folios` are the page numbers before the first chapter.
    """

    width_mm: float
    height_mm: float
    margin_top_mm: float
    margin_right_mm: float
    margin_bottom_mm: float
    margin_left_mm: float
    is_two_sided: bool = False
    bleed_mm: float = 0.0
    has_crop_marks: bool = False
    front_folios: Literal["arabic", "roman"] = "arabic"


@dataclass(frozen=True, slots=True)
class CoverSetup:
    """The cover: which of octavo's arrangements, and its colours as `#rrggbb`."""

    layout: Literal["fan", "band", "plain"] = "fan"
    background: str = "#14505c"
    foreground: str = "#ffffff"
    accent: str = "#c8922a"


@dataclass(frozen=True, slots=True)
class NoteSetup:
    """How notes look: their size in points, and whether a short rule parts them from the text."""

    size_pt: float = 8.0
    has_rule: bool = True


@dataclass(frozen=True)
class Brand:
    """The house style, resolved: every colour is `#rrggbb`, every typeface has its files.

    `colors` has at least foreground, background, primary, secondary, tertiary, light, dark, muted
    and rule, and the colours by role: headings and links. `chart_colors` are the series colours of
    charts in order. `logo` is for light ground; `logo_dark` is its variant for dark ground and
    `logo_small` the one for running heads, both None where the brand has none. `spans` are the places of
    the colours and typefaces in the publication's brand file, by their roles; octavo's own brand has none.
    `files` are the logos and typefaces that the brand file names, whether they are used or not.
    """

    name: str
    colors: Mapping[str, str]
    chart_colors: tuple[str, ...]
    body: Typeface
    headings: Typeface
    monospace: Typeface
    page: PageSetup
    figures: Literal["lining", "oldstyle"] = "lining"
    embed_fonts: bool = True
    logo: Path | None = None
    logo_alt: str = ""
    logo_dark: Path | None = None
    logo_small: Path | None = None
    cover: CoverSetup = field(default_factory=CoverSetup)
    tables: Literal["rules", "banded", "grid"] = "rules"
    notes: NoteSetup = field(default_factory=NoteSetup)
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False, repr=False)
    files: tuple[Path, ...] = field(default=(), compare=False, repr=False)

    @property
    def typefaces(self) -> tuple[Typeface, ...]:
        """The typefaces of all roles."""
        return (self.body, self.headings, self.monospace)
