"""Boxes and the lists in them: the bar and the ground of a box follow the indents of its paragraphs.

So all paragraphs of a box have one left edge. Numbers of deeper levels stand behind spaces, not behind
an indent, and what continues an item has a number that is a space.
"""

from copy import deepcopy

from octavo.ooxml import Element, element, found, named, style_of, value

BOXES = frozenset({"KeyFindings", "NoteBox", "CautionBox", "MethodBox"})
_TITLE = "Title"
_FIRST = 5000  # above the identifiers that Pandoc gives to lists
_STEP = 300  # twentieths of a point, for each level
_LEAD = "\N{EM SPACE}\N{NO-BREAK SPACE}"


def seat_box_lists(text: Element, numbering: Element, styles: Element) -> None:
    """Give the lists in boxes a numbering of their own, whose indent begins where that of the box does."""
    made: dict[tuple[str, int], str] = {}
    for paragraph in found(text, ".//w:p[w:pPr/w:numPr]"):
        style = style_of(paragraph)
        if style not in BOXES:
            continue
        for number in found(paragraph, "w:pPr/w:numPr/w:numId"):
            key = number.get(named("w:val"), ""), _padding(styles, style)
            if key not in made:
                made[key] = _copied(numbering, *key, _FIRST + len(made))
            number.set(named("w:val"), made[key])


def part_boxes(body: Element) -> None:
    """Part boxes that follow each other: Word joins paragraphs whose borders are the same."""
    for paragraph in found(body, "w:p"):
        style, following = style_of(paragraph) or "", paragraph.getnext()
        after = (style_of(following) or "") if following is not None else ""
        begins = after.endswith(_TITLE) or after != style.removesuffix(_TITLE)
        if {style.removesuffix(_TITLE), after.removesuffix(_TITLE)} <= BOXES and begins:
            paragraph.addnext(element("w:p", [element("w:pPr", [element("w:pStyle", val="BoxSpace")])]))


def _padding(styles: Element, identifier: str) -> int:
    """Return the left indent of a style in twentieths of a point."""
    indents = found(styles, f"w:style[@w:styleId='{identifier}']/w:pPr/w:ind")
    return int(indents[0].get(named("w:left"), "0")) if indents else 0


def _copied(numbering: Element, identifier: str, padding: int, new: int) -> str:
    """Copy a list's numbering for a box; return the identifier of the copy."""
    (number,) = found(numbering, f"w:num[@w:numId='{identifier}']")
    (levels,) = found(numbering, f"w:abstractNum[@w:abstractNumId='{value(number, 'w:abstractNumId')}']")
    levels, number = deepcopy(levels), deepcopy(number)
    levels.set(named("w:abstractNumId"), str(new))
    number.set(named("w:numId"), str(new))
    for old in found(levels, "w:nsid"):
        levels.remove(old)
    for link in found(number, "w:abstractNumId"):
        link.set(named("w:val"), str(new))
    for depth, level in enumerate(found(levels, "w:lvl")):
        _seat(level, padding, depth)
    found(numbering, "w:abstractNum")[-1].addnext(levels)
    numbering.append(number)
    return str(new)


def _seat(level: Element, padding: int, depth: int) -> None:
    for kind in found(level, "w:numFmt[@w:val='bullet']") if depth else []:
        kind.set(
            named("w:val"), "none"
        )  # LibreOffice takes only the first sign of a bullet, which is a space
    for shown in found(level, "w:lvlText"):
        shown.set(named("w:val"), _LEAD * depth + (shown.get(named("w:val")) or ""))
    for style in found(level, "w:pStyle"):
        level.remove(style)
    for properties in found(level, "w:pPr"):
        level.remove(properties)
    step = _STEP * (depth + 1)
    indent = element("w:pPr", [element("w:ind", left=str(padding + step), hanging=str(step))])
    found(level, "w:lvlJc")[0].addnext(indent)
