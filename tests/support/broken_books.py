"""EPUBs and Word documents that are broken on purpose, each in one way, so that a gate can be tried."""

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

Parts = dict[str, bytes]
Change = Callable[[Parts], None]

PAGE = re.compile(r"EPUB/\d+-.*\.xhtml")
TEXT = "word/document.xml"


def _page(parts: Parts) -> str:
    return next(name for name in parts if PAGE.fullmatch(name) and b"<img" in parts[name])


def _package(parts: Parts) -> str:
    return next(name for name in parts if name.endswith(".opf"))


def _change(parts: Parts, name: str, pattern: bytes, replacement: bytes) -> None:
    """Change the first match in a part, which must be there."""
    parts[name], count = re.subn(pattern, replacement, parts[name], count=1)
    assert count == 1, (name, pattern)


def repeat_identifier(parts: Parts) -> None:
    """Give two empty paragraphs of a page one identifier."""
    _change(parts, _page(parts), rb"</section>\s*</body>", rb'<p id="twin"/><p id="twin"/>\g<0>')


def lose_link(parts: Parts) -> None:
    """Link to a page that is not there."""
    _change(parts, _page(parts), rb"</section>\s*</body>", rb'<p><a href="nowhere.xhtml">lost</a></p>\g<0>')


def lose_place(parts: Parts) -> None:
    """Link to a place on the page that is not there."""
    _change(parts, _page(parts), rb"</section>\s*</body>", rb'<p><a href="#nowhere">lost</a></p>\g<0>')


def drop_words_of_images(parts: Parts) -> None:
    """Take the texts of all pictures on a page away."""
    name = _page(parts)
    parts[name] = re.sub(rb'\s+alt="[^"]*"', b"", parts[name])


def drop_style(parts: Parts) -> None:
    """Take a stylesheet out of the book, and leave it in the list."""
    del parts[next(name for name in parts if name.endswith(".css"))]


def drop_book_language(parts: Parts) -> None:
    """Do not say any more which language the book is in."""
    _change(parts, _package(parts), rb"<dc:language[^>]*>.*?</dc:language>", b"")


def show_remote_image(parts: Parts) -> None:
    """Show a picture of somebody else's server."""
    image = rb'<p><img src="https://made-up.example/spy.png" alt="made up"/></p>\g<0>'
    _change(parts, _page(parts), rb"</section>\s*</body>", image)


def unclose_paragraph(parts: Parts) -> None:
    """Forget to close a paragraph."""
    _change(parts, _page(parts), rb"</p>", b"")


EPUB_CHANGES: Mapping[str, Change] = {
    "identifier": repeat_identifier,
    "link": lose_link,
    "place": lose_place,
    "images": drop_words_of_images,
    "style": drop_style,
    "language": drop_book_language,
    "remote": show_remote_image,
    "unclosed": unclose_paragraph,
}


def drop_media(parts: Parts) -> None:
    """Take a picture out of the document, and leave it in the text."""
    del parts[next(name for name in parts if name.startswith("word/media/"))]


def add_unknown_element(parts: Parts) -> None:
    """Write an element that Word does not know."""
    _change(parts, TEXT, rb"<w:p>|<w:p [^>]*>", rb'<w:p><w:bogus w:val="1"/></w:p>\g<0>')


def misplace_property(parts: Parts) -> None:
    """Write the look of a run behind its text, and an alignment that is none."""
    wrong = rb"<w:p><w:pPr><w:jc w:val='sideways'/></w:pPr><w:r><w:t>x</w:t><w:rPr/></w:r></w:p>\g<0>"
    _change(parts, TEXT, rb"<w:p>|<w:p [^>]*>", wrong)


def lose_note(parts: Parts) -> None:
    """Call a note that is not there."""
    _change(parts, TEXT, rb'<w:footnoteReference w:id="\d+"', b'<w:footnoteReference w:id="999"')


def lose_relationship(parts: Parts) -> None:
    """Name a relationship that is not there."""
    _change(parts, TEXT, rb'r:(embed|id)="[^"]+"', rb'r:\1="lost"')


def drop_descriptions(parts: Parts) -> None:
    """Take the texts of all pictures away."""
    parts[TEXT] = re.sub(rb' descr="[^"]*"', b"", parts[TEXT])


def unclose_word_paragraph(parts: Parts) -> None:
    """Forget to close a paragraph."""
    _change(parts, TEXT, rb"</w:p>", b"")


DOCX_CHANGES: Mapping[str, Change] = {
    "media": drop_media,
    "unknown": add_unknown_element,
    "misplaced": misplace_property,
    "note": lose_note,
    "relationship": lose_relationship,
    "descriptions": drop_descriptions,
    "unclosed": unclose_word_paragraph,
}


def break_book(source: Path, folder: Path, changes: Mapping[str, Change]) -> dict[str, Path]:
    """Write broken copies of an EPUB or a Word document, and give them by what is broken."""
    paths = {name: folder / f"{name}{source.suffix}" for name in changes}
    for name, change in changes.items():
        rezip(source, paths[name], change)
    return paths


def rezip(source: Path, target: Path, change: Change) -> Path:
    """Write a copy of an archive with something changed in it; how each part is packed stays."""
    with zipfile.ZipFile(source) as archive:
        packing = {member.filename: member.compress_type for member in archive.infolist()}
        parts = {name: archive.read(name) for name in packing}
    change(parts)
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, packing.get(name, zipfile.ZIP_DEFLATED))
    return target
