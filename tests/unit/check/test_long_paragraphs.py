"""However long a paragraph or a chapter is, the time for it grows with its length, not with its square."""

from pathlib import Path
from time import process_time

import pytest

from octavo.check import RULES
from octavo.load import load_publication
from tests.support.least_publication import write_publication

COUNT = 4_000
LONG = {
    "sentences": "The river rose. ",
    "quotations": "The Board says “they never rose by a third” [@sample]. ",
    "keys within words": "@a@a@a ",
    "addresses": "https://example.org/a `b` ",
    "stops": ". ",
    "block quotations": "> The river rose by 3.\n\n",
}
SECONDS = 3.0
"""Much more than it takes on a slow machine, much less than when rules look back at all before."""


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_the_time_grows_with_the_text(piece: str, tmp_path: Path) -> None:
    """A paragraph of many sentences, quotations or citations is judged in a moment."""
    files = {"manuscript/10-first.md": f"# One\n\n{piece * COUNT}\n"}
    publication = load_publication(write_publication(tmp_path, files)).value
    assert publication is not None

    begun = process_time()
    for rule in RULES:
        list(rule(publication))

    assert process_time() - begun < SECONDS
