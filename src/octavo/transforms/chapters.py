"""One flat run of blocks becomes one Div per chapter.

Pandoc reads all chapters in one go, each file with its own scope. A marker heading before each
chapter's text survives the reading and says where a chapter begins.
"""

from octavo.ast import Node, classes_of, div
from octavo.model import Chapter

MARKER_CLASS = "octavo-chapter"
REFERENCES = "refs"
"""The Div into which citeproc puts the references (Pandoc manual, "Placement of the bibliography")."""

RESET_CLASS = "reset-citation-positions"
CHAPTER_MARKER = f"# . {{.{MARKER_CLASS}}}\n\n"
"""The Markdown that goes before a chapter's text."""


def is_chapter_marker(block: object) -> bool:
    """Tell whether a part of the text is the marker that stands before a chapter."""
    return isinstance(block, dict) and block.get("t") == "Header" and MARKER_CLASS in classes_of(block)


def reset_citations(blocks: list[Node]) -> None:
    """Mark the title of each chapter, in place, so that citeproc gives full references again from there on.

    The class is Pandoc's (User's Guide, "Citations in note styles", since 3.9) and works on the heading
    whose section holds the citations, which the marker's does not.
    """
    is_awaited = False
    for block in blocks:
        if block["t"] == "Header" and MARKER_CLASS in classes_of(block):
            is_awaited = True
        elif block["t"] == "Header" and is_awaited:
            classes_of(block).append(RESET_CLASS)
            is_awaited = False


def split_chapters(blocks: list[Node]) -> tuple[list[list[Node]], list[Node]]:
    """Cut blocks at the markers; what citeproc put at the end, the Div of references, comes apart.

    The class of `reset_citations` has done its work and is taken off, in place.
    """
    chapters: list[list[Node]] = []
    references: list[Node] = []
    for block in blocks:
        if block["t"] == "Header" and RESET_CLASS in classes_of(block):
            classes_of(block).remove(RESET_CLASS)
        if block["t"] == "Header" and MARKER_CLASS in classes_of(block):
            chapters.append([])
        elif block["t"] == "Div" and block["c"][0][0] == REFERENCES:
            references = block["c"][1]
        elif chapters:
            chapters[-1].append(block)
    return chapters, references


def chapter_div(number: int, chapter: Chapter, blocks: list[Node]) -> Node:
    """Wrap a chapter's blocks; `number` counts from 1."""
    return div(blocks, f"chapter-{number}", ["chapter", chapter.matter])
