"""Identifiers: unique in the whole publication, and links that find them.

Pandoc reads each chapter in its own scope (`--file-scope`) and so prefixes every identifier, and
every internal link, with the file's name and two underscores. Authors link across chapters by the
bare identifier; two chapters may each have a heading "Introduction".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from octavo.ast import Node, attributes_of, classes_of, iter_attributed
from octavo.transforms.chapters import MARKER_CLASS

_SCOPED = re.compile(r"^(chapter-\d+\.md)__(.*)$", re.DOTALL)
_WHOLE_FILE = re.compile(r"#chapter-\d+\.md$")
_RESERVED = re.compile(
    r"^(refs(-\d+)?|ref-.*|fn(ref)?\d+|chapter-\d+|bibliography(-\d+)?|sources-by-chapter"
    r"|cover|title-page|contents|colophon)$"
)


@dataclass(frozen=True)
class Resolved:
    """A tree with bare, unique identifiers, and the internal links that lead nowhere.

    `broken` has pairs of the file that Pandoc read and the identifier that it links to.
    """

    blocks: list[Node]
    broken: tuple[tuple[str, str], ...]


def resolve_identifiers(blocks: list[Node]) -> Resolved:
    """Take the scopes off identifiers and links, in place."""
    nodes = list(iter_attributed(blocks))
    _scope_figures(nodes)
    names = _new_names(nodes)
    broken: list[tuple[str, str]] = []
    for node in nodes:
        attributes = attributes_of(node)
        if attributes and attributes[0] in names:
            attributes[0] = names[attributes[0]]
        if node["t"] == "Link" and node["c"][2][0].startswith("#"):
            node["c"][2][0] = _new_target(node["c"][2][0], names, broken)
    return Resolved(blocks, tuple(dict.fromkeys(broken)))


def _scope_figures(nodes: list[Node]) -> None:
    """Give the identifiers of figures their scope, in place: Pandoc 3.9 leaves them out.

    The scope is that of the chapter's marker, the first identifier of every file.
    """
    scope = ""
    for node in nodes:
        attributes = attributes_of(node)
        if _is_marker(node) and attributes:
            scope = attributes[0].split("__")[0]
        elif node["t"] == "Figure" and attributes and attributes[0] and not _SCOPED.match(attributes[0]):
            attributes[0] = f"{scope}__{attributes[0]}"


def _is_marker(node: Node) -> bool:
    return node["t"] == "Header" and MARKER_CLASS in classes_of(node)


def _new_names(nodes: list[Node]) -> dict[str, str]:
    """Give each scoped identifier its bare name, or the next free one when that is taken."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for node in nodes:
        if _is_marker(node):
            continue
        attributes = attributes_of(node)
        found = _SCOPED.match(attributes[0]) if attributes else None
        if attributes and found and attributes[0] not in names:
            name = _free_name(found[2], taken)
            taken.add(name)
            names[attributes[0]] = name
    return names


def _free_name(wanted: str, taken: set[str]) -> str:
    if wanted not in taken and not _RESERVED.match(wanted):
        return wanted
    number = 1
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _new_target(target: str, names: Mapping[str, str], broken: list[tuple[str, str]]) -> str:
    """Resolve a link in its own chapter first, then in the whole publication.

    An empty one, of which Pandoc makes a link to the whole file, is empty again.
    """
    if _WHOLE_FILE.match(target):
        return ""
    found = _SCOPED.match(target[1:])
    if not found:
        return target
    file, identifier = found[1], found[2]
    if found[0] in names:
        return f"#{names[found[0]]}"
    if identifier not in names.values():
        broken.append((file, identifier))
    return f"#{identifier}"
