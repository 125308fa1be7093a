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
    for old in found(body, "w:sectPr"):
        body.remove(old)
    _divide(body, _section(page, "header-text", "footer", restart), per_chapter=per_chapter)
    body[:0] = front
    fronts = [
        _section(cover_measures(brand.page), "header-cover", "footer-cover", restart),
        _section(page, "header-front", "footer", restart),
    ]
    ends = [item for item in front if item.tag == named("w:p") and style_of(item) == "SectionEnd"]
    for end, section in zip(ends, fronts, strict=False):
        _close(end, section)
    body.extend(back)
    body.append(_section(page, "header-front", "footer", restart))


def _divide(body: Element, section: Element, *, per_chapter: bool) -> None:
    """End the text's section, or one section for each chapter."""
    end = _section_end()
    body.append(end)
    if per_chapter:
        chapters = found(body, "w:p[w:pPr/w:pStyle[@w:val='Heading1']]")
        for follower in (*chapters[1:], end):
            _end_section(follower, deepcopy(section))
        _vary(section)
    _close(end, section)


def _vary(section: Element) -> None:
    """Let a section that holds no note count in another way, on the page where it stands.

    LibreOffice counts all notes as 0 that it has read after the first section that starts anew, and
    mends that only when the way of counting changes.
    """
    for restart in found(section, "w:footnotePr/w:numRestart"):
        restart.set(named("w:val"), "eachPage")
    for kind in found(section, "w:type"):
        kind.set(named("w:val"), "continuous")


def _section_end() -> Element:
    return element("w:p", [element("w:pPr", [element("w:pStyle", val="SectionEnd")])])


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


def _end_section(follower: Element, section: Element) -> None:
    """End a section before what follows it: in the paragraph before that, or in one made for it."""
    before = follower.getprevious()
    while before is not None and before.tag in {named("w:bookmarkStart"), named("w:bookmarkEnd")}:
        follower, before = before, before.getprevious()
    if before is None or before.tag != named("w:p"):
        before = _section_end()
        follower.addprevious(before)
    _close(before, section)


def _close(paragraph: Element, section: Element) -> None:
    properties = next(iter(found(paragraph, "w:pPr")), None)
    if properties is None:
        properties = element("w:pPr")
        paragraph.insert(0, properties)
    properties.append(section)
