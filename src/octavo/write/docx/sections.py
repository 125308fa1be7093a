"""The order of the Word document: cover, title page, contents, text, colophon, each with its header."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from octavo.model import Brand, PageSetup
from octavo.ooxml import Element, element, found, named, style_of
from octavo.write.docx.landscape import ends_turned, section_end, turn_pages
from octavo.write.docx.look import Measures, cover_measures, measures
from octavo.write.docx.reference import page_elements


def assemble(
    body: Element,
    around: tuple[list[Element], list[Element]],
    brand: Brand,
    *,
    per_chapter: bool,
    front_chapters: int = 0,
) -> None:
    """Lay what is `around` it, front and back, around the text in `w:body`; divide the whole into sections.

    Each paragraph of the style Section End in the front ends a section: the cover and the pages that
    follow it. Each chapter is a section when notes start anew in each (ECMA-376-1, 17.11.19) and when
    each begins on a right-hand page. The first `front_chapters` chapters stand before the text.
    """
    front, back = around
    look = _Look(brand, "eachSect" if per_chapter else "continuous")
    for old in found(body, "w:sectPr"):
        body.remove(old)
    _divide(body, look, front_chapters, per_chapter=per_chapter)
    body[:0] = front
    fronts = [look.cover(), look.front(opens=True)]
    ends = [item for item in front if item.tag == named("w:p") and style_of(item) == "SectionEnd"]
    for end, section in zip(ends, fronts, strict=False):
        _close(end, section)
    body.extend(back)
    body.append(look.front(opens=False))
    turn_pages(body)


def _divide(body: Element, look: "_Look", front_chapters: int, *, per_chapter: bool) -> None:
    """End the text's section, or the sections of its chapters."""
    chapters = found(body, "w:p[w:pPr/w:pStyle[@w:val='Heading1']]")
    firsts = [0]
    if per_chapter or look.page.is_two_sided:
        firsts = list(range(max(1, len(chapters))))
    elif look.has_roman_folios and 0 < front_chapters < len(chapters):
        firsts = [0, front_chapters]
    last = firsts[-1]
    for first, following in pairwise(firsts):
        _end_section(chapters[following], look.text(first, front_chapters))
    end = None if per_chapter else ends_turned(body)
    if end is None:
        end = section_end()
        body.append(end)
    section = look.text(last, front_chapters)
    if per_chapter:
        _end_section(end, deepcopy(section))
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


@dataclass(frozen=True)
class _Look:
    """What sections look like: their pages, headers and footers, and how notes are counted."""

    brand: Brand
    restart: str

    @property
    def page(self) -> PageSetup:
        """The brand's page."""
        return self.brand.page

    @property
    def has_roman_folios(self) -> bool:
        """Whether pages before the text have numbers of their own."""
        return self.page.front_folios == "roman"

    def cover(self) -> Element:
        """Make the section of the cover, which shows neither header nor folio."""
        edges = _edges("default", "header-cover", "footer-cover")
        return self._section(cover_measures(self.page), edges, "nextPage")

    def front(self, *, opens: bool) -> Element:
        """Make the section of title page and contents, or of the colophon; a title page shows no folio."""
        roman = self._folios("lowerRoman") if opens and self.has_roman_folios else []
        first = _edges("first", "header-first", "footer-cover" if opens else "footer")
        edges = [*first, *self._edges("header-front")]
        return self._section(measures(self.brand), edges, self._opening(), roman, has_first=True)

    def text(self, chapter: int, front_chapters: int) -> Element:
        """Make the section that begins with a chapter, counted from 0."""
        is_front = chapter < front_chapters
        folios: list[Element] = []
        if self.has_roman_folios:
            folios = self._folios("lowerRoman" if is_front else "decimal", begin=chapter == front_chapters)
        edges = [*_edges("first", "header-first", "footer"), *self._edges("header-text")]
        return self._section(measures(self.brand), edges, self._opening(), folios, has_first=True)

    def _opening(self) -> str:
        return "oddPage" if self.page.is_two_sided else "nextPage"

    def _edges(self, header: str) -> list[Element]:
        even = _edges("even", f"{header}-even", "footer-even") if self.page.is_two_sided else []
        return [*even, *_edges("default", header, "footer")]

    def _folios(self, form: str, *, begin: bool = False) -> list[Element]:
        made = element("w:pgNumType", fmt=form)
        if begin:
            made.set(named("w:start"), "1")
        return [made]

    def _section(
        self,
        page: Measures,
        edges: list[Element],
        opening: str,
        folios: Iterable[Element] = (),
        *,
        has_first: bool = False,
    ) -> Element:
        notes = element("w:footnotePr", [element("w:numRestart", val=self.restart)])
        first = [element("w:titlePg")] if has_first else []
        kind = element("w:type", val=opening)
        return element("w:sectPr", [*edges, notes, kind, *page_elements(page), *folios, *first])


def _edges(kind: str, header: str, footer: str) -> list[Element]:
    return [
        _reference("w:headerReference", kind, header),
        _reference("w:footerReference", kind, footer),
    ]


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
        before = section_end()
        follower.addprevious(before)
    _close(before, section)


def _close(paragraph: Element, section: Element) -> None:
    properties = next(iter(found(paragraph, "w:pPr")), None)
    if properties is None:
        properties = element("w:pPr")
        paragraph.insert(0, properties)
    properties.append(section)
