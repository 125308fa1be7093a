"""Numbers of chapters and sections: 2, 2.1, 2.1.3."""

from collections.abc import Sequence

from octavo.ast import Node, attributes_of, classes_of, iter_nodes, span, words
from octavo.model import Matter

CLASS = "header-section-number"
_DEEPEST = 3


def number_sections(chapters: Sequence[list[Node]], matters: Sequence[Matter]) -> dict[str, str]:
    """Put a number before each heading of the main matter, in place; return the numbers by identifier.

    Headings of class `unnumbered` and those below the third level have none (Pandoc manual,
    "Extension: header_attributes").
    """
    numbers: dict[str, str] = {}
    counts = [0] * _DEEPEST
    for blocks, matter in zip(chapters, matters, strict=True):
        if matter == "main":
            for node in iter_nodes(blocks):
                if (
                    node["t"] == "Header"
                    and node["c"][0] <= _DEEPEST
                    and "unnumbered" not in classes_of(node)
                ):
                    _number(node, counts, numbers)
    return numbers


def _number(header: Node, counts: list[int], numbers: dict[str, str]) -> None:
    level, _, inlines = header["c"]
    counts[level - 1] += 1
    counts[level:] = [0] * (_DEEPEST - level)
    number = ".".join(str(count) for count in counts[:level])
    inlines[:0] = [span(words(number), classes=[CLASS]), {"t": "Space"}]
    attributes = attributes_of(header)
    if attributes:
        numbers[attributes[0]] = number
