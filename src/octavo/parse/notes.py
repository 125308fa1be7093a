"""Notes on their way through citeproc: one at each place, and what they cite as part of what they say."""

from octavo.ast import Node
from octavo.csl import style_text
from octavo.model import Publication
from octavo.transforms.cited_notes import keep_apart, read_cited_notes
from octavo.transforms.merged_notes import count_notes, join_calls, merge_notes
from octavo.transforms.note_places import drop_stops_behind_colons, put_behind_stops

__all__ = ["finished_notes", "ready_notes"]


def ready_notes(blocks: list[Node], publication: Publication) -> list[Node]:
    """Return the text as citeproc is to read it: notes at one place are one, and counted."""
    is_note_style = publication.csl is not None and publication.csl.is_note
    merged = merge_notes(blocks, is_note_style=is_note_style)
    put_behind_stops(merged)
    if is_note_style:
        keep_apart(merged)
    count_notes(merged)
    return merged


def finished_notes(blocks: list[Node], publication: Publication) -> list[Node]:
    """Return what citeproc made of the text, with the citations in notes set as notes are."""
    if publication.csl is None or not publication.csl.is_note:
        return blocks
    read_cited_notes(blocks, style_text(publication.csl))
    joined: list[Node] = join_calls(blocks)
    drop_stops_behind_colons(joined)
    return joined
