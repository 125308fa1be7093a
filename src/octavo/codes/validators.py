"""Diagnostic codes of the stage verify about what outside validators say of an edition."""

from octavo.codes.table import Code, Severity, error, grave_rule

VALIDATORS: dict[str, Code] = {
    "V060": Code(
        "not-checked",
        Severity.WARNING,
        what="A validator that should look at the edition is not installed. In CI, where `CI` is set, this "
        "is an error.",
        why="What nobody has looked at is neither right nor wrong; a report without faults would promise "
        "more than is known.",
        example="octavo verify build/report.epub  where there is no Java",
        cure="Install what the hint names (docs/verifying.md tells of each), then verify again.",
    ),
    "V061": error(
        "unjudgeable-file",
        what="A file that should be verified cannot be read: it is not there, it is empty or damaged, it "
        "asks for a password, it is too big when it is unpacked, or it is not what its name says.",
        why="Reading programs refuse it too, or guess, each in another way.",
        example="octavo verify report.epub  where `report.epub` came through mail and lost its end",
        cure="Do what the hint says: correct the name, fetch or build the file again, or save it without a "
        "password.",
    ),
    "V062": error(
        "pdf-against-standard",
        what="The PDF breaks a rule of PDF/A-3a or of PDF/UA-1. The rule stands at the end of the message.",
        why="An archive may refuse the file, or readers who listen to it miss what others see.",
        example="a PDF that another program has made smaller, and lost its tags on the way",
        cure="Do what the hint says. Without own templates it is a fault of octavo; please report it.",
    ),
    "V063": error(
        "epub-against-standard",
        what="EPUBCheck finds that the EPUB breaks a rule of EPUB 3. The rule stands at the end of the "
        "message.",
        why="Shops and libraries run EPUBCheck and refuse such a book; some reading systems show it without "
        "the part at fault.",
        example='<p id="a">…</p><p id="a">…</p>  in a page of the book',
        cure="Do what the hint says. Without own templates it is a fault of octavo; please report it.",
    ),
    "V064": grave_rule(
        "barrier-in-epub",
        what="Ace by DAISY finds something in the EPUB that stands in the way of readers with a disability.",
        why="They cannot read that part of the book, and whoever must buy accessible books will not buy it.",
        example="a page of the EPUB with a picture without words, or grey type on white",
        cure="Do what the hint says.",
    ),
    "V065": error(
        "docx-against-standard",
        what="openxml-audit finds that the Word document breaks a rule of its format.",
        why="Word may say that the document is damaged, and leave out what it does not understand.",
        example='<w:jc w:val="sideways"/>  in templates/docx/back.xml.j2',
        cure="Look into the part of the document that the message names. Without own templates it is a "
        "fault of octavo; please report it.",
    ),
    "V066": error(
        "validator-gave-up",
        what="A validator crashed on the file, or did not end in time.",
        why="Nobody knows what it would have said, and what breaks one program may break readers' programs.",
        example="a PDF whose pages refer to each other without end",
        cure="Verify again. If it happens twice, the file is most likely damaged: make it anew.",
    ),
}
