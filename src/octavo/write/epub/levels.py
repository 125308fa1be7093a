"""Levels of headings without gaps, for who moves from heading to heading (WCAG 2.2, technique H42)."""

from lxml.etree import _Element

from octavo.write.epub.xhtml import XHTML

_HEADINGS = {f"{{{XHTML}}}h{level}": level for level in range(1, 7)}


def close_gaps(section: _Element) -> None:
    """Tell programs the level of a heading that skips one or more (WAI-ARIA 1.2, `aria-level`).

    A heading stands one level below the last one above it that its author gave a lower number. The element
    keeps that number: what it looks like, and what the other editions say of it, is the author's.
    """
    above: list[int] = []
    for heading in section.iter(*_HEADINGS):
        level = _HEADINGS[str(heading.tag)]
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        if len(above) != level:
            heading.set("aria-level", str(len(above)))
