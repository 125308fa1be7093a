"""Citations within notes, made to read as notes do.

Pandoc puts all that a note cites in brackets into parentheses ("See (Roe, *Bridges*, 3) and (Doe, 5)").
Where a source is what the sentence speaks of, the manuals of note styles have none, so they go there, and
stops and capitals are set as the sentence wants them. Behind a statement they stay ("The vote was close
(Roe, *Bridges*, 3).").
"""

import re
from collections.abc import Iterator
from typing import Any

from octavo.ast import Node, iter_nodes, plain_text
from octavo.transforms.signal_words import SIGNAL_WORDS

_QUOTES = frozenset("”»’\"'“")
_LEADING = frozenset("(:;,—–")
"""Marks behind which a source is part of the sentence."""
_ENDS = re.compile(r"[.?!…][”»’\"')]*$")
_OPEN, _CLOSE = {"t": "Str", "c": "("}, {"t": "Str", "c": ")"}
_ABBREVIATED = re.compile(r"\b(?:ibid|ebd)$", re.IGNORECASE)
_BARE_IBID = re.compile(
    r'<term name="ibid">[^<]*[^<.]</term>|<text\b(?=[^>]*\bterm="ibid")(?=[^>]*\bstrip-periods="true")'
)


def keep_apart(blocks: list[Node]) -> None:
    """Put an empty text before each citation that begins a note, in place.

    citeproc treats such a one in a way of its own, with a stop where none belongs; so all are alike.
    """
    for note in _notes(blocks):
        for block in note["c"][:1]:
            if block["t"] in {"Para", "Plain"} and block["c"] and block["c"][0]["t"] == "Cite":
                block["c"].insert(0, {"t": "Str", "c": ""})


def read_cited_notes(blocks: list[Node], style: str) -> None:
    """Let the citations within notes read as part of them, in place.

    `style` is the XML of the CSL style: whether its notes end with a stop, and "ibid" in one, is there.
    """
    stop = "." if re.search(r'<citation\b.*?<layout\b[^>]*\bsuffix="\.', style, re.DOTALL) else ""
    ibid = "" if _BARE_IBID.search(style) else "."
    for note in _notes(blocks):
        for inlines in _lists_with_citations(note["c"]):
            _read(inlines, ibid)
            if stop and inlines[-1]["t"] == "Cite":
                _end(inlines, stop)
    _lower_references(blocks)


def _lower_references(blocks: list[Node]) -> None:
    """Undo, in place, the capital that citeproc gives a note which begins with another's number, "(N 1)"."""
    for node in iter_nodes(blocks):
        if node["t"] == "Para" and len(node["c"]) > 2 and node["c"][0] == {"t": "Str", "c": "(N"}:
            node["c"][0]["c"] = "(n"


def _notes(blocks: list[Node]) -> Iterator[Node]:
    """Yield the notes that are written by hand: what citeproc made lies in the citation itself."""
    made = {
        id(inner)
        for cite in iter_nodes(blocks)
        if cite["t"] == "Cite"
        for inner in iter_nodes(cite["c"][1])
        if inner["t"] == "Note"
    }
    yield from (node for node in iter_nodes(blocks) if node["t"] == "Note" and id(node) not in made)


def _lists_with_citations(tree: Any) -> Iterator[list[Node]]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from _lists_with_citations(value)
    elif isinstance(tree, list):
        if any(isinstance(item, dict) and item.get("t") == "Cite" for item in tree):
            yield tree
        else:
            for item in tree:
                yield from _lists_with_citations(item)


def _read(inlines: list[Node], ibid: str) -> None:
    if inlines[0] == {"t": "Str", "c": ""}:
        del inlines[0]
    for index, cite in enumerate(inlines):
        if cite["t"] != "Cite":
            continue
        if cite["c"][0][0]["citationMode"]["t"] == "AuthorInText":
            cite["c"][1] = _without_comma(cite["c"][1])
        else:
            _read_bracketed(cite, plain_text(inlines[:index]), ibid)
        _settle(inlines, index)


def _read_bracketed(cite: Node, before: str, ibid: str) -> None:
    """Take the parentheses off where the text before leads to the source, in place."""
    inner = cite["c"][1]
    if len(inner) < 2 or inner[0] != _OPEN or inner[-1] != _CLOSE:
        return
    if _ABBREVIATED.search(plain_text(inner[:-1])):
        inner.insert(-1, {"t": "Str", "c": ibid})
    if _leads_to_source(before):
        cite["c"][1] = inner[1:-1]
        if _begins_sentence(before):
            _capitalise(cite["c"][1])


def _leads_to_source(before: str) -> bool:
    last = before.rpartition(" ")[2].lower()
    return last[-1:] in _LEADING or last.strip("(.,") in SIGNAL_WORDS or _begins_sentence(before)


def _without_comma(inner: list[Node]) -> list[Node]:
    """Leave out the comma between a name and a parenthesis: "Roe (n 1)"."""
    for index in range(len(inner) - 2):
        comma, space, rest = inner[index : index + 3]
        if comma == {"t": "Str", "c": ","} and space["t"] == "Space" and plain_text(rest).startswith("("):
            return [*inner[:index], *inner[index + 1 :]]
    return inner


def _begins_sentence(before: str) -> bool:
    last = before.rpartition(" ")[2].lower().strip("(")
    return not before or bool(_ENDS.search(before) and last.rstrip(".") not in SIGNAL_WORDS)


def _capitalise(inner: list[Node]) -> None:
    first = next((node for node in iter_nodes(inner) if node["t"] == "Str" and node["c"]), None)
    if first:
        first["c"] = first["c"][0].upper() + first["c"][1:]


def _settle(inlines: list[Node], index: int) -> None:
    """Let a stop or comma that follows stand where the style wants it, and only once, in place."""
    inner = inlines[index]["c"][1]
    following = inlines[index + 1] if index + 1 < len(inlines) else None
    if following is None or following["t"] != "Str" or following["c"][:1] not in {".", ","}:
        if index == 0 and following is not None and _begins_anew(inlines[1:]):
            _end(inlines[:1], ".")
        return
    mark = following["c"][0]
    if mark == "." and inner[-1:] != [_CLOSE] and _ENDS.search(plain_text(inner)):
        following["c"] = following["c"][1:]
    elif _gap(inner) is not None:
        _append(inner, mark)
        following["c"] = following["c"][1:]


def _begins_anew(after: list[Node]) -> bool:
    """Tell whether a sentence begins behind the source that a note begins with."""
    return after[0]["t"] in {"Space", "SoftBreak"} and plain_text(after)[:1].isupper()


def _end(inlines: list[Node], stop: str) -> None:
    inner = inlines[-1]["c"][1]
    if inner and (inner[-1] == _CLOSE or not _ENDS.search(plain_text(inner))):
        _append(inner, stop)


def _append(inner: list[Node], mark: str) -> None:
    """Append a mark, within the closing quotation mark if citeproc had one there."""
    gap = _gap(inner)
    if gap is None:
        inner.append({"t": "Str", "c": mark})
    else:
        gap["c"] = mark


def _gap(inner: list[Node]) -> Node | None:
    """Return the empty text before the last quotation mark, from which citeproc took the style's stop."""
    strings = [node for node in iter_nodes(inner) if node["t"] == "Str"]
    if len(strings) > 1 and strings[-1]["c"] in _QUOTES and not strings[-2]["c"]:
        return strings[-2]
    return None
