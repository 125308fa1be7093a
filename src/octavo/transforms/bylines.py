"""Bylines: the authors of one chapter, under its title."""

from octavo.ast import Node, div, para, words
from octavo.model import Chapter

CLASS = "byline"


def with_byline(blocks: list[Node], chapter: Chapter) -> list[Node]:
    """Return a chapter's blocks with its own authors, if it names any, behind its title."""
    names = ", ".join(author.name for author in chapter.authors)
    if not names or not blocks or blocks[0]["t"] != "Header":
        return blocks
    return [blocks[0], div([para(words(names))], classes=[CLASS]), *blocks[1:]]
