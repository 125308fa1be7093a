"""The house style, resolved."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class FontFile:
    """One font file; `weights` is the lowest and highest CSS weight that it can show."""

    path: Path
    weights: tuple[int, int]
    is_italic: bool


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of fonts that the brand uses in one role."""

    family: str
    files: tuple[FontFile, ...]
    size_pt: float
    weight: int
    line_height: float


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The page of the PDF and of the DOCX, in millimetres."""

    width_mm: float
    height_mm: float
    margin_top_mm: float
    margin_right_mm: float
    margin_bottom_mm: float
    margin_left_mm: float


@dataclass(frozen=True)
class Brand:
    """The house style, resolved: every colour is `#rrggbb`, every typeface has its files.

    `colors` has at least foreground, background, primary, secondary, tertiary, light, dark, muted
    and rule; `chart_colors` are the series colours of charts in order.
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

    @property
    def typefaces(self) -> tuple[Typeface, ...]:
        """The typefaces of all roles."""
        return (self.body, self.headings, self.monospace)
