"""Formulas: MathML that can be heard, and that scrolls where a phone is too narrow for it."""

from lxml.etree import _Element

from octavo.write.epub.xhtml import MATHML, make, replace

_LEAVES = tuple(f"{{{MATHML}}}{name}" for name in ("mi", "mn", "mo", "mtext"))
_LONGEST = 24


def mark_up_formulas(section: _Element) -> None:
    """Give each formula the text that its author wrote, and each that may be too wide a box of its own.

    The text is for who hears it (MathML Core, "alttext"). A formula has no places where it may break, so
    that those on lines of their own, and long ones within a line, scroll in their boxes.
    """
    for formula in list(section.iter(f"{{{MATHML}}}math")):
        source = formula.find(f".//{{{MATHML}}}annotation")
        if source is not None and source.text:
            formula.set("alttext", source.text.strip())
        if formula.get("display") == "block":
            _put_into_box(formula, "formula")
        elif _length(formula) > _LONGEST:
            _put_into_box(formula, "long-formula")


def _length(formula: _Element) -> int:
    """Return the number of letters, digits and signs in a formula: roughly its width."""
    return sum(len(node.text or "") for node in formula.iter(*_LEAVES))


def _put_into_box(formula: _Element, name: str) -> None:
    box = make("span", {"class": name})
    replace(formula, box)
    box.append(formula)
