"""What links the parts of a Word document: numbers of notes, bookmarks of headings."""

from octavo.model import Heading
from octavo.ooxml import Element, element, found, named

_FIRST_BOOKMARK = 100_000  # above all that Pandoc counts


def number_notes(document: Element, footnotes: Element) -> None:
    """Give the notes the identifiers 1, 2, 3 … in the order of their calls."""
    notes = {note.get(named("w:id")): note for note in found(footnotes, "w:footnote[not(@w:type)]")}
    for number, call in enumerate(found(document, ".//w:footnoteReference"), 1):
        note = notes.get(call.get(named("w:id")))
        call.set(named("w:id"), str(number))
        if note is not None:
            note.set(named("w:id"), str(number))


def mark_headings(document: Element, headings: tuple[Heading, ...]) -> dict[str, str]:
    """Put a bookmark into each heading of level 1 and 2; return the names of bookmarks by identifier.

    They have the names that Word gives to bookmarks of its contents, which it hides from its lists.
    """
    wanted = [heading for heading in headings if heading.level <= 2]
    paragraphs = found(document, ".//w:p[w:pPr/w:pStyle[@w:val='Heading1' or @w:val='Heading2']]")
    names = {}
    for number, (heading, paragraph) in enumerate(zip(wanted, paragraphs, strict=True), 1):
        name, identifier = f"_Toc{number:08d}", str(_FIRST_BOOKMARK + number)
        paragraph.insert(1, element("w:bookmarkStart", id=identifier, name=name))
        paragraph.append(element("w:bookmarkEnd", id=identifier))
        names[heading.identifier] = name
    return names


def name_plainly(*trees: Element) -> None:
    """Take colons out of the names of bookmarks, and of links to them, in place.

    LibreOffice writes `tbl%3Aloans` for `tbl:loans` in the one, not in the other; Word itself knows no
    names with colons.
    """
    names = [item.get(named("w:name"), "") for tree in trees for item in found(tree, ".//w:bookmarkStart")]
    plain: dict[str, str] = {}
    for name in names:
        if ":" in name:
            new = name.replace(":", "_")
            while new in names or new in plain.values():
                new += "_"
            plain[name] = new
    for tree in trees:
        for path, attribute in ((".//w:bookmarkStart", "w:name"), (".//w:hyperlink[@w:anchor]", "w:anchor")):
            for item in found(tree, path):
                name = item.get(named(attribute), "")
                item.set(named(attribute), plain.get(name, name))
