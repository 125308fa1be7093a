"""Several notes at one place become one, before citeproc counts them.

Two calls side by side, as in "text.³⁴", send a reader to the foot of the page twice for one statement,
and look like the number 34. Citations that stand together become one cluster, so that what citeproc says of
positions (ibid., the number of an earlier note) holds for the notes that readers see.
"""

import unicodedata
from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from octavo.ast import Node, is_a, para, plain_text, string
from octavo.transforms.chapters import is_chapter_marker

_SPACES = frozenset({"Space", "SoftBreak"})
_CLOSING = frozenset(".,;:!?…)»”’\"'")
"""What may stand between two calls at one place, and behind which the call goes."""
_STOPS = (".", "?", "!", "…", ":", ",", ";")


def merge_notes(blocks: list[Node], *, is_note_style: bool) -> list[Node]:
    """Return the text with one note where several stood side by side, or with only a stop between them.

    Citations in brackets join into one citation; with a note beside them, they go into that note, all in
    their order. An author named in the text keeps a note of their own, into which a note that follows is
    put by `join_calls`, once citeproc has run. Within a note only citations join. With a style that sets
    sources into the text, citations are no notes and stay.
    """
    merged: list[Node] = _merged(blocks, "NC" if is_note_style else "N")
    return merged


def _merged(tree: Any, kinds: str) -> Any:
    if isinstance(tree, dict):
        inner = kinds.replace("N", "") if tree.get("t") == "Note" else kinds
        return {key: _merged(value, inner) for key, value in tree.items()}
    if isinstance(tree, list):
        items = [_merged(value, kinds) for value in tree]
        return _with_merged_runs(_lifted(items), kinds) if any(_is_call(item) for item in items) else items
    return tree


def _lifted(items: list[Any]) -> list[Any]:
    """Put a call that ends words set apart, such as those in italics, behind them where another follows."""
    lifted: list[Any] = []
    for index, item in enumerate(items):
        inner = _words_set_apart(item)
        lifted.append(item)
        if len(inner) > 1 and _is_call(inner[-1]) and _is_followed(items[index + 1 :]):
            lifted.append(inner.pop())
            while inner[-1]["t"] in _SPACES:
                inner.pop()
    return lifted


def _words_set_apart(item: Any) -> list[Node]:
    content: list[Any] = item["c"] if is_a(item, "Emph") or is_a(item, "Strong") else []
    return item["c"][1] if is_a(item, "Quoted") else content


def _is_followed(after: list[Any]) -> bool:
    """Tell whether a call is the next thing but spaces and stops."""
    words = (item for item in after if item["t"] not in _SPACES and not _is_stop(item))
    return _is_call(next(words, None))


def _is_stop(item: Any) -> bool:
    return is_a(item, "Str") and set(item["c"]) <= _CLOSING


def join_calls(tree: Any) -> Any:
    """Return the tree with each note that stands right behind another one, which citeproc made, in that."""
    if isinstance(tree, dict):
        return {key: join_calls(value) for key, value in tree.items()}
    if not isinstance(tree, list):
        return tree
    joined: list[Any] = []
    waiting = [join_calls(value) for value in tree]
    for index, item in enumerate(waiting):
        made = _made_note(joined[-1]) if joined else None
        if made and is_a(item, "Note"):
            made["c"] = _joined(made["c"], item["c"])
            _drop_second_stop(joined[-1], waiting[index + 1 : index + 2])
        else:
            joined.append(item)
    return joined


def _drop_second_stop(cite: Node, following: list[Node]) -> None:
    """Take from what follows, in place, the stops that citeproc has copied before the note of an author."""
    if following and is_a(following[0], "Str"):
        stops = "".join(takewhile(_is_punctuation, following[0]["c"]))
        if stops and plain_text(cite["c"][1]).endswith((stops, stops[0])):
            following[0]["c"] = following[0]["c"][len(stops) :]


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char).startswith("P")


def count_notes(blocks: list[Node]) -> None:
    """Number the notes for citeproc as readers count them, in place: in the order of the text.

    A number is left out between chapters, so that no chapter begins with "ibid.": a note can mean the
    one before it only when their numbers follow each other (CSL specification 1.0.2, "position"). What
    citeproc prints of these numbers is replaced by labels later.
    """
    _count(blocks, -1 if blocks and is_chapter_marker(blocks[0]) else 0)


def _count(tree: Any, number: int) -> int:
    """Number what is in `tree`, before which there are `number` notes; return the number of its last.

    Pandoc gives an image the text of its figure's caption once more; that counts for nothing.
    """
    if is_a(tree, "Image"):
        _set_number(tree, number)
    elif isinstance(tree, dict):
        for value in tree.values():
            number = _count(value, number)
    elif isinstance(tree, list):
        before: Any = None
        for item in tree:
            if _is_call(item):
                shares = item["t"] == "Note" and is_a(before, "Cite") and _names_author(before)
                number += 0 if shares else 1
                _set_number(item, number)
            else:
                number = _count(item, number + is_chapter_marker(item))
            before = item
    return number


def _set_number(tree: Any, number: int) -> None:
    if isinstance(tree, list):
        for item in tree:
            _set_number(item, number)
    elif isinstance(tree, dict):
        if "citationNoteNum" in tree:
            tree["citationNoteNum"] = number
        for value in tree.values():
            _set_number(value, number)


def _is_call(item: Any) -> bool:
    return is_a(item, "Note") or is_a(item, "Cite")


def _names_author(cite: Node) -> bool:
    return bool(cite["c"][0][0]["citationMode"]["t"] == "AuthorInText")


def _follows(item: Any, kinds: str) -> bool:
    """Tell whether a call can join the one before it: an author who is named in the text cannot."""
    return bool(
        _is_call(item) and item["t"][0] in kinds and not (item["t"] == "Cite" and _names_author(item))
    )


def _leads(item: Any, kinds: str) -> bool:
    """Tell whether others can join a call: within notes, an author who is named goes with the text."""
    return _follows(item, kinds) or (kinds == "NC" and is_a(item, "Cite"))


def _with_merged_runs(inlines: list[Node], kinds: str) -> list[Node]:
    merged: list[Node] = []
    waiting = inlines
    while waiting:
        calls, stops, end = _run(waiting, kinds)
        waiting, first = waiting[end:], waiting[0]
        if len(calls) > 1:
            _place(merged, calls, stops, waiting)
        else:
            merged.append(first)
    return merged


def _run(inlines: list[Node], kinds: str) -> tuple[list[Node], str, int]:
    """Return the calls that stand together at the beginning, the stops between them, and where they end."""
    calls, stops, end, gap = inlines[:1], "", 1, ""
    if not _leads(inlines[0], kinds):
        return calls, stops, end
    for index, item in enumerate(inlines[1:], start=1):
        if _follows(item, kinds):
            calls.append(item)
            stops, gap, end = stops + gap, "", index + 1
        elif "N" in kinds and _is_stop(item):
            gap += item["c"]
        elif item["t"] not in _SPACES:
            break
    return calls, stops, end


def _place(before: list[Node], calls: list[Node], stops: str, after: list[Node]) -> None:
    """Append the one call to `before`, behind the stops; those at the beginning of `after` are taken too."""
    first, *others = groups = _grouped(calls)
    if not others:
        before += [first, *_string(stops)]
    elif is_a(first, "Cite") and _names_author(first):
        before += [first, _one_note(others), *_string(stops + _take_stops(after))]
    else:
        if any(is_a(group, "Cite") for group in groups):
            taken = _take_stops(after)
            stops += "" if taken == stops else taken
        while (stops or is_a(first, "Cite")) and before and before[-1]["t"] in _SPACES:
            before.pop()
        before += [*_string(stops), _one_note(groups)]


def _string(text: str) -> list[Node]:
    return [string(text)] if text else []


def _take_stops(after: list[Node]) -> str:
    """Take the stops from the beginning of what follows, in place."""
    if not after or not is_a(after[0], "Str"):
        return ""
    text = after[0]["c"]
    rest = text.lstrip("".join(_CLOSING))
    after[:1] = _string(rest)
    return str(text[: len(text) - len(rest)])


def _grouped(calls: Sequence[Node]) -> list[Node]:
    """Join the citations that stand next to each other into one."""
    groups: list[Node] = []
    for call in calls:
        if groups and is_a(call, "Cite") and is_a(groups[-1], "Cite"):
            groups[-1] = _one_citation(groups[-1], call)
        else:
            groups.append(call)
    return groups


def _one_citation(first: Node, second: Node) -> Node:
    citations, written = first["c"]
    return {"t": "Cite", "c": [[*citations, *second["c"][0]], [*written, {"t": "Space"}, *second["c"][1]]]}


def _one_note(groups: Sequence[Node]) -> Node:
    blocks: list[Node] = []
    for group in groups:
        blocks = _joined(blocks, group["c"] if group["t"] == "Note" else [para([group])])
    return {"t": "Note", "c": blocks}


def _joined(first: list[Node], second: list[Node]) -> list[Node]:
    """Join the blocks of two notes: in one paragraph where both have words there."""
    texts = {"Para", "Plain"}
    if not first or not second or first[-1]["t"] not in texts or second[0]["t"] not in texts:
        return [*first, *second]
    begun, goes_on = first[-1]["c"], second[0]["c"]
    return [*first[:-1], para([*begun, *_between(begun, goes_on), *goes_on]), *second[1:]]


def _between(before: list[Node], after: list[Node]) -> list[Node]:
    """Return what parts two notes in one paragraph: a stop unless there is one, or a semicolon.

    A semicolon stands where the second goes on in lower case, and between words and a citation.
    """
    end, beginning = plain_text(before), plain_text(after)
    space = {"t": "Space"}
    if is_a(before[-1], "Cite") if before else False:
        return [*_string(";" if _goes_on(beginning) else "."), space]
    if end.endswith(_STOPS) or end[:-1].endswith(_STOPS):
        return [space]
    is_cited = is_a(after[0], "Cite") if after else False
    return [*_string(";" if is_cited or _goes_on(beginning) else "."), space]


def _goes_on(text: str) -> bool:
    return text[:1].islower()


def _made_note(item: Any) -> Node | None:
    """Return the note at the end of a citation that names its author in the text."""
    if is_a(item, "Cite") and item["c"][1] and is_a(item["c"][1][-1], "Note"):
        note: Node = item["c"][1][-1]
        return note
    return None
