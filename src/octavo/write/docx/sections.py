"""The order of the Word document: cover, title page, contents, text, colophon, each with its header."""

from octavo.ooxml import NAMESPACES, Element, element, found, named, parse, style_of
from octavo.write.docx.look import Measures
from octavo.write.docx.reference import page_elements

_WRAPPER = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())


def fragment(content: bytes) -> list[Element]:
    """Parse what a template of several elements gave."""
    return list(parse(b"<octavo%s>%s</octavo>" % (_WRAPPER.encode(), content)))


def assemble(
    body: Element, front: list[Element], back: list[Element], page: Measures, *, per_chapter: bool
) -> None:
    """Lay front and back around the text in `w:body` and divide the whole into sections.

    With notes that start anew in each chapter, each chapter is a section (ECMA-376-1, 17.11.19).
    """
    for old in found(body, "w:sectPr"):
        body.remove(old)
    if per_chapter:
        for heading in found(body, "w:p[w:pPr/w:pStyle[@w:val='Heading1']]")[1:]:
            _end_section(heading, _section(page, "header-text", "footer", restart="eachSect"))
    body[:0] = front
    first_heading = next(iter(found(body, "w:p[w:pPr/w:pStyle[@w:val='Heading1']]")), None)
    restart = "eachSect" if per_chapter else "continuous"
    if first_heading is not None:
        _end_section(first_heading, _front_section(page, restart))
    last = element("w:p", [element("w:pPr", [element("w:pStyle", val="SectionEnd")])])
    body.append(last)
    _close(last, _section(page, "header-text", "footer", restart=restart))
    body.extend(back)
    body.append(_section(page, "header-front", "footer", restart=restart))


def _front_section(page: Measures, restart: str) -> Element:
    section = _section(page, "header-front", "footer", restart=restart)
    section.insert(0, _reference("w:footerReference", "first", "footer-cover"))
    section.insert(0, _reference("w:headerReference", "first", "header-cover"))
    section.append(element("w:titlePg"))
    return section


def _section(page: Measures, header: str, footer: str, *, restart: str) -> Element:
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
