"""Notes at the end of their chapter, linked both ways.

Reading systems that know `noteref` and `footnote` show a note over the page (EPUB Structural
Semantics Vocabulary 1.1, "Notes and annotations"); in all others a reader follows the call down and
the words at the note's end back up.
"""

from collections.abc import Mapping

from lxml.etree import _Element

from octavo.model import Document, Note
from octavo.write.epub.xhtml import EPUB_TYPE, XHTML, find_all, make, replace, to_xhtml
from octavo.write.html import HtmlBody


def place_notes(section: _Element, document: Document, body: HtmlBody) -> None:
    """Put the notes that are called in a chapter at its end, in the order of their calls."""
    calls = [link for link in find_all(section, "a") if link.get("data-note")]
    if not calls:
        return
    notes = {note.number: note for note in document.notes}
    words = document.words
    home = make("section", {"class": "notes", EPUB_TYPE: "footnotes", "aria-label": words["notes"]})
    for call in calls:
        note = notes[int(call.attrib["data-note"])]
        replace(call, _call(note))
        home.append(_note(note, to_xhtml(body.notes[note.number]), words))
    section.append(home)
    for element in (*home, home):
        element.tail = "\n"


def call_id(number: int) -> str:
    """Return the identifier of a note's call."""
    return f"fnref{number}"


def note_id(number: int) -> str:
    """Return the identifier of a note."""
    return f"fn{number}"


def _call(note: Note) -> _Element:
    """Make the call: raised by its own element, so that it is so without our stylesheet too."""
    raised = make("sup", {"class": "call"})
    attributes = {
        EPUB_TYPE: "noteref",
        "role": "doc-noteref",
        "id": call_id(note.number),
        "href": f"#{note_id(note.number)}",
    }
    raised.append(make("a", attributes, note.label))
    return raised


def _note(note: Note, blocks: _Element, words: Mapping[str, str]) -> _Element:
    attributes = {EPUB_TYPE: "footnote", "role": "doc-footnote", "id": note_id(note.number)}
    aside = make("aside", {"class": "note-text", **attributes})
    aside.extend(list(blocks))
    first, last = _first_paragraph(aside), _last_paragraph(aside)
    label = make("span", {"class": "note-label"}, note.label)
    label.tail = " " + (first.text or "").lstrip()
    first.text = None
    first.insert(0, label)
    _append_spaced(last, _way_back(note, words))
    return aside


def _way_back(note: Note, words: Mapping[str, str]) -> _Element:
    """Make the link back: words, since an arrow alone tells a listener nothing (WCAG 2.2, 2.4.4)."""
    attributes = {
        "class": "back",
        "role": "doc-backlink",
        "href": f"#{call_id(note.number)}",
        "aria-label": f"{words['back_to_text']}: {words['note']} {note.label}",
    }
    return make("a", attributes, words["back_to_text"])


def _first_paragraph(aside: _Element) -> _Element:
    if not len(aside) or aside[0].tag != f"{{{XHTML}}}p":
        aside.insert(0, make("p"))
    return aside[0]


def _last_paragraph(aside: _Element) -> _Element:
    if aside[-1].tag != f"{{{XHTML}}}p":
        aside.append(make("p"))
    return aside[-1]


def _append_spaced(paragraph: _Element, link: _Element) -> None:
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "").rstrip() + " "
    paragraph.append(link)
