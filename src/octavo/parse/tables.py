"""Tables that no reader who listens can follow, as diagnostics on what the author wrote."""

import re

from octavo.ast import Node, plain_text
from octavo.diagnostics import Diagnostic
from octavo.model import Chapter
from octavo.parse.first_place import finding_at
from octavo.transforms.row_heads import headless_tables

_HINT = "write a head row, or put `{.row-heads}` behind the caption if the first column heads the rows"


def table_findings(chapter: Chapter, blocks: list[Node]) -> list[Diagnostic]:
    """P030: a table in which nothing heads a column or a row."""
    return [
        finding_at("P030", chapter, "a table has no heads", _first_line(chapter, table), _HINT)
        for table in headless_tables(blocks)
    ]


def _first_line(chapter: Chapter, table: Node) -> str:
    """Return the line in the chapter that begins with the first words of a table."""
    words = re.escape(_first_words(table))
    line = re.compile(rf"^[ \t]*(\|?[ \t]*{words}(?=[ \t|]).*)$", re.MULTILINE)
    found = line.search(chapter.source.text, chapter.body_start) if words else None
    return found[1] if found else ""


def _first_words(table: Node) -> str:
    """Return the first text in the cells of a table, as far as its author wrote it in one line."""
    for body in table["c"][4]:
        for row in body[3]:
            for cell in row[1]:
                if plain_text(cell[4]).strip():
                    return plain_text(cell[4][:1]).strip()
    return ""
