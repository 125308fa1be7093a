"""Paragraphs, lists and captions of Pandoc's Word document, in the styles of the brand."""

import re

from octavo.ooxml import Element, element, found, named, style_of, text_of, value

_CONTINUED = "1000"  # the number that Pandoc gives to what continues a list item: a bullet that is a space
_DEEPEST = 3
_INDENT = 300  # twentieths of a point, for each level
_BOXES = frozenset({"KeyFindings", "NoteBox"})
_TEXT = frozenset({"BodyText", "FirstParagraph"})
_LABEL = re.compile(r"^(.*?)(\d+)(\D*)$", re.DOTALL)
_SEQUENCES = {"ImageCaption": "Figure", "TableCaption": "Table"}


def style_lists(document: Element, numbering: Element) -> None:
    """Give list paragraphs the styles List Bullet, List Number and List Continue, and lists one indent.

    In a box or a note they keep its style. What continues an item loses the empty bullet that Pandoc
    gives it.
    """
    formats = _formats(numbering)
    for paragraph in found(document, ".//w:p[w:pPr/w:numPr]"):
        number = value(paragraph, "w:pPr/w:numPr/w:numId") or ""
        level = int(value(paragraph, "w:pPr/w:numPr/w:ilvl") or 0)
        kept = style_of(paragraph)
        if kept not in {None, "Compact", "BodyText", "FirstParagraph"}:
            if number == _CONTINUED:
                _continue_in_box(paragraph, str(kept))
            continue
        kind = "Continue" if number == _CONTINUED else formats.get((number, level), "Number")
        depth = min(level + 1, _DEEPEST)
        _restyle(paragraph, f"List{kind}{depth if depth > 1 else ''}")
        if number == _CONTINUED:
            _unnumber(paragraph)


def _continue_in_box(paragraph: Element, style: str) -> None:
    """Indent what continues a list item by a tab: a border follows the paragraph's indents."""
    _unnumber(paragraph)
    if style in _BOXES:
        _restyle(paragraph, f"{style}Continue")
        paragraph.insert(1, element("w:r", [element("w:tab")]))


def indent_lists(numbering: Element) -> None:
    """Give the levels of all lists one and the same indent."""
    for level in found(numbering, "w:abstractNum/w:lvl"):
        for indent in found(level, "w:pPr/w:ind"):
            indent.set(named("w:left"), str(_INDENT * (int(level.get(named("w:ilvl"), "0")) + 1)))
            indent.set(named("w:hanging"), str(_INDENT))


def open_paragraphs(body: Element) -> None:
    """Give a paragraph that follows a paragraph the style Body Text, and First Paragraph any other.

    Pandoc does so too, but loses count after a heading with a note and after a caption.
    """
    before: Element | None = None
    for block in body:
        if block.tag in {named("w:bookmarkStart"), named("w:bookmarkEnd")}:
            continue
        if block.tag == named("w:p") and style_of(block) in _TEXT:
            follows = before is not None and before.tag == named("w:p") and style_of(before) in _TEXT
            _restyle(block, "BodyText" if follows else "FirstParagraph")
        before = block


def has_code(document: Element) -> bool:
    """Tell whether anything is set in the typeface of code."""
    return bool(found(document, ".//w:rStyle[@w:val='VerbatimChar'] | .//w:pStyle[@w:val='SourceCode']"))


def hang_notes(footnotes: Element) -> None:
    """Let the text of notes hang behind their numbers, which stand on the line: a tab follows, no space."""
    for mark in found(footnotes, ".//w:r[w:footnoteRef]"):
        for style in found(mark, "w:rPr/w:rStyle"):
            style.set(named("w:val"), "FootnoteNumber")
        space = mark.getnext()
        if space is not None and not text_of(space):
            for text in found(space, "w:t"):
                space.replace(text, element("w:tab"))


def _formats(numbering: Element) -> dict[tuple[str, int], str]:
    """Return "Bullet" or "Number" by the identifier and the level of a list."""
    kinds: dict[tuple[str, int], str] = {}
    for item in found(numbering, "w:abstractNum/w:lvl"):
        parent = item.getparent()
        abstract = "" if parent is None else parent.get(named("w:abstractNumId"), "")
        is_bullet = value(item, "w:numFmt") == "bullet"
        kinds[abstract, int(item.get(named("w:ilvl"), "0"))] = "Bullet" if is_bullet else "Number"
    return {
        (number.get(named("w:numId"), ""), level): kinds.get((value(number, "w:abstractNumId") or "", level), "")
        for number in found(numbering, "w:num")
        for level in range(9)
    }


def _unnumber(paragraph: Element) -> None:
    for properties in found(paragraph, "w:pPr"):
        for numbered in found(properties, "w:numPr"):
            properties.remove(numbered)


def _restyle(paragraph: Element, style: str) -> None:
    (properties,) = found(paragraph, "w:pPr")
    for old in found(properties, "w:pStyle"):
        properties.remove(old)
    properties.insert(0, element("w:pStyle", val=style))


def restyle(paragraph: Element, style: str) -> None:
    """Give a paragraph a style by its identifier."""
    if not found(paragraph, "w:pPr"):
        paragraph.insert(0, element("w:pPr"))
    _restyle(paragraph, style)


def lift_captions(body: Element) -> None:
    """Put the caption of a figure above it, as in the other editions."""
    for caption in found(body, "w:p[w:pPr/w:pStyle[@w:val='ImageCaption']]"):
        figure = caption.getprevious()
        if figure is not None and style_of(figure) == "CaptionedFigure":
            figure.addprevious(caption)


def number_captions(document: Element) -> None:
    """Turn the number in each caption's label into a SEQ field, so that Word can renumber and list them."""
    for paragraph in found(document, ".//w:p[w:r/w:rPr/w:rStyle[@w:val='CaptionLabel']]"):
        sequence = _SEQUENCES.get(style_of(paragraph) or "")
        runs = found(paragraph, "w:r[w:rPr/w:rStyle[@w:val='CaptionLabel']]")
        match = _LABEL.match("".join(text.text or "" for run in runs for text in found(run, "w:t")))
        if sequence is None or match is None:
            continue
        place = paragraph.index(runs[0])
        for run in runs:
            paragraph.remove(run)
        before, number, after = match.groups()
        pieces = [_label(before), *field(f"SEQ {sequence} \\* ARABIC", number, "CaptionLabel"), _label(after)]
        paragraph[place:place] = pieces


def _label(text: str) -> Element:
    return run(text, "CaptionLabel")


def run(text: str, style: str | None = None) -> Element:
    """Make a run of text in a character style."""
    content = element("w:t")
    content.text = text
    content.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _run([content], style)


def field(code: str, shown: str, style: str | None = None) -> list[Element]:
    """Make the runs of a field: its code, and what it shows until Word computes it anew."""
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    begin, separate, end = (element("w:fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    return [
        _run([begin], style),
        _run([instruction], style),
        _run([separate], style),
        run(shown, style),
        _run([end], style),
    ]


def _run(children: list[Element], style: str | None) -> Element:
    look = [element("w:rPr", [element("w:rStyle", val=style)])] if style else []
    return element("w:r", [*look, *children])
