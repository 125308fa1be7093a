"""Boxes that end with what is in them where a page ends.

A box that goes on over the page fills what is left of the first one, says CSS Fragmentation (section 5.1),
and WeasyPrint does it. When what comes next did not fit because of its notes, that is a third of a page of
empty ground, or a rule beside nothing. So a box that is broken ends under its last line.

This replaces a private function, so it is done for the one version that it was tried with; in any other,
a box has an empty foot, and that is all.
"""

from types import ModuleType
from typing import Any

TRIED_VERSION = "70.0"


def end_boxes(weasyprint: ModuleType) -> bool:
    """Let boxes end with their content in this process, and tell whether that was possible."""
    if weasyprint.__version__ != TRIED_VERSION:
        return False
    from weasyprint.layout import block

    original = block.block_container_layout

    def block_container_layout(*arguments: Any, **options: Any) -> Any:
        """Lay out a block (WeasyPrint's contract for it)."""
        result = original(*arguments, **options)
        box, resume_at = result[:2]
        if box is not None and resume_at is not None and box.style["height"] == "auto":
            box.height = min(box.height, _content_height(box))
        return result

    block.block_container_layout = block_container_layout
    return True


def _content_height(box: Any) -> float:
    """Return how high a box must be to end where the last of its children in flow ends."""
    bottoms = [
        child.position_y + child.margin_height() - getattr(child, "margin_bottom", 0)
        for child in box.children
        if child.is_in_normal_flow() or child.is_floated()
    ]
    top: float = box.content_box_y()
    bottom: float = max(bottoms, default=top + box.height)
    return bottom - top
