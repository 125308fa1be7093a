"""A shorter and surer way for WeasyPrint to know how high a page's note area is.

Each time a note joins a page, WeasyPrint lays out all the page's notes again, only to learn the height
of the area: with ten notes a page that is half of the layout's time. Notes are blocks below each other,
so the area is as high as they are together, and each needs to be measured once. The final layout of the
area, which is what gets drawn, is WeasyPrint's own.

An area that is as high as its notes cannot be too low for them. WeasyPrint asks all the same, with sums
that differ by a ten-billionth of a pixel on some pages, US Letter for one; a note that is taken to
overflow there goes to the next page, and takes the text after it along.

This replaces a private method, so it is done for the one version that it was compared with, and only
where the sum is right: in a single column, with an area of automatic height. A test compares the bytes
with and without it.
"""

from math import inf
from types import ModuleType
from typing import Any, Literal

COMPARED_VERSION = "70.0"
_EDGES: tuple[Literal["top", "bottom"], ...] = ("top", "bottom")


def quicken_notes(weasyprint: ModuleType) -> bool:
    """Use the shorter way in this process, and tell whether that was possible."""
    if weasyprint.__version__ != COMPARED_VERSION:
        return False
    from weasyprint.layout import LayoutContext

    original = LayoutContext._update_footnote_area  # noqa: SLF001  # private, and the reason for the guard

    def update_footnote_area(context: Any) -> bool:
        """Update the page's bottom and the height of its note area (WeasyPrint's contract for it)."""
        area = context.current_footnote_area
        heights = [_height(context, note) for note in context.current_page_footnotes]
        if context.in_column or not _grows(area):
            overflows: bool = original(context)
            return overflows
        if None in heights:
            original(context)
            return False
        if area.height != "auto":
            context.page_bottom += area.margin_height()
        area.children = context.current_page_footnotes
        area.height = sum(height for height in heights if height)
        context.page_bottom -= area.margin_height()
        return False

    LayoutContext._update_footnote_area = update_footnote_area  # noqa: SLF001
    return True


def _grows(area: Any) -> bool:
    """Tell whether the area is as high as its notes, whatever their number: then none can overflow it."""
    return bool(area.style["height"] == "auto" and area.max_height == inf and area.min_height == 0)


def _height(context: Any, note: Any) -> float | None:
    """Return the height of a note alone in the page's area, measured once for each width of the area.

    None when the note has margins at its edges, which could collapse with those of its neighbours (CSS 2.1,
    section 8.3.1), so that heights would not add up.
    """
    heights: dict[float, float | None] = note.__dict__.setdefault("octavo_heights", {})
    width = context.current_footnote_area.page.width
    if width not in heights:
        heights[width] = _measured(context, note)
    return heights[width]


def _measured(context: Any, note: Any) -> float | None:
    from weasyprint.formatting_structure import build
    from weasyprint.layout.block import block_level_layout

    area = context.current_footnote_area
    area.children = [note]
    lone = build.create_anonymous_boxes(area.deepcopy())
    laid_out = block_level_layout(context, lone, -inf, None, area.page)[0]
    area.children = context.current_page_footnotes
    if any(_has_margin(child, edge) for child in laid_out.children for edge in _EDGES):
        return None
    height: float = laid_out.height
    return height


def _has_margin(box: Any, edge: Literal["top", "bottom"]) -> bool:
    """Tell whether the box, or a block at this edge of it, has a margin there."""
    from weasyprint.formatting_structure.boxes import BlockLevelBox

    if not isinstance(box, BlockLevelBox):
        return False
    children = getattr(box, "children", ())
    inner = bool(children) and _has_margin(children[0 if edge == "top" else -1], edge)
    return bool(getattr(box, f"margin_{edge}")) or inner
