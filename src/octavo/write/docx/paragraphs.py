"""Paragraphs and runs of a Word document: their styles, and fields in them."""

from octavo.ooxml import Element, element, found, named, style_of, text_of

_TEXT = frozenset({"BodyText", "FirstParagraph"})
_TALL = ".//w:drawing | .//m:oMath"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def restyle(paragraph: Element, style: str) -> None:
    """Give a paragraph a style by its identifier."""
    properties = next(iter(found(paragraph, "w:pPr")), None)
    if properties is None:
        properties = element("w:pPr")
        paragraph.insert(0, properties)
    for old in found(properties, "w:pStyle"):
        properties.remove(old)
    properties.insert(0, element("w:pStyle", val=style))


def open_paragraphs(body: Element) -> None:
    """Give a paragraph that follows a paragraph the style Body Text, and First Paragraph any other.

    Pandoc does so too, but loses count after a heading with a note and after a caption. A paragraph
    with a picture or a formula becomes Tall Text, for lines that are set closer than the typeface's own
    leading cut off what is taller than type.
    """
    before: Element | None = None
    for block in body:
        if block.tag in {named("w:bookmarkStart"), named("w:bookmarkEnd")}:
            continue
        if block.tag == named("w:p") and style_of(block) in _TEXT:
            follows = (
                before is not None and before.tag == named("w:p") and style_of(before) in {*_TEXT, "TallText"}
            )
            opening = "BodyText" if follows else "FirstParagraph"
            restyle(block, "TallText" if found(block, _TALL) else opening)
        before = block


def hang_notes(footnotes: Element) -> None:
    """Let the text of notes hang behind their numbers, which stand on the line: a tab follows, no space."""
    for mark in found(footnotes, ".//w:r[w:footnoteRef]"):
        for style in found(mark, "w:rPr/w:rStyle"):
            style.set(named("w:val"), "FootnoteNumber")
        space = mark.getnext()
        if space is not None and not text_of(space):
            for text in found(space, "w:t"):
                space.replace(text, element("w:tab"))


def continue_notes(footnotes: Element) -> None:
    """Let further paragraphs of a note stand where its text stands, behind no number."""
    for note in found(footnotes, "w:footnote[not(@w:type)]"):
        for paragraph in found(note, "w:p[w:pPr/w:pStyle[@w:val='FootnoteText']][not(w:pPr/w:numPr)]"):
            if not found(paragraph, ".//w:footnoteRef"):
                restyle(paragraph, "FootnoteContinued")


def style_separators(footnotes: Element, *, has_rule: bool) -> None:
    """Give the lines that part notes from the text a style; without a rule they are empty."""
    for paragraph in found(footnotes, "w:footnote[@w:type]/w:p"):
        restyle(paragraph, "FootnoteSeparator")
        for rule in found(paragraph, "w:r[w:separator]") if not has_rule else []:
            paragraph.remove(rule)


def has_code(document: Element) -> bool:
    """Tell whether anything is set in the typeface of code."""
    return bool(found(document, ".//w:rStyle[@w:val='VerbatimChar'] | .//w:pStyle[@w:val='SourceCode']"))


def run(text: str, style: str | None = None) -> Element:
    """Make a run of text in a character style."""
    content = element("w:t")
    content.text = text
    content.set(_SPACE, "preserve")
    return _run([content], style)


def field(code: str, shown: str, style: str | None = None) -> list[Element]:
    """Make the runs of a field: its code, and what it shows until Word computes it anew."""
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    instruction.set(_SPACE, "preserve")
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
