"""A text as Pandoc would have written it in HTML, cut and noted as the EPUB's writer gets it."""

from collections.abc import Sequence

from lxml import html

from octavo.model import Document, Heading, Note
from octavo.write.html import HtmlBody
from tests.support.models import make_chapter, make_document, make_publication


def make_text(
    chapters: Sequence[str], notes: Sequence[str] = (), matters: Sequence[str] | None = None
) -> tuple[Document, HtmlBody]:
    """Make a document and its HTML: each chapter's HTML begins with an `h1`.

    `[1]` in a chapter is the call of note 1, and `notes` are the notes' blocks in order; their labels
    are their numbers. `matters` are the classes of the chapters' `div`s, `main` for all by default.
    """
    classes = matters or ["main"] * len(chapters)
    parts = [
        f'<div id="chapter-{number}" class="chapter {matter}">{text}</div>'
        for number, (text, matter) in enumerate(zip(chapters, classes, strict=True), start=1)
    ]
    source = "".join(parts)
    for number in range(1, len(notes) + 1):
        source = source.replace(f"[{number}]", f'<a class="call" data-note="{number}">{number}</a>')
    root = html.fragment_fromstring(source, create_parent="div")
    blocks = {
        number: html.fragment_fromstring(text, create_parent="div")
        for number, text in enumerate(notes, start=1)
    }
    titles = tuple(
        Heading(int(str(element.tag)[1]), str(element.get("id")), str(element.text_content()), index)
        for index, chapter in enumerate(root)
        for element in chapter.iter("h1", "h2", "h3")
    )
    document = make_document(
        make_publication(*(make_chapter("", matter=matter) for matter in classes)),
        headings=titles,
        notes=tuple(Note(number, str(number), 0, text) for number, text in enumerate(notes, start=1)),
    )
    return document, HtmlBody(root, {}, blocks)
