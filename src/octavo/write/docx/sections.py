"""The order of the Word document: cover, title page, contents, text, colophon, each with its header."""

from copy import deepcopy

from octavo.model import Brand
from octavo.ooxml import Element, element, found, named, style_of
from octavo.write.docx.look import Measures, cover_measures, measures
from octavo.write.docx.reference import page_elements


def assemble(
    body: Element, front: list[Element], back: list[Element], brand: Brand, *, per_chapter: bool
) -> None:
    """Lay front and back around the text in `w:body` and divide the whole into sections.

    Each paragraph of the style Section End in `front` ends a section: the cover and the pages that
    follow it. With notes that start anew in each chapter, each chapter is a section (ECMA-376-1,
    17.11.19).
    """
    page = measures(brand)
    restart = "eachSect" if per_chapter else "continuous"
    text = _section(page, "header-text", "footer", restart)
    for old in found(body, "w:sectPr"):
        body.remove(old)
    if per_chapter:
        for heading in found(body, "w:p[w:pPr/w:pStyle[@w:val='Heading1']]")[1:]:
            _end_section(heading, deepcopy(text))
    body[:0] = front
    fronts = [_section(cover_measures(brand.page), "header-cover", "footer-cover", restart)]
    fronts.append(_section(page, "header-front", "footer", restart))
    ends = [item for item in front if item.tag == named("w:p") and style_of(item) == "SectionEnd"]
    for end, section in zip(ends, fronts, strict=False):
        _close(end, section)
    end = element("w:p", [element("w:pPr", [element("w:pStyle", val="SectionEnd")])])
    body.append(end)
    _close(end, text)
    body.extend(back)
    body.append(_section(page, "header-front", "footer", restart))


def _section(page: Measures, header: str, footer: str, restart: str) -> Element:
    return element(
        "w:sectPr",
        [
            _reference("w:headerReference", "default", header),
            _reference("w:footerReference", "default", footer),
            element("w:footnotePr", [element("w:numRestart", val=restart)]),
            element("w:type", val="nextPage"),
            *page_elements(page),
        ],
    )


def _reference(name: str, kind: str, relationship: str) -> Element:
    made = element(name, type=kind)
    made.set(named("r:id"), relationship)
    return made


def _end_section(heading: Element, section: Element) -> None:
    """End a section before a chapter's heading: in the paragraph before it, or in one made for that."""
    before = heading.getprevious()
    while before is not None and before.tag in {named("w:bookmarkStart"), named("w:bookmarkEnd")}:
        heading, before = before, before.getprevious()
    if before is None or before.tag != named("w:p") or style_of(before) == "SectionEnd":
        before = element("w:p", [element("w:pPr", [element("w:pStyle", val="SectionEnd")])])
        heading.addprevious(before)
    _close(before, section)


def _close(paragraph: Element, section: Element) -> None:
    properties = next(iter(found(paragraph, "w:pPr")), None)
    if properties is None:
        properties = element("w:pPr")
        paragraph.insert(0, properties)
    properties.append(section)
