import re

import pytest
from lxml import html

from octavo.write.pdf.formulas import draw_formulas

FORMULA = (
    '<math display="{}"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>'
    '<annotation encoding="application/x-tex">x^2</annotation></semantics></math>'
)


def test_formulas_become_drawings() -> None:
    """A formula is an image that tells its TeX, stands where it stood and has the colour of the text."""
    root = html.fragment_fromstring(f"<p>a {FORMULA.format('inline')}, b</p>")
    formulas = draw_formulas([root], "#123456")
    (image,) = root.iter("img")

    assert (image.get("alt"), image.get("class"), image.tail) == ("x^2", "formula", ", b")
    assert formulas.undrawn == ()
    ((name, drawing),) = formulas.drawings.items()
    assert image.get("src") == f"formulas/{name}"
    assert "#123456" in drawing


def test_the_line_is_kept() -> None:
    """What hangs below the line is as much lower as the drawing is deeper than its baseline."""
    root = html.fragment_fromstring(f"<p>{FORMULA.format('block')}</p>")
    formulas = draw_formulas([root], "#000000")
    (image,) = root.iter("img")
    (drawing,) = formulas.drawings.values()
    found = re.search(r'viewBox="\S+ (\S+) \S+ (\S+)"', drawing)
    assert found
    depth = float(found[1]) + float(found[2])

    assert f"vertical-align: {-depth / 100:.3f}em" in (image.get("style") or "")
    assert image.get("class") == "formula formula-block"


def test_one_drawing_serves_equal_formulas() -> None:
    """The same formula twice is drawn once, with the same bytes in every run."""
    root = html.fragment_fromstring(f"<p>{FORMULA.format('inline') * 2}</p>")
    again = html.fragment_fromstring(f"<p>{FORMULA.format('inline')}</p>")

    assert draw_formulas([root], "#000000").drawings == draw_formulas([again], "#000000").drawings


def test_what_cannot_be_drawn_stays_as_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A formula without a drawing stands there as code, and its TeX is told."""
    monkeypatch.setattr("ziamath.Math", None)
    root = html.fragment_fromstring(f"<p>{FORMULA.format('inline')}.</p>")

    assert draw_formulas([root], "#000000").undrawn == ("x^2",)
    assert html.tostring(root, encoding="unicode") == "<p><code>x^2</code>.</p>"
