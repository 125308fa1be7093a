"""One flat run of blocks becomes one Div per chapter.

Pandoc reads all chapters in one go, each file with its own scope. A marker heading before each
chapter's text survives the reading and says where a chapter begins.
"""

from octavo.ast import Node, classes_of, div
from octavo.model import Chapter

MARKER_CLASS = "octavo-chapter"
RESET_CLASS = "reset-citation-positions"


def chapter_marker(*, resets_notes: bool) -> str:
    """Return the Markdown that goes before a chapter's text.

    With `resets_notes`, citeproc gives full references again from here on (Pandoc User's Guide,
    "Citations in note styles", class `reset-citation-positions`, since 3.9).
    """
    reset = f" .{RESET_CLASS}" if resets_notes else ""
    return f"# . {{.{MARKER_CLASS}{reset}}}\n\n"


def split_chapters(blocks: list[Node]) -> tuple[list[list[Node]], list[Node]]:
    """Cut blocks at the markers; what citeproc put at the end, the Div `refs`, comes apart."""
    chapters: list[list[Node]] = []
    references: list[Node] = []
    for block in blocks:
        if block["t"] == "Header" and MARKER_CLASS in classes_of(block):
            chapters.append([])
        elif block["t"] == "Div" and block["c"][0][0] == "refs":
            references = block["c"][1]
        elif chapters:
            chapters[-1].append(block)
    return chapters, references


def chapter_div(number: int, chapter: Chapter, blocks: list[Node]) -> Node:
    """Wrap a chapter's blocks; `number` counts from 1."""
    return div(blocks, f"chapter-{number}", ["chapter", chapter.matter])
