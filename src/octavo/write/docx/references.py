"""Cross-references in Word: fields that follow the number of what they name (ECMA-376-1, 17.16.5.51, REF).

On the way through Pandoc, the address of a cross-reference has a prefix of its own, so that links which an
author made to the same place stay links.
"""

import re
from collections.abc import Iterable, Mapping

from octavo.model import Document, Heading
from octavo.ooxml import Element, element, found, named, style_of
from octavo.write.docx.paragraphs import field, run

PREFIX = "octavo-reference:"
_FIRST_BOOKMARK = 200_000  # above those of headings
_STYLE = "CrossReference"
_NUMBER = re.compile(r"^(?P<before>.*?)(?P<shown>\d+(?:\.\d+)*)(?P<after>)$", re.DOTALL)
_TITLE = re.compile(r"^(?P<before>“?)(?P<shown>.*?)(?P<after>”?)$", re.DOTALL)
_SECTION_NUMBER = "w:r[w:rPr/w:rStyle[@w:val='SectionNumber']]"


def bookmark_names(document: Document) -> dict[str, str]:
    """Return the name of a bookmark for each thing that a cross-reference can name, by its identifier.

    They have the names that Word gives to the goals of its own cross-references.
    """
    identifiers = [
        *(caption.identifier for caption in document.captions),
        *(equation.identifier for equation in document.equations),
        *(heading.identifier for heading in document.headings),
    ]
    return {
        identifier: f"_Ref{number:08d}" for number, identifier in enumerate(dict.fromkeys(identifiers), 1)
    }


def bookmarked(pieces: Iterable[Element], name: str) -> list[Element]:
    """Return the pieces of a paragraph between the two ends of a bookmark."""
    identifier = str(_FIRST_BOOKMARK + int(name.removeprefix("_Ref")))
    start = element("w:bookmarkStart", id=identifier, name=name)
    return [start, *pieces, element("w:bookmarkEnd", id=identifier)]


def mark_goals(text: Element, headings: Iterable[Heading], names: Mapping[str, str]) -> None:
    """Put a bookmark around the number of each heading, or around its text when it has no number."""
    styled = {f"Heading{level}" for level in range(1, 7)}
    paragraphs = [paragraph for paragraph in found(text, ".//w:p") if style_of(paragraph) in styled]
    for heading, paragraph in zip(headings, paragraphs, strict=True):
        goal = found(paragraph, _SECTION_NUMBER) or found(paragraph, "w:r[w:t]")
        if goal:
            start, end = bookmarked([], names[heading.identifier])
            goal[0].addprevious(start)
            goal[-1].addnext(end)


def number_equations(text: Element, names: Iterable[str]) -> None:
    """Set each formula between two tabs, its number as a SEQ field with a bookmark behind the second."""
    paragraphs = [
        paragraph for paragraph in found(text, ".//w:p") if (style_of(paragraph) or "").endswith("Equation")
    ]
    for number, (paragraph, name) in enumerate(zip(paragraphs, names, strict=True), 1):
        formula = found(paragraph, ".//m:oMath")
        for old in [child for child in paragraph if child.tag != named("w:pPr")]:
            paragraph.remove(old)
        paragraph.append(_tab())
        paragraph.extend(formula)
        paragraph.append(_tab())
        shown = bookmarked(field("SEQ Equation \\* ARABIC", str(number)), name)
        paragraph.extend([run("("), *shown, run(")")])


def fill_references(tree: Element, names: Mapping[str, str]) -> None:
    """Turn each cross-reference into a link around a REF field, which shows what octavo counted."""
    for link in found(tree, f".//w:hyperlink[starts-with(@w:anchor, '{PREFIX}')]"):
        name = names[link.get(named("w:anchor"), "").removeprefix(PREFIX)]
        text = "".join(piece.text or "" for piece in found(link, ".//w:t"))
        match = _NUMBER.match(text) or _TITLE.match(text)
        for old in list(link):
            link.remove(old)
        link.set(named("w:anchor"), name)
        if match:
            link.extend(run(match["before"], _STYLE) for _ in match["before"][:1])
            link.extend(field(f"REF {name} \\h", match["shown"], _STYLE))
            link.extend(run(match["after"], _STYLE) for _ in match["after"][:1])


def _tab() -> Element:
    return element("w:r", [element("w:tab")])
