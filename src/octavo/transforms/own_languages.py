"""Trees of one text in several languages become one, with each source by its own language's rules."""

import re
from collections.abc import Mapping, Sequence

from octavo.ast import Node, classes_of, iter_nodes, map_nodes

PART = "\ue008"
_CITATION = re.compile(r"<citation\b(?P<attributes>[^>]*)>(?P<content>.*?)</citation>", re.DOTALL)
_LAYOUT = re.compile(r'(<layout\b[^>]*\bdelimiter=")([^"]*)(")')


def part_citations(style: str) -> str:
    """Put a mark behind the sign that parts the sources of one citation, wherever a CSL style sets it.

    Styles that sort or collapse them do not say which part is which source's, and get none.
    """
    return _CITATION.sub(_part, style)


def _part(found: re.Match[str]) -> str:
    if "<sort" in found["content"] or "collapse=" in found["attributes"]:
        return found[0]
    return _LAYOUT.sub(lambda layout: f"{layout[1]}{layout[2]}{PART}{layout[3]}", found[0])


def in_own_languages(
    blocks: list[Node], others: Mapping[str, list[Node]], languages: Mapping[str, str]
) -> list[Node]:
    """Return the tree with what citeproc says of each source taken from the tree in its language.

    `others` are the trees by language, `languages` the language of each citekey that has another one than
    `blocks`. Names in the text stay: they are part of a sentence in the publication's language.
    """
    cites = _cites(blocks)
    by_language = {tag: _cites(tree) for tag, tree in others.items()}
    for index, cite in enumerate(cites):
        versions = {tag: found[index] for tag, found in by_language.items() if len(found) == len(cites)}
        _choose(cite, versions, languages)
    entries = {tag: _entries(tree) for tag, tree in others.items()}

    def changed(node: Node) -> Node:
        citekey = _citekey(node)
        return entries.get(languages.get(citekey, ""), {}).get(citekey, node) if citekey else node

    chosen: list[Node] = map_nodes(blocks, changed)
    return chosen


def without_parts(blocks: list[Node]) -> list[Node]:
    """Take the marks off again."""
    for node in iter_nodes(blocks):
        if node["t"] == "Str" and PART in node["c"]:
            node["c"] = node["c"].replace(PART, "")
    return blocks


def _cites(tree: list[Node]) -> list[Node]:
    return [node for node in iter_nodes(tree) if node["t"] == "Cite"]


def _entries(tree: list[Node]) -> dict[str, Node]:
    return {key: node for node in iter_nodes(tree) if (key := _citekey(node))}


def _citekey(node: Node) -> str:
    """Return the citekey of an entry of the bibliography, "" for anything else."""
    if node["t"] != "Div" or "csl-entry" not in classes_of(node):
        return ""
    identifier: str = node["c"][0][0]
    return identifier.removeprefix("ref-")


def _choose(cite: Node, versions: Mapping[str, Node], languages: Mapping[str, str]) -> None:
    """Set what a citation prints, in place, from its versions."""
    tags = [languages.get(citation["citationId"], "") for citation in cite["c"][0]]
    wanted = set(tags)
    if wanted == {""} or not wanted <= {"", *versions}:
        return
    printed = {"": _printed(cite), **{tag: _printed(version) for tag, version in versions.items()}}
    if any(inlines is None for inlines in printed.values()):
        return
    texts = {tag: inlines for tag, inlines in printed.items() if inlines is not None}
    if len(wanted) == 1:
        texts[""][:] = texts[tags[0]]
    else:
        _join(texts, tags)


def _printed(cite: Node) -> list[Node] | None:
    """Return the inlines that a citation prints of its sources: those of its note, or its own.

    There are none apart from the sentence when it names its author in a note, or has no note.
    """
    inlines: list[Node] = cite["c"][1]
    notes = [node for node in inlines if node["t"] == "Note"]
    if notes:
        first: list[Node] = notes[-1]["c"][0]["c"]
        return first
    return None if cite["c"][0][0]["citationMode"]["t"] == "AuthorInText" else inlines


def _join(texts: Mapping[str, list[Node]], tags: Sequence[str]) -> None:
    """Put together, in place, the parts of a citation in several languages, each from its tree."""
    parts = {tag: _parts(inlines) for tag, inlines in texts.items()}
    if all(len(found) == len(tags) for found in parts.values()):
        texts[""][:] = [node for index, tag in enumerate(tags) for node in parts[tag][index]]


def _parts(inlines: list[Node]) -> list[list[Node]]:
    """Cut what a citation prints behind each sign that parts two sources."""
    parts: list[list[Node]] = [[]]
    for node in inlines:
        pieces = node["c"].split(PART) if node["t"] == "Str" else [None]
        if len(pieces) == 1:
            parts[-1].append(node)
            continue
        for place, piece in enumerate(pieces):
            parts += [[]] if place else []
            parts[-1] += [{"t": "Str", "c": piece}] if piece else []
    return parts
