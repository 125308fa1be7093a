"""Diagnostic codes of the stage verify about what a PDF promises to programs: PDF/A and PDF/UA."""

from octavo.codes.table import Code, error, grave_rule

CONFORMANCE: dict[str, Code] = {
    "V050": error(
        "untitled-pdf",
        what="The PDF has no title, or does not ask readers' programs to show it.",
        why="The window and the screen reader then name the file, such as `report-final-2.pdf`, and archives "
        "and search engines do not know what it is. PDF/UA wants the title.",
        example="<head> without <title>  in templates/pdf/book.html.j2",
        cure="Keep the `<title>` of octavo's own `pdf/book.html.j2`.",
    ),
    "V051": error(
        "pdf-without-language",
        what="The PDF does not say which language it is in.",
        why="A screen reader reads a text aloud with the rules of some language; with the wrong one nobody "
        "understands it.",
        example='<html>  instead of  <html lang="{{ metadata.lang }}">  in templates/pdf/book.html.j2',
        cure="Write the attribute `lang` as octavo's own `pdf/book.html.j2` does.",
    ),
    "V052": error(
        "untagged-pdf",
        what="The PDF is not marked as one whose structure can be relied on.",
        why="Without it a screen reader guesses what is a heading, a note or a table, and in which order.",
        example="a PDF that another program has printed anew",
        cure="Build again. It is a fault of octavo; please report it.",
    ),
    "V053": grave_rule(
        "picture-without-words-in-pdf",
        what="A picture or formula in the PDF has no text that stands in its place, and nobody says that it "
        "is mere decoration.",
        why="Readers who do not see the picture learn nothing of it, and the PDF may not call itself "
        "accessible.",
        example='<img src="brand/logo.svg">  in templates/parts/imprint.html.j2',
        cure='Describe what it shows in `alt="…"`; write `alt=""` when it shows nothing.',
    ),
    "V054": error(
        "pdf-without-conformance",
        what="The PDF does not say that it conforms to PDF/A-3a and PDF/UA-1, or an attached file does not "
        "belong to it as PDF/A-3 wants.",
        why="Archives, libraries and public bodies take in what says so, and validators ask for it first.",
        example="another version of WeasyPrint than the one in `requirements.lock`",
        cure="Install the versions of `requirements.lock`. It is a fault of octavo otherwise; please "
        "report it.",
    ),
    "V055": error(
        "sources-not-attached",
        what="A file of sources that should travel in the PDF is not attached to it.",
        why="Programs that collect sources find none, although the colophon says where they are.",
        example="a PDF that another program has made smaller",
        cure="Build again; when it happens twice, report it to octavo with the publication.",
    ),
    "V056": error(
        "unsound-pdf",
        what="The PDF has a fault in its making: a part that cannot be read, or that is out of order.",
        why="Some programs repair such a file in silence, others show it without a page or its links.",
        example="a PDF of which some bytes were changed on the way",
        cure="Build again; when it happens twice, report it to octavo with the publication.",
    ),
}
