"""From words near a fault to the line of the manuscript."""

import pytest

from octavo.source import SourceFile
from octavo.verify.full.locating import Manuscript

BRIDGE = "The bridge over the made-up river was closed in winter."
FIRST = SourceFile("manuscript/1.md", f"# First\n\n{BRIDGE}\n\nAn annexation.\n")
SECOND = SourceFile(
    "manuscript/2.md", "# Second\n\nThe bridges were open.\n\n![The tower.](figures/tower.svg)\n"
)


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        (("figures/tower.svg",), ("manuscript/2.md", 5)),
        ((BRIDGE,), ("manuscript/1.md", 3)),
        (("nowhere at all", "The tower."), ("manuscript/2.md", 5)),
        ((f"Before. {BRIDGE.upper()} After.",), ("manuscript/1.md", 3)),
        (("x",), None),
        (("The bridge",), ("manuscript/1.md", 3)),
        (("thebridge-",), None),
        (("words of another book",), None),
        ((), None),
    ],
)
def test_words_are_found_where_they_stand(near: tuple[str, ...], expected: tuple[str, int] | None) -> None:
    """The first words that are found decide; those too few to tell one place from another do not."""
    span = Manuscript((FIRST, SECOND)).find(near)

    assert (span and (span.source.path, span.first.line)) == expected
