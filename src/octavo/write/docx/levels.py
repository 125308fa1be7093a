"""Levels of headings without gaps, for who moves from heading to heading (WCAG 2.2, technique G141).

What is set as a third level below a first counts as a second: it gets a style that rests on its own, looks
like it, and has the level below the heading above. The other editions do the same in their own ways.
"""

import re

from octavo.ooxml import Element, element, found, named, style_of, value
from octavo.write.docx.paragraphs import restyle

_HEADING = re.compile(r"Heading([1-9])")


def close_levels(text: Element, styles: Element) -> None:
    """Give headings that skip a level a style of the level that they have for programs."""
    above: list[int] = []
    for paragraph in found(text, ".//w:p"):
        match = _HEADING.fullmatch(style_of(paragraph) or "")
        if not match:
            continue
        level = int(match[1])
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        if len(above) != level:
            identifier = f"Heading{level}as{len(above)}"
            restyle(paragraph, identifier)
            if not found(styles, f"w:style[@w:styleId='{identifier}']"):
                styles.append(_style(identifier, level, len(above), styles))


def _style(identifier: str, level: int, shown: int, styles: Element) -> Element:
    (base,) = found(styles, f"w:style[@w:styleId='Heading{level}']")
    outline = element("w:pPr", [element("w:outlineLvl", val=str(shown - 1))])
    made = element(
        "w:style",
        [
            element("w:name", val=f"Heading {level} as {shown}"),
            element("w:basedOn", val=f"Heading{level}"),
            element("w:next", val=value(base, "w:next") or f"Heading{level}"),
            element("w:uiPriority", val="9"),
            element("w:qFormat"),
            outline,
        ],
        type="paragraph",
        styleId=identifier,
    )
    made.set(named("w:customStyle"), "1")
    return made
