"""octavo's own look at any EPUB: links, notes, pictures and headings, as after each build."""

from pathlib import Path

from octavo.verify.epub import examine_epub
from octavo.verify.epub.book import BookFault
from octavo.verify.full.validator import Answer, Fault, Unreadable, Validator

_HINT = (
    "mend it in the text or in your own `templates/epub/`; without these it is a fault of octavo: report it"
)


def examine(path: Path) -> Answer:
    """Look at an EPUB."""
    try:
        found = examine_epub(path)
    except BookFault as fault:
        raise Unreadable(str(fault)) from fault
    return Answer(tuple(Fault(known.code, "octavo", known.message, known.hint or _HINT) for known in found))


EPUB_RULES = Validator(
    name="octavo",
    format="epub",
    promise="links, notes and pictures that are whole",
    examine=examine,
    is_sheltered=True,
)
