"""Formulas on lines of their own that have a label: numbered, each in a Div with its number."""

import re

from octavo.ast import Node, div, holds, iter_nodes, map_nodes, para, plain_text, span, words
from octavo.model import Equation

_LABEL = re.compile(r"\{#(eq:[^\s{}]+)\}")


def label_equations(blocks: list[Node]) -> list[Node]:
    """Put each formula with a label, `$$ … $$ {#eq:name}`, alone in a paragraph, into a Div `equation`."""

    def change(node: Node) -> Node:
        inlines = node["c"] if node["t"] in {"Para", "Plain"} else []
        if not inlines or not _is_display(inlines[0]):
            return node
        label = _LABEL.fullmatch(plain_text(inlines[1:]))
        return div([para(inlines[:1])], label[1], ["equation"]) if label else node

    labelled: list[Node] = map_nodes(blocks, change) if holds(blocks, "Math") else blocks
    return labelled


def number_equations(blocks: list[Node]) -> tuple[Equation, ...]:
    """Put a number behind each labelled formula, in place, and list them."""
    equations: list[Equation] = []
    for node in iter_nodes(blocks):
        if node["t"] == "Div" and "equation" in node["c"][0][1]:
            (paragraph,) = node["c"][1]
            number = len(equations) + 1
            tex = paragraph["c"][0]["c"][1].strip()
            paragraph["c"] += [{"t": "Space"}, span(words(f"({number})"), classes=["equation-number"])]
            equations.append(Equation(number, node["c"][0][0], tex))
    return tuple(equations)


def _is_display(node: Node) -> bool:
    return bool(node["t"] == "Math" and node["c"][0]["t"] == "DisplayMath")
