"""Diagnostic codes of the stage verify about Word documents."""

from octavo.codes.table import Code, error, warning

WORD_DOCUMENTS: dict[str, Code] = {
    "V020": error(
        "missing-style-in-docx",
        what="The Word document uses a style that it does not define, or one of its styles rests on such a "
        "style.",
        why="Word then shows the text in its plain style, and an editor finds no name for it in the list of "
        "styles.",
        example='<w:pStyle w:val="Thanks"/>  in templates/docx/back.xml.j2',
        cure="Define the style in `templates/docx/styles.xml.j2`, or use one of those that are there.",
    ),
    "V021": error(
        "broken-note-in-docx",
        what="A call in the Word document has no note, a note has no call, or the two are not in the same "
        "order.",
        why="Word refuses a call without its note, and a note in the wrong place names the wrong source.",
        example='<w:footnoteReference w:id="99"/>  in templates/docx/back.xml.j2',
        cure="Write notes in chapters, not in templates: only there octavo numbers them in all editions. "
        "Without own templates it is a fault of octavo; please report it.",
    ),
    "V022": error(
        "broken-relationship-in-docx",
        what="A part of the Word document names another part that is not there, or a thing outside the "
        "document that Word would fetch when it opens the file, or a link leads neither to the web nor to a "
        "mailbox.",
        why="Word reports a damaged file in the first case; in the second it tells somebody who reads the "
        "document.",
        example='<w:hyperlink r:id="thanks">…</w:hyperlink>  in templates/docx/back.xml.j2',
        cure="In templates of your own, name only what octavo's templates name too. Links to web pages "
        "belong into chapters.",
    ),
    "V023": error(
        "picture-without-words-in-docx",
        what="A picture in the Word document has no text that stands in its place and does not say that it "
        "only adorns the page.",
        why="Readers who do not see the picture learn nothing of it.",
        example='<wp:docPr id="7" name="Logo"/>  in templates/docx/header-front.xml.j2',
        cure='Say what it shows in `descr="…"`, or mark it as decorative as `header-cover.xml.j2` does.',
    ),
    "V024": error(
        "unmarked-table-head-in-docx",
        what="A table of the Word document is drawn with a head, but its first row is not marked as one.",
        why="Screen readers then read the cells without their heads, and Word does not repeat it on the "
        "next page.",
        example='<w:tblLook w:firstRow="1"/> without <w:tblHeader/> in the first row',
        cure='Mark the row with `<w:tblHeader/>`, or draw the table without a head by `w:firstRow="0"`.',
    ),
    "V025": error(
        "lost-bookmark-in-docx",
        what="A link inside the Word document leads to a bookmark that is not there or is there twice.",
        why="The reader who follows it stays where he is, or lands in the wrong place.",
        example='<w:hyperlink w:anchor="thanks">…</w:hyperlink>  in templates/docx/front.xml.j2',
        cure="Link to identifiers of headings, figures and tables. Without own templates it is a fault of "
        "octavo; please report it.",
    ),
    "V026": warning(
        "formatted-by-hand-in-docx",
        what="A paragraph or a run of the Word document has a look of its own, such as a colour or an "
        "indent, that no style gives it.",
        why="Whoever changes the style in Word, or the colours of the theme, does not change that paragraph.",
        example='<w:rPr><w:color w:val="FF0000"/></w:rPr>  in templates/docx/back.xml.j2',
        cure="Add a style to `templates/docx/styles.xml.j2` and name it by `w:pStyle` or `w:rStyle`. "
        "Without own templates it is a fault of octavo; please report it.",
    ),
    "V027": error(
        "active-content-in-docx",
        what="Something in the Word document can run a program, or fetch and show another file: a macro, a "
        "control, an object of another program, a template of its own, or a field such as `INCLUDEPICTURE`.",
        why="Word runs or fetches it when somebody opens the document, asks whether it may, or is stopped by "
        "a guard on the way; and nobody can see what it does.",
        example="<w:instrText>INCLUDEPICTURE https://fable.example/a.png</w:instrText>  in "
        "templates/docx/back.xml.j2",
        cure="Take it out of the template. In a document that came from elsewhere, do not open it in Word; "
        "ask who sent it.",
    ),
    "V028": error(
        "headless-docx",
        what="The Word document has no title among its properties, or does not say which language it is in.",
        why="Screen readers name the file instead, such as `report-final-2.docx`, and read the text aloud "
        "with the rules of another language.",
        example="<dc:title></dc:title>  in templates/docx/core.xml.j2",
        cure="Print `metadata.title` and `metadata.lang` as octavo's own `core.xml.j2` and `styles.xml.j2` "
        "do.",
    ),
    "V029": error(
        "unreadable-docx",
        what="The Word document that was written cannot be read back: a part of it is missing or not "
        "well-formed, or it is no document at all.",
        why="Word refuses such a file, or asks whether it shall mend it.",
        example="<w:p><w:r><w:t>Thanks</w:t></w:p>  in templates/docx/back.xml.j2",
        cure="Compare your own templates in `templates/docx/` with octavo's: each must be XML. Without own "
        "templates it is a fault of octavo, or of the disk; please report it.",
    ),
}
