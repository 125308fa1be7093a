"""Formulas: MathML that can be heard, and that scrolls where a phone is too narrow for it."""

from lxml.etree import _Element

from octavo.write.epub.xhtml import MATHML, make, replace


def mark_up_formulas(section: _Element) -> None:
    """Give each formula the text that its author wrote, and each on its own lines a box of its own.

    The text is for who hears it (MathML Core, "alttext"). A formula has no places where it may break.
    """
    for formula in list(section.iter(f"{{{MATHML}}}math")):
        source = formula.find(f".//{{{MATHML}}}annotation")
        if source is not None and source.text:
            formula.set("alttext", source.text.strip())
        if formula.get("display") == "block":
            box = make("span", {"class": "formula"})
            replace(formula, box)
            box.append(formula)
