"""Cross-references: `@fig:traffic` becomes a link that says "Figure 2".

Pandoc reads them as citations, so they are taken out before citeproc looks for them in the bibliography,
and get their text once everything is numbered. The syntax is that of the filter pandoc-crossref.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from octavo.ast import Node, classes_of, iter_nodes, map_nodes, words
from octavo.elements import LABEL_KINDS, is_label
from octavo.model import Captioned, Equation, Heading

CLASS = "cross-reference"
WITH_PAGE = "with-page"
_NUMBER_ONLY = "number-only"
_ASKS_FOR_PAGE = "page"
_INNER_QUOTES = str.maketrans("“”«»", "‘’„“")
"""Quotation marks within quotation marks."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a cross-reference calls its goal: the word for it and its number, or else its title."""

    word: str
    number: str
    title: str = ""


def mark_references(blocks: list[Node]) -> list[Node]:
    """Turn each citation of labels into links without text; text beside the labels stays.

    A citation of sources keeps the sources alone: `mixed_citations` finds the labels among them.
    """

    def change(node: Node) -> Node | list[Node]:
        if node["t"] == "Cite" and all(is_label(item["citationId"]) for item in node["c"][0]):
            return [piece for part in _parts(node) for piece in part]
        if node["t"] == "Cite":
            node["c"][0] = [item for item in node["c"][0] if not is_label(item["citationId"])]
        if node["t"] == "Span" and _ASKS_FOR_PAGE in classes_of(node) and _is_one_link(node["c"][1]):
            classes_of(node["c"][1][0]).append(WITH_PAGE)
            return [node["c"][1][0]]
        return node

    marked: list[Node] = map_nodes(blocks, change)
    return marked


def mixed_citations(blocks: list[Node]) -> list[str]:
    """Return the labels that stand in one bracket with sources."""
    found = []
    for node in iter_nodes(blocks):
        if node["t"] == "Cite":
            names = [item["citationId"] for item in node["c"][0]]
            labels = [name for name in names if is_label(name)]
            found += labels if len(labels) < len(names) else []
    return found


def _parts(cite: Node) -> Iterable[list[Node]]:
    """Yield the pieces of each label in a bracket, with commas between them."""
    for index, item in enumerate(cite["c"][0]):
        before = [{"t": "Str", "c": ","}, {"t": "Space"}] if index else []
        prefix = [*item["citationPrefix"], {"t": "Space"}] if item["citationPrefix"] else []
        yield [*before, *prefix, _link(item), *_suffix(item)]


def _suffix(item: Node) -> list[Node]:
    """Return what stands behind a label; Pandoc took the brackets in `@fig:map [left]` for its own."""
    suffix: list[Node] = item["citationSuffix"]
    if suffix and item["citationMode"]["t"] == "AuthorInText":
        return [{"t": "Space"}, {"t": "Str", "c": "["}, *suffix, {"t": "Str", "c": "]"}]
    return suffix


def _link(item: Node) -> Node:
    label = item["citationId"]
    classes = [CLASS, *([_NUMBER_ONLY] if item["citationMode"]["t"] == "SuppressAuthor" else [])]
    kind = LABEL_KINDS[label.partition(":")[0]]
    return {"t": "Link", "c": [["", classes, [["kind", kind]]], words(f"@{label}"), [f"#{label}", ""]]}


def _is_one_link(inlines: list[Node]) -> bool:
    return len(inlines) == 1 and inlines[0]["t"] == "Link" and CLASS in classes_of(inlines[0])


def names_of(
    captions: Iterable[Captioned],
    equations: Iterable[Equation],
    headings: Iterable[Heading],
    numbers: Mapping[str, str],
    language: Mapping[str, str],
) -> dict[str, Name]:
    """Return what cross-references call each labelled thing, by its identifier.

    `numbers` has the numbers of numbered headings by identifier; `language` is octavo's words.
    """
    names = {item.identifier: Name(language[item.kind], str(item.number)) for item in captions}
    names |= {item.identifier: Name(language["equation"], str(item.number)) for item in equations}
    for heading in headings:
        word = language["chapter" if heading.level == 1 else "section"]
        names[heading.identifier] = Name(word, numbers.get(heading.identifier, ""), heading.text)
    return names


def fill_references(blocks: list[Node], names: Mapping[str, Name]) -> list[str]:
    """Give each cross-reference its text, in place; return the labels that nothing has.

    Within another link it is text alone: a link leads to one place.
    """
    unknown, outer = [], []
    for node in iter_nodes(blocks):
        if node["t"] == "Link" and CLASS in classes_of(node):
            label = node["c"][2][0][1:]
            if label not in names:
                unknown.append(label)
                continue
            classes = classes_of(node)
            node["c"][1] = _text(names[label], is_bare=_NUMBER_ONLY in classes)
            classes[:] = [name for name in classes if name != _NUMBER_ONLY]
        elif node["t"] == "Link":
            outer.append(node)
    for node in outer:
        node["c"][1] = map_nodes(node["c"][1], _without_link)
    return list(dict.fromkeys(unknown))


def fill_headings(blocks: list[Node], names: Mapping[str, Name]) -> list[str]:
    """Write out the cross-references of headings as plain text, in place; return unknown labels.

    Headings stand in contents, bookmarks and running heads as well, where a link has no place.
    """
    unknown = []
    for node in iter_nodes(blocks):
        if node["t"] == "Header":
            unknown += fill_references([node], names)
            node["c"][2] = map_nodes(node["c"][2], _without_link)
    return unknown


def _without_link(node: Node) -> Node | list[Node]:
    if node["t"] == "Link" and CLASS in classes_of(node):
        inlines: list[Node] = node["c"][1]
        return inlines
    return node


def _text(name: Name, *, is_bare: bool) -> list[Node]:
    """Write a name: word and number on one line; a thing without number by its title in quotes."""
    if not name.number:
        if is_bare:
            return words(name.title)
        return [{"t": "Quoted", "c": [{"t": "DoubleQuote"}, words(name.title.translate(_INNER_QUOTES))]}]
    text = name.number if is_bare else f"{name.word}\N{NO-BREAK SPACE}{name.number}"
    return [{"t": "Str", "c": text}]
