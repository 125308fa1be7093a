"""Notes that stay on the page of their calls when the next paragraph does not fit.

When the second line of a paragraph runs over the page, WeasyPrint looks for room by moving notes of
earlier lines to the next page, whatever `footnote-policy` says, instead of moving the paragraph. It
does not do so within columns; so lines are laid out as if they were in one. (Everything else that
depends on columns is asked of the real context.)

This replaces a private function, so it is done for the one version that it was tried with; the stage
verify finds a note that strays in any other.
"""

from types import ModuleType
from typing import Any

TRIED_VERSION = "70.0"


def steady_notes(weasyprint: ModuleType) -> bool:
    """Keep notes in their place in this process, and tell whether that was possible."""
    if weasyprint.__version__ != TRIED_VERSION:
        return False
    from weasyprint.layout import block

    original = block._linebox_layout  # noqa: SLF001  # see above

    def linebox_layout(context: Any, *arguments: Any) -> Any:
        """Lay out the lines of a block (WeasyPrint's contract for it)."""
        return original(_InColumn(context), *arguments)

    block._linebox_layout = linebox_layout  # noqa: SLF001
    return True


class _InColumn:
    """A layout context that says it is in a column, and is the real one in all else."""

    in_column = True

    def __init__(self, context: Any) -> None:
        object.__setattr__(self, "_context", context)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._context, name, value)
