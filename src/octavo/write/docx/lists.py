"""Lists of Pandoc's Word document, in the styles of the brand and with one indent."""

from octavo.ooxml import Element, found, named, style_of, value
from octavo.write.docx.box_lists import BOXES
from octavo.write.docx.paragraphs import restyle

_CONTINUED = "1000"  # the number that Pandoc gives to what continues a list item: a bullet that is a space
_DEEPEST = 3
_INDENT = 300  # twentieths of a point, for each level
_DASH = "–"
_TASKS = frozenset("☐☒")
_PLAIN = frozenset({None, "Compact", "BodyText", "FirstParagraph"})


def style_lists(text: Element, numbering: Element) -> None:
    """Give list paragraphs the styles List Bullet, List Number and List Continue.

    In a box or a note they keep its style. What continues an item loses the empty bullet that Pandoc
    gives it, except in boxes, where it keeps the box's edge (see `box_lists`).
    """
    formats = _formats(numbering)
    for paragraph in found(text, ".//w:p[w:pPr/w:numPr]"):
        number = value(paragraph, "w:pPr/w:numPr/w:numId") or ""
        level = int(value(paragraph, "w:pPr/w:numPr/w:ilvl") or 0)
        if found(paragraph, "ancestor::w:tc"):
            restyle(paragraph, "TableText")
        elif style_of(paragraph) in _PLAIN and found(paragraph, "ancestor::w:footnote"):
            restyle(paragraph, "FootnoteText")
        elif style_of(paragraph) in _PLAIN:
            kind = "Continue" if number == _CONTINUED else formats.get((number, level), "Number")
            restyle(paragraph, f"List{kind}{min(level + 1, _DEEPEST) if level else ''}")
        if number == _CONTINUED and style_of(paragraph) not in BOXES:
            _unnumber(paragraph)


def _unnumber(paragraph: Element) -> None:
    for properties in found(paragraph, "w:pPr"):
        for numbered in found(properties, "w:numPr"):
            properties.remove(numbered)


def indent_lists(numbering: Element) -> None:
    """Give the levels of all lists one and the same indent, and those without numbers a dash.

    What is to do keeps its box to tick.
    """
    for text in found(numbering, "w:abstractNum/w:lvl[w:numFmt[@w:val='bullet']]/w:lvlText"):
        if (text.get(named("w:val")) or "").strip() and text.get(named("w:val")) not in _TASKS:
            text.set(named("w:val"), _DASH)
    for level in found(numbering, "w:abstractNum/w:lvl"):
        for indent in found(level, "w:pPr/w:ind"):
            indent.set(named("w:left"), str(_INDENT * (int(level.get(named("w:ilvl"), "0")) + 1)))
            indent.set(named("w:hanging"), str(_INDENT))


def _formats(numbering: Element) -> dict[tuple[str, int], str]:
    """Return "Bullet" or "Number" by the identifier and the level of a list."""
    kinds: dict[tuple[str, int], str] = {}
    for item in found(numbering, "w:abstractNum/w:lvl"):
        parent = item.getparent()
        abstract = "" if parent is None else parent.get(named("w:abstractNumId"), "")
        is_bullet = value(item, "w:numFmt") == "bullet"
        kinds[abstract, int(item.get(named("w:ilvl"), "0"))] = "Bullet" if is_bullet else "Number"
    return {
        (number.get(named("w:numId"), ""), level): kinds.get(
            (value(number, "w:abstractNumId") or "", level), ""
        )
        for number in found(numbering, "w:num")
        for level in range(9)
    }
