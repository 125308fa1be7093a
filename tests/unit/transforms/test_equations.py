from typing import Any

from octavo.ast import plain_text
from octavo.model import Equation
from octavo.transforms.equations import label_equations, number_equations


def formula(tex: str, *after: str) -> dict[str, Any]:
    """Make a paragraph that begins with a formula on a line of its own."""
    words = [piece for word in after for piece in ({"t": "Space"}, {"t": "Str", "c": word})]
    return {"t": "Para", "c": [{"t": "Math", "c": [{"t": "DisplayMath"}, tex]}, *words]}


def test_labelled_formulas_are_numbered() -> None:
    """A formula with a label lies in a Div with its identifier and its number; others are left."""
    blocks = label_equations([formula("a", "{#eq:a}"), formula("b"), formula("c", "{#eq:c}")])
    equations = number_equations(blocks)

    assert equations == (Equation(1, "eq:a", "a"), Equation(2, "eq:c", "c"))
    assert [block["t"] for block in blocks] == ["Div", "Para", "Div"]
    assert blocks[2]["c"][0] == ["eq:c", ["equation"], []]
    assert plain_text(blocks[2]) == "c (2)"


def test_a_formula_within_text_has_no_number() -> None:
    """Only a formula that stands alone can be numbered."""
    blocks = [formula("a", "{#eq:a}", "and", "more"), {"t": "Para", "c": [{"t": "Str", "c": "{#eq:b}"}]}]

    assert label_equations(blocks) == blocks
