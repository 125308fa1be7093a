"""Formulas: what their author typed stays beside what Word makes of them.

Word keeps formulas in a language of its own, from which nobody gets back what was typed. So each
carries its TeX in an attribute that Word may ignore (ECMA-376-3, "Ignorable"), for those who read the
document back. On the way through Pandoc a bookmark says which formula is which.
"""

import re
from collections.abc import Mapping
from typing import Any

from octavo.ast import Node, iter_nodes, map_nodes, span
from octavo.ooxml import TEX, Element, found, named
from octavo.write.docx.package import Package

_MARK = "octavo-formula-"
_DOLLARS = re.compile(r"^\$+|\$+$")


def mark_formulas(blocks: list[Node]) -> tuple[list[Node], dict[str, str]]:
    """Return the blocks with a name around each formula, and the formulas' TeX by these names."""
    texts = [node["c"][1] for node in iter_nodes(blocks) if node["t"] == "Math"]
    formulas = {f"{_MARK}{number}": tex for number, tex in enumerate(dict.fromkeys(texts), 1)}
    names = {tex: name for name, tex in formulas.items()}

    def changed(node: Node) -> Node:
        return span([node], names[node["c"][1]]) if node["t"] == "Math" else node

    marked: Any = map_nodes(blocks, changed)
    return marked, formulas


def keep_formulas(package: Package, part: str, formulas: Mapping[str, str]) -> None:
    """Give the formulas of a part their TeX, and take the bookmarks away."""
    if not formulas:
        return
    package.ignore(part, "octavo")
    for start in found(package.tree(part), f".//w:bookmarkStart[starts-with(@w:name, '{_MARK}')]"):
        tex = formulas[start.get(named("w:name"), "")]
        _keep(start, tex)
        identifier = start.get(named("w:id"))
        for mark in (start, *found(package.tree(part), f".//w:bookmarkEnd[@w:id='{identifier}']")):
            parent = mark.getparent()
            if parent is not None:
                parent.remove(mark)


def _keep(start: Element, tex: str) -> None:
    """Give the formula behind a bookmark its TeX; one that Pandoc left as text loses its dollars."""
    formula = start.getnext()
    if formula is None:
        return
    if formula.tag in {named("m:oMath"), named("m:oMathPara")}:
        formula.set(TEX, tex)
    for text in found(formula, "self::w:r/w:t"):
        text.text = _DOLLARS.sub("", text.text or "")
