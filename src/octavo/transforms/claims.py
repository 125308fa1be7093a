"""Claims in the tree: each marked passage has an identifier of its own, and the register leads to it.

Pandoc takes `[…]{.claim id=C07}` for a Span with the identifier `C07`, which a claim with several
passages would give to each of them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from octavo.ast import Node, attributes_of, classes_of, iter_attributed, iter_nodes, map_nodes, words
from octavo.transforms.references import WITH_PAGE, Name

CLAIM = "claim"
ENTRY = "claim-entry"
"""The class of the Span that names a claim in the register."""
PLACES = "claim-places"
"""The class of the empty Span in the register where links to a claim's passages go."""
PLACE = "claim-place"
_KEY = "claim"
_SCOPE_END = "__"
_NOT_ASCII = re.compile(r"[^A-Za-z0-9._-]")


@dataclass(frozen=True)
class Passage:
    """A marked passage of the text, and the identifier of the last heading before it."""

    claim: str
    node: Node
    heading: str

    @property
    def identifier(self) -> str:
        """What links to the passage name."""
        return str(self.node["c"][0][0])


def entry_identifier(claim: str) -> str:
    """Return the identifier of a claim's entry in the register, in letters that every link can name."""
    return "claim-" + _NOT_ASCII.sub(lambda char: f"u{ord(char[0]):04x}", claim)


def name_passages(blocks: list[Node]) -> None:
    """Give the marked passages identifiers of their own, in place.

    They are `claim-C07-1`, `claim-C07-2` and so on, behind the scope that Pandoc has put before them.
    """
    counts: Counter[str] = Counter()
    for node in iter_nodes(blocks):
        attributes = attributes_of(node)
        if node["t"] == "Span" and attributes and CLAIM in attributes[1] and attributes[0]:
            scope, separator, claim = attributes[0].rpartition(_SCOPE_END)
            counts[claim] += 1
            attributes[0] = f"{scope}{separator}{entry_identifier(claim)}-{counts[claim]}"
            attributes[2].append([_KEY, claim])


def iter_passages(blocks: Sequence[Node]) -> Iterator[Passage]:
    """Yield the marked passages in the order of the text."""
    heading = ""
    for node in iter_attributed(list(blocks)):
        if node["t"] == "Header":
            heading = node["c"][1][0]
        elif node["t"] == "Span" and CLAIM in classes_of(node) and (claim := claim_of(node)):
            yield Passage(claim, node, heading)


def claim_of(node: Node) -> str | None:
    """Return the claim that a Span is about."""
    return next((value for key, value in node["c"][0][2] if key == _KEY), None)


def fill_places(blocks: list[Node], names: Mapping[str, Name], language: Mapping[str, str]) -> list[Node]:
    """Lead from each entry of the register to the claim's passages, one for each heading.

    `names` are what headings are called, by identifier; `language` is octavo's words. An entry without
    passages says nothing of them.
    """
    found: dict[str, dict[str, Passage]] = {}
    for passage in iter_passages(blocks):
        found.setdefault(passage.claim, {}).setdefault(passage.heading, passage)
    if not any(PLACES in classes_of(node) for node in iter_attributed(blocks)):
        return blocks

    def change(node: Node) -> Node | list[Node]:
        if node["t"] != "Span" or PLACES not in classes_of(node):
            return node
        passages = found.get(claim_of(node) or "", {}).values()
        links = [_link(passage, names) for passage in passages if passage.heading in names]
        node["c"][1] = [*words(f"{language['in_the_text']}:"), {"t": "Space"}, *_listed(links)]
        return node if links else []

    filled: list[Node] = map_nodes(blocks, change)
    return filled


def _link(passage: Passage, names: Mapping[str, Name]) -> Node:
    name = names[passage.heading]
    number = f"{name.word}\N{NO-BREAK SPACE}{name.number}"
    text: list[Node] = [{"t": "Str", "c": number}] if name.number else words(name.title)
    return {"t": "Link", "c": [["", [PLACE, WITH_PAGE], []], text, [f"#{passage.identifier}", ""]]}


def _listed(links: Sequence[Node]) -> Iterator[Node]:
    for index, link in enumerate(links):
        yield from ([{"t": "Str", "c": ";"}, {"t": "Space"}] if index else [])
        yield link
    yield {"t": "Str", "c": "."}
