"""Formulas keep what their author typed."""

import pytest

from octavo.ast import Node, iter_nodes, para, words
from octavo.ooxml import DOCUMENT, found, named, serialized, text_of
from octavo.write.docx.formulas import keep_formulas, mark_formulas
from octavo.write.docx.package import Package
from tests.support.word_texts import word

FORMULA = "<m:oMath><m:r><m:t>x2</m:t></m:r></m:oMath>"
START, END = '<w:bookmarkStart w:id="7" w:name="octavo-formula-1"/>', '<w:bookmarkEnd w:id="7"/>'


def _math(tex: str) -> Node:
    return {"t": "Math", "c": [{"t": "InlineMath"}, tex]}


def _kept(piece: str) -> Package:
    body = word(f"<w:p>{START}{piece}{END}<w:r><w:t> is a square</w:t></w:r></w:p>")
    package = Package({DOCUMENT: serialized(body)})
    keep_formulas(package, DOCUMENT, {"octavo-formula-1": "x^2"})
    return package


def test_equal_formulas_share_a_name() -> None:
    """Each formula stands in a Span whose identifier tells its TeX."""
    blocks, formulas = mark_formulas([para([*words("One"), _math("x"), _math("y"), _math("x")])])
    assert formulas == {"octavo-formula-1": "x", "octavo-formula-2": "y"}
    spans = [node["c"][0][0] for node in iter_nodes(blocks) if node["t"] == "Span"]
    assert spans == ["octavo-formula-1", "octavo-formula-2", "octavo-formula-1"]


@pytest.mark.parametrize("piece", [FORMULA, '<w:r><w:t xml:space="preserve">$x^2$</w:t></w:r>'])
def test_a_formula_reads_as_it_was_typed(piece: str) -> None:
    """What comes back is the TeX, also where Pandoc could not make a formula; no bookmark is left."""
    text = _kept(piece).tree(DOCUMENT)
    assert text_of(text) == "x^2 is a square"
    assert found(text, ".//w:bookmarkStart | .//w:bookmarkEnd") == []


def test_word_may_ignore_it() -> None:
    """The attribute is of a namespace that the part declares as ignorable."""
    assert _kept(FORMULA).tree(DOCUMENT).get(named("mc:Ignorable")) == "octavo"


def test_a_text_without_formulas_stays_as_it_is() -> None:
    """Nothing is declared where there is nothing to ignore."""
    package = Package({DOCUMENT: serialized(word("<w:p/>"))})
    keep_formulas(package, DOCUMENT, {})
    assert package.tree(DOCUMENT).get(named("mc:Ignorable")) is None
