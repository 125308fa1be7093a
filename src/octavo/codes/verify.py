"""Diagnostic codes of the stage verify."""

from octavo.codes.table import Code, error

VERIFY: dict[str, Code] = {
    "V010": error(
        "unreadable-epub",
        what="The EPUB that was written cannot be read back: a file in it is not well-formed, or it is no EPUB at all.",
        why="Reading systems refuse such a book, or show an error in the place of a chapter.",
        example="<head><title>{{ page.title }}<head>  in templates/epub/page.xhtml.j2",
        cure="Compare your own templates in `templates/epub/` with octavo's: the frame of the pages and the package "
        "document must be XML. Without own templates it is a fault of octavo; please report it.",
    ),
    "V011": error(
        "broken-link-in-epub",
        what="A page or the stylesheet of the EPUB names a file, or a place in a file, that is not in the book.",
        why="A reader who follows the link stays where he is, and a missing picture or font leaves a hole.",
        example='<a href="thanks.xhtml">Thanks</a>  in templates/epub/colophon.html.j2',
        cure="Link to what is in the book, or to an address that begins with `https://`.",
    ),
    "V012": error(
        "one-way-note-in-epub",
        what="A call in the EPUB and its note are not linked in both directions.",
        why="On a reader that does not show notes over the page there is then no way to the source or back.",
        example="{{ body | safe | replace('doc-backlink', '') }}  in templates/epub/page.xhtml.j2",
        cure="Let your own template print the body as it is. Without own templates it is a fault of octavo; please "
        "report it.",
    ),
    "V013": error(
        "image-without-words-in-epub",
        what="An image in the EPUB has no text that stands in its place and does not say that it only adorns the page.",
        why="Readers who do not see the image learn nothing of it, and the book may not call itself accessible.",
        example='<img src="brand/logo.svg"/>  in templates/epub/title-page.html.j2',
        cure='Describe what it shows in `alt="…"`; write `alt="" role="presentation"` when it shows nothing.',
    ),
    "V014": error(
        "incomplete-manifest-of-epub",
        what="The package document of the EPUB does not list a file of the book, or lists one that is not there.",
        why="Reading systems show only what is listed, and shops refuse a book whose list is wrong.",
        example="a templates/epub/package.opf.j2 that does not print all of `manifest` and `spine`",
        cure="Print every item of `manifest` and of `spine`, as octavo's own template does.",
    ),
    "V015": error(
        "repeated-identifier-in-epub",
        what="An identifier occurs more than once on a page of the EPUB.",
        why="A link to it leads to the first of the two, which may be the wrong place.",
        example='<p id="thanks">…</p><p id="thanks">…</p>  in templates/epub/colophon.html.j2',
        cure="Give each element of your template its own identifier, or none.",
    ),
}
