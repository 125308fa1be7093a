"""What is told when a build was compared with a manifest."""

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from octavo.publish import Comparison


def show_comparison(comparison: "Comparison | None", stream: TextIO) -> None:
    """Tell which editions are the same bytes as recorded, and what differs all the same."""
    if comparison is None:
        return
    if comparison.same:
        stream.write(f"the same bytes: {', '.join(comparison.same)}\n")
    if comparison.others:
        stream.write(f"not the same: {', '.join(comparison.others)}\n")
    elif comparison.differences:
        stream.write("although these differ:\n")
        stream.writelines(f"  {difference.message}\n" for difference in comparison.differences)
