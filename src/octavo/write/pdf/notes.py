"""Notes for the foot of the page: each is put right behind its call, whatever it holds.

A note that floats to the foot of the page (CSS Generated Content for Paged Media, section 2) has to
stand in the text where its call is, and that is mostly inside a paragraph, where HTML allows no
blocks. So the blocks of a note become spans that say what they were, and the stylesheet sets them as
blocks again. Numbers are octavo's own, the same as in all editions, and calls and notes are links to
each other, which the counters of CSS could not give.
"""

from lxml.html import Element, HtmlElement

from octavo.write.html import HtmlBody

PHRASING = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
    }
    | {"q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
"""The elements that may stand in a paragraph (HTML, "Phrasing content") and that Pandoc writes."""


def place_notes(body: HtmlBody) -> None:
    """Put every note behind its call and link the two both ways."""
    for number, call in body.calls.items():
        call.attrib.update(
            {"id": f"fnref{number}", "href": f"#fn{number}", "role": "doc-noteref", "class": "call"}
        )
        call.attrib.pop("data-note", None)
        note = _note(number, call.text or str(number), body.notes[number])
        note.tail, call.tail = call.tail, None
        call.addnext(note)
        _tie(call)
        _release_head(call)


def _note(number: int, label: str, blocks: HtmlElement) -> HtmlElement:
    """Make the span that floats: the label, which leads back, and the note's blocks as spans."""
    note = Element("span", {"class": "footnote", "id": f"fn{number}", "role": "doc-footnote"})
    back = Element("a", {"class": "note-label", "href": f"#fnref{number}", "role": "doc-backlink"})
    back.text, back.tail = label, " "
    note.append(back)
    for element in blocks.iter("*"):
        _drop_layout(element)
    for block in list(blocks):
        note.append(block)
    for element in list(note.iter("*")):
        _as_span(element)
    return note


def _drop_layout(element: HtmlElement) -> None:
    """Remove the line ends that Pandoc writes between blocks: between spans they would be seen."""
    if element.tag not in PHRASING:
        element.tail = (element.tail or "").strip() or None
        if len(element) and element[0].tag not in PHRASING:
            element.text = (element.text or "").strip() or None


def _as_span(element: HtmlElement) -> None:
    """Turn a block into a span of class `note-<what it was>`; leave what may stand in a paragraph."""
    if element.tag in PHRASING:
        return
    classes = f"note-{element.tag} {element.get('class', '')}".strip()
    if element.tag == "li":
        element.set("data-marker", _marker(element))
    element.tag = "span"
    element.set("class", classes)


def _marker(item: HtmlElement) -> str:
    """Return what stands before a list item: its number or a bullet."""
    parent = item.getparent()
    is_ordered = parent is not None and (parent.tag == "ol" or "note-ol" in parent.get("class", ""))
    if parent is None or not is_ordered:
        return "•"
    siblings = [child for child in parent if child.tag == "li" or "note-li" in child.get("class", "")]
    return f"{int(parent.get('start', '1')) + siblings.index(item)}."


def _tie(call: HtmlElement) -> None:
    """Keep a call on the line of the word before it, and apart from a call that stands right before it."""
    outer = call
    while _opens_span(outer):
        outer = outer.getparent()
    before = outer.getprevious()
    if before is not None and not before.tail and _ends_in_note(before):
        call.set("class", "call call-again")
        if before.get("class") == "tied":
            before.tail, outer.tail = outer.tail, None
            before.append(outer)
    else:
        _tie_to_word(outer)


def _opens_span(element: HtmlElement) -> bool:
    """Tell whether the element is the first thing in a span."""
    parent = element.getparent()
    return element.getprevious() is None and not parent.text and parent.tag == "span"


def _ends_in_note(element: HtmlElement) -> bool:
    while element.get("class") != "footnote":
        if not len(element) or element[-1].tail:
            return False
        element = element[-1]
    return True


def _tie_to_word(outer: HtmlElement) -> None:
    """Wrap the last word before an element together with it; the word may be empty."""
    before, parent = outer.getprevious(), outer.getparent()
    text = (parent.text if before is None else before.tail) or ""
    start = max(text.rfind(space) for space in " \n\t") + 1
    tied = Element("span", {"class": "tied"})
    tied.text, tied.tail, outer.tail = text[start:], outer.tail, None
    if before is None:
        parent.text = text[:start]
    else:
        before.tail = text[:start]
    parent.replace(outer, tied)
    tied.append(outer)


def _release_head(call: HtmlElement) -> None:
    """Keep a table's head from being repeated when it holds a call: the note would stand on one page only."""
    for head in call.iterancestors("thead"):
        head.set("class", "has-note")
