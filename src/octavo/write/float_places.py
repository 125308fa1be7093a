"""Where a figure or table may float to: what it may pass without putting anything out of order.

All of this is asked of elements of the book's HTML tree, and of the blocks of one chapter in their order.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from octavo.elements import HERE
from octavo.write.page_gaps import HEADINGS, classes_of, is_note, notes_in

_GROUPS = frozenset({"figure-block", "table-block"})
_PLAIN = frozenset({"p", "ul", "ol", "dl", "blockquote"})
_NEVER_PASSED = HEADINGS | {"figure", "table", "div", "section", "pre"}


def is_group(element: Any) -> bool:
    """Tell whether this is a figure or table with all that belongs to it, alone in a wide passage or not."""
    classes = classes_of(element)
    if "wide" in classes and len(element) == 1:
        return is_group(element[0])
    return not _GROUPS.isdisjoint(classes)


def passages(blocks: Sequence[Any], index: int) -> Iterator[slice]:
    """Yield the runs of blocks, shortest first, that may move up before the figure or table there.

    Figures and tables that follow each other without a word in between stay together, and so does what
    belongs to one sentence: a line that ends in a colon and what it announces, a formula and its lead.
    """
    stop = index
    while stop < len(blocks) and is_group(blocks[stop]):
        stop += 1
    held = any(HERE in classes_of(inner) for block in blocks[index:stop] for inner in block.iter())
    if held or (index and _runs_on(blocks, index - 1)):
        return
    calls = any(notes_in(block) for block in blocks[index:stop])
    for place in range(stop, len(blocks)):
        if not _is_plain(blocks[place]) or (calls and notes_in(blocks[place])):
            return
        if not _runs_on(blocks, place):
            yield slice(stop, place + 1)


def _runs_on(blocks: Sequence[Any], place: int) -> bool:
    """Tell whether what stands there is not complete without what follows it."""
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    leads = following is not None and (following.tag == "pre" or "equation" in classes_of(following))
    return leads or words_of(blocks[place]).endswith(":")


def words_of(element: Any) -> str:
    """Return the text of an element without its notes and their calls."""
    return "".join(_texts(element)).strip()


def _is_plain(element: Any) -> bool:
    """Tell whether this is running text and nothing else: a picture in it is a formula."""
    inner = [other for other in element.iter() if other is not element]
    has_picture = any(other.tag == "img" and "formula" not in classes_of(other) for other in inner)
    return (
        element.tag in _PLAIN and not has_picture and all(other.tag not in _NEVER_PASSED for other in inner)
    )


def _texts(element: Any) -> Iterator[str]:
    if not is_note(element) and "call" not in classes_of(element):
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""
