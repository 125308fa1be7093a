"""References from note to note, such as OSCOLA's "(n 4)", with the numbers that readers see.

citeproc prints the number of the note where a source was first cited as it counts notes itself. It
counts through the whole text, while the labels may begin again in each chapter, and it counts notes
in captions and cells in another order than the text has them. So the style is made to put private-use
characters round these numbers, and they are replaced when the notes have been numbered.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from octavo.ast import Node, iter_nodes
from octavo.model import Note

_OPEN, _CLOSE = "\ue000", "\ue001"
_VARIABLE = re.compile(r'<(?:text|number)\b[^>]*\bvariable="first-reference-note-number"[^>]*?/>')
_MARKED = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


def mark_note_references(style: str) -> str:
    """Put marks round the number of the first reference's note wherever a CSL style prints it.

    `first-reference-note-number` is a number variable (CSL specification 1.0.2, appendix IV).
    """
    return _VARIABLE.sub(_mark, style)


def _mark(found: re.Match[str]) -> str:
    element = _extend(found[0], "prefix", lambda value: value + _OPEN)
    return _extend(element, "suffix", lambda value: _CLOSE + value)


def _extend(element: str, attribute: str, change: Callable[[str], str]) -> str:
    pattern = re.compile(rf'\b{attribute}="([^"]*)"')
    if pattern.search(element):
        return pattern.sub(lambda found: f'{attribute}="{change(found[1])}"', element)
    return element.removesuffix("/>").rstrip() + f' {attribute}="{change("")}"/>'


def mend_note_references(chapters: Sequence[list[Node]], notes: Sequence[Note]) -> None:
    """Replace citeproc's note numbers in the tree by the labels of these notes, and take the marks off."""
    labels = _labels_by_citeproc_number(chapters, notes)
    for blocks in chapters:
        for node in iter_nodes(blocks):
            if node["t"] == "Str" and _OPEN in node["c"]:
                node["c"] = _MARKED.sub(lambda found: labels.get(int(found[1]), found[1]), node["c"])


def _labels_by_citeproc_number(chapters: Sequence[list[Node]], notes: Sequence[Note]) -> Mapping[int, str]:
    """Match the number that citeproc gave a citation with the label of the note that it stands in."""
    order = iter(notes)
    labels: dict[int, str] = {}
    waiting: list[int] = []
    for blocks in chapters:
        for node in iter_nodes(blocks):
            if node["t"] == "Cite":
                waiting.append(node["c"][0][0]["citationNoteNum"])
            elif node["t"] == "Note":
                label = next(order).label
                inner = [
                    cite["c"][0][0]["citationNoteNum"] for cite in iter_nodes(node) if cite["t"] == "Cite"
                ]
                for number in [*waiting[-1:], *inner]:
                    labels.setdefault(number, label)
                waiting.clear()
    return labels
