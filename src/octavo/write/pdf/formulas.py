"""Formulas as drawings: the layout engine knows no MathML, so each becomes an SVG in the text's colour.

The only door to ziamath, which sets MathML with a mathematical font of its own (STIX Two Math).
"""

import hashlib
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import Element, HtmlElement

SIZE = 100.0
"""The size at which formulas are drawn; the page scales them with `em`, so that they suit notes too."""

_VIEW_BOX = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')


@dataclass(frozen=True)
class Formulas:
    """The drawings by file name, and the TeX of formulas that could not be drawn and stay as typed."""

    drawings: dict[str, str]
    undrawn: tuple[str, ...]


def draw_formulas(roots: Iterable[HtmlElement], color: str) -> Formulas:
    """Replace each `math` below `roots` by an image that names its drawing; its alternative text is the TeX.

    The image stands on the line as the formula would: its measures and its depth below the line are in
    `em` (CSS 2.2, 10.8.1).
    """
    drawings: dict[str, str] = {}
    undrawn: list[str] = []
    for formula in [formula for root in roots for formula in root.iter("math")]:
        tex = _tex(formula)
        drawing = _drawing(formula, color)
        if drawing is None:
            undrawn.append(tex)
            image = Element("code")
            image.text = tex
        else:
            name = f"{hashlib.sha256(drawing.encode()).hexdigest()[:16]}.svg"
            drawings[name] = drawing
            image = _image(name, drawing, tex, is_block=formula.get("display") == "block")
        image.tail, formula.tail = formula.tail, None
        formula.getparent().replace(formula, image)
    return Formulas(drawings, tuple(dict.fromkeys(undrawn)))


def _tex(formula: HtmlElement) -> str:
    """Return what the author typed, which Pandoc keeps in an annotation."""
    return "".join(note.text or "" for note in formula.iter("annotation"))


def _drawing(formula: HtmlElement, color: str) -> str | None:
    """Draw a formula; None when that is not possible."""
    import ziamath

    ziamath.config.svg2 = False  # no <use>: each glyph is a path where it stands
    ziamath.config.math.color = color
    with _Silence():
        try:
            drawing: str = ziamath.Math(_presentation(formula), size=SIZE).svg()
        except Exception:  # noqa: BLE001 - whatever it meets in a formula, the formula is not drawn
            return None
    return drawing if _VIEW_BOX.search(drawing) else None


def _presentation(formula: HtmlElement) -> str:
    """Return the MathML that is to be seen, without what only carries the TeX."""
    math = etree.Element("math", {"display": formula.get("display", "inline")})
    for child in formula:
        shown = (
            [inner for inner in child if inner.tag != "annotation"] if child.tag == "semantics" else [child]
        )
        math.extend([etree.fromstring(etree.tostring(inner, with_tail=False)) for inner in shown])
    return etree.tostring(math, encoding="unicode")


def _image(name: str, drawing: str, tex: str, *, is_block: bool) -> HtmlElement:
    _, top, width, height = (float(number) / SIZE for number in _measures(drawing))
    style = f"width: {width:.3f}em; height: {height:.3f}em; vertical-align: {-(top + height):.3f}em"
    kind = "formula formula-block" if is_block else "formula"
    return Element("img", {"class": kind, "src": f"formulas/{name}", "alt": tex.strip(), "style": style})


def _measures(drawing: str) -> Iterator[str]:
    found = _VIEW_BOX.search(drawing)
    yield from found.groups() if found else ()


class _Silence(logging.Filter):
    """Keeps ziamath from logging, while it is entered: it logs to the root what it skips."""

    def filter(self, record: logging.LogRecord) -> bool:
        return record.name != "root"

    def __enter__(self) -> None:
        logging.getLogger().addFilter(self)

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeFilter(self)
