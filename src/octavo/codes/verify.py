"""Diagnostic codes of the stage verify."""

from octavo.codes.table import Code, error, warning

VERIFY: dict[str, Code] = {
    "V001": error(
        "unreadable-pdf",
        what="The PDF that was written cannot be opened again, or it has no structure.",
        why="A reader's program may refuse it as well, and none of its promises can be checked.",
        example="a disk that was full while the file was written",
        cure="Build again; when it happens twice, report it to octavo with the publication.",
    ),
    "V002": error(
        "note-missing-in-pdf",
        what="A note of the text stands on no page of the PDF.",
        why="The claim in the text then has no source that a reader could follow.",
        example=".box { position: absolute }  around a paragraph with a note, in a stylesheet of your own",
        cure="Place the box without `position: absolute`, or move the note out of it.",
    ),
    "V003": error(
        "note-longer-than-page",
        what="A note is higher than a page has room for, so its beginning or its end is cut off.",
        why="A note is never continued on the next page; what does not fit is lost to the reader.",
        example="^[Two thousand words about the history of the treaty …]",
        cure="Shorten the note, or move the long part of it into the text or into an appendix.",
    ),
    "V004": error(
        "note-on-another-page",
        what="A note stands on another page than the number that calls it.",
        why="The reader looks for it at the foot of the page and does not find it.",
        example="a row of a table that holds forty notes",
        cure="Spread the notes over more lines or rows, or join several sources into one note: `[@a; @b]`.",
    ),
    "V005": error(
        "notes-out-of-order",
        what="A note stands before one that is called earlier.",
        why="Readers go through notes by number and think that one is missing.",
        example="a note in a figure that your own stylesheet lets float",
        cure="Remove the float from your stylesheet. Without own templates it is a fault of octavo; "
        "please report it.",
    ),
    "V006": error(
        "foreign-font-in-pdf",
        what="The PDF uses a font that is not of the brand's families, or a font is not embedded.",
        why="The page then looks different from machine to machine, and not as the brand wants.",
        example='font-family: "Comic Neue"  in templates/pdf/text.css.j2',
        cure="Use the variables for the brand's families in the stylesheet, or add the family to "
        "`_brand.yml`.",
    ),
    "V007": error(
        "dead-link-in-pdf",
        what="A link inside the PDF leads to a place that is not there.",
        why="A reader who follows it stays where he is.",
        example='<a href="#thanks">Thanks</a>  in templates/parts/colophon.html.j2',
        cure="Give the place the identifier that the link names, or correct the link.",
    ),
    "V008": error(
        "text-off-page",
        what="Some text is wider or higher than its page, so a part of it cannot be seen.",
        why="The reader loses words or numbers without knowing it.",
        example="a table of twenty columns, or a word of two hundred letters",
        cure="Give a wide table fewer columns, or part it into two; break long lines of code.",
    ),
    "V009": error(
        "outline-differs-from-headings",
        what="The outline of the PDF, which viewers show beside the page, is not the list of its headings.",
        why="Readers and screen readers move through the book by its outline.",
        example="h2 { bookmark-level: none }  in a stylesheet of your own",
        cure="Leave `bookmark-level` and `bookmark-label` of headings as octavo's stylesheet sets them.",
    ),
    "V010": error(
        "unreadable-epub",
        what="The EPUB that was written cannot be read back: a file in it is not well-formed, or it is "
        "no EPUB at all.",
        why="Reading systems refuse such a book, or show an error in the place of a chapter.",
        example="<head><title>{{ page.title }}<head>  in templates/epub/page.xhtml.j2",
        cure="Compare your own templates in `templates/epub/` with octavo's: the frame of the pages and "
        "the package "
        "document must be XML. Without own templates it is a fault of octavo; please report it.",
    ),
    "V011": error(
        "broken-link-in-epub",
        what="A page or the stylesheet of the EPUB names a file, or a place in a file, that is not in "
        "the book.",
        why="A reader who follows the link stays where he is, and a missing picture or font leaves a hole.",
        example='<a href="thanks.xhtml">Thanks</a>  in templates/epub/colophon.html.j2',
        cure="Link to what is in the book, or to an address that begins with `https://`.",
    ),
    "V012": error(
        "one-way-note-in-epub",
        what="A call in the EPUB and its note are not linked in both directions.",
        why="On a reader that does not show notes over the page there is then no way to the source or back.",
        example="{{ body | safe | replace('doc-backlink', '') }}  in templates/epub/page.xhtml.j2",
        cure="Let your own template print the body as it is. Without own templates it is a fault of "
        "octavo; please "
        "report it.",
    ),
    "V013": error(
        "image-without-words-in-epub",
        what="An image in the EPUB has no text that stands in its place and does not say that it only "
        "adorns the page.",
        why="Readers who do not see the image learn nothing of it, and the book may not call itself "
        "accessible.",
        example='<img src="brand/logo.svg"/>  in templates/epub/title-page.html.j2',
        cure='Describe what it shows in `alt="…"`; write `alt="" role="presentation"` when it shows nothing.',
    ),
    "V014": error(
        "incomplete-manifest-of-epub",
        what="The package document of the EPUB does not list a file of the book, or lists one that is "
        "not there.",
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
    "V016": error(
        "false-claim-in-epub",
        what="The EPUB claims of its own accessibility what its content does not bear out.",
        why="Readers choose books by these claims, shops print them, and publishers answer for them.",
        example="accessibilityFeature: alternativeText  in a book with an image that has no words",
        cure="Print `accessibility` in your own `templates/epub/package.opf.j2` as octavo's template does: "
        "it holds only what is true. Or make the claim true.",
    ),
    "V017": error(
        "missing-claim-in-epub",
        what="The package document of the EPUB leaves out what it must say of its accessibility: the access "
        "modes, the features, the hazards, and a summary.",
        why="EPUB Accessibility asks for these, and readers cannot find a book that suits them without.",
        example="a templates/epub/package.opf.j2 that does not print `accessibility`",
        cure="Print all of `accessibility`, as octavo's own template does.",
    ),
    "V018": error(
        "stray-page-in-epub",
        what="The marks of the PDF's pages in the EPUB and the list of them do not agree, or nothing says of "
        "which edition the pages are.",
        why='Readers who are told "page 12" by somebody with the PDF come to a wrong place, or to none.',
        example="a templates/epub/nav.html.j2 that does not print `page_list`",
        cure="Print `page_list` and `page_source` in your own templates as octavo's do. Without own "
        "templates it is a fault of octavo; please report it.",
    ),
    "V019": error(
        "skipped-level-in-epub",
        what="A heading in the EPUB stands more than one level below the heading before it, for programs "
        "that read aloud.",
        why="Who moves from heading to heading looks for one that is not there.",
        example="<h1>Colophon</h1><h4>Typefaces</h4>  in templates/epub/colophon.html.j2",
        cure="Use the next level in your own template, or `aria-level`; in chapters octavo closes gaps.",
    ),
    "V030": error(
        "editions-disagree",
        what="An edition, read back, does not say what the text says: headings, notes, captions or "
        "references.",
        why="Whoever quotes note 12 must find the same note 12 in each of the three editions.",
        example="A template of the house style that prints only some of the notes.",
        cure="Compare your own templates with octavo's. Without own templates it is a fault of octavo; "
        "please report it with the publication.",
    ),
    "V040": warning(
        "widow",
        what="The last line of a paragraph stands alone at the top of a page of the PDF.",
        why="The reader turns the page for a few words, and the page begins with a line that is not full.",
        example="p { widows: 1 }  in templates/pdf/text.css.j2, and a paragraph that is one line too long",
        cure="Lengthen or shorten the paragraph, or one before it, by some words; or move a figure.",
    ),
    "V041": warning(
        "orphan",
        what="The first line of a paragraph stands alone at the foot of a page of the PDF.",
        why="The thought begins on one page and is told on the next.",
        example="p { orphans: 1 }  in templates/pdf/text.css.j2, and a paragraph that begins on a last line",
        cure="Lengthen or shorten the text before the paragraph by a line; or move a figure.",
    ),
    "V042": warning(
        "heading-at-foot-of-page",
        what="A heading stands at the foot of a page of the PDF with less than two lines of text under it.",
        why="A heading opens what is under it; here there is nothing to open.",
        example="a heading before a figure that is as high as half a page",
        cure="Put a paragraph between the heading and the figure; or lengthen or shorten the text before it.",
    ),
    "V043": warning(
        "stretched-line",
        what="The words of a justified line in the PDF are more than three times as far apart as usual.",
        why="Such a line looks torn, and the eye falls through its holes to the next line.",
        example="a word of forty letters, such as a technical term without a hyphen, after three short words",
        cure="Use other words, or put a soft hyphen (`&shy;`) where a long word may be broken.",
    ),
    "V044": warning(
        "text-in-margin",
        what="Text or a picture reaches over the edge of the area that the brand's margins leave for it.",
        why="It touches what stands in the margin, may be cut off in print, and looks like an accident.",
        example="a table of ten columns, or code between words that is too long for its line",
        cure="Give a wide table fewer columns, make the picture narrower, or shorten the line.",
    ),
    "V045": warning(
        "nearly-empty-last-page",
        what="The last page of a chapter, or of the list of sources, has less than four lines in the PDF.",
        why="A page that is all but empty looks like a mistake, and costs a sheet in print.",
        example="a chapter that is two lines too long for its six pages",
        cure="Shorten the chapter by as many lines, or lengthen it by a few. A list of sources is drawn in "
        "already as far as it may be: shorten some of its entries.",
    ),
    "V046": warning(
        "gap-before-figure",
        what="More than a third of a page in the PDF is empty because the figure or table that follows "
        "did not fit on it, and no text could be moved before it: a heading follows, or both have notes, "
        "which would get out of order.",
        why="The reader takes the white for the end of the chapter.",
        example="a figure of half a page, whose source has a note, between paragraphs with notes",
        cure="Move the figure or table behind one of the next paragraphs, or make it lower.",
    ),
    "V048": warning(
        "hyphens-in-a-row",
        what="More than three lines of a paragraph in the PDF end in a hyphen, one under the other.",
        why="The eye takes one of these lines for another.",
        example="a paragraph of long words in a narrow column",
        cure="Use other words in one of these lines.",
    ),
}
