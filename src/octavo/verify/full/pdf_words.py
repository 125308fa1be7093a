"""What veraPDF says, in an author's words: by clause and test of ISO 14289-1 (PDF/UA-1) and ISO 19005-3.

What has no words of its own is told by its clause, and if that has none either, by what veraPDF says.
"""

from octavo.verify.full.wording import Wording

_TEMPLATES = "compare your own `templates/pdf/` with octavo's; without any it is a fault of octavo: report it"
_AGAIN = "build the PDF again with octavo, and let no other program change it on the way"
_ALT = (
    'write what it shows: `![Caption](figures/name.svg){alt="What it shows"}`; `alt=""` if it shows nothing'
)
_LANGUAGE = "write `lang:` in `metadata.yaml`, and `[слово]{lang=uk}` where the text changes its language"
_FONT = "name the typeface in `_brand.yml` or put its file into the publication, and build again"
_LETTER = "use another letter, or a typeface of the brand that has it"
_SCRIPT = "take it out with the program that made the PDF, or build the PDF with octavo"

_TAGLESS = Wording("the PDF has no tags: programs that read aloud cannot tell a heading from a note", _AGAIN)
_UNTAGGED = Wording("something on the page is neither text to be read nor marked as decoration", _AGAIN)
_SPOKEN = Wording("the language of a text cannot be told, so that it may be read aloud as another", _LANGUAGE)
_NO_LANGUAGE = Wording("there is no such language as the one that is named", _LANGUAGE)
_TABLE = Wording("a table is not built of rows and cells that a program can follow", _TEMPLATES)
_UNEVEN = Wording(
    "the rows of a table do not have the same number of cells",
    "give each row of the table as many cells as its head has",
)
_LIST = Wording("a list is not built of items that a program can follow", _TEMPLATES)
_CONTENTS = Wording("the contents are not built of entries that a program can follow", _TEMPLATES)
_HEADLESS = Wording(
    "a table has cells of which nobody can say which head they belong to",
    "give the table a row of heads, and no cell that spans both heads and others",
)
_LEVELS = Wording("two ways of marking headings are mixed", _TEMPLATES)
_NOTE = Wording("a note has no name of its own by which a program finds it", _AGAIN)
_LAYERS = Wording("the PDF has layers that readers cannot tell apart", _AGAIN)
_FILE = Wording("an attached file is not described as archives want it", _AGAIN)
_FORM = Wording(
    "a field of a form does not say what it asks for", "give the field a description, or print it flat"
)
_NOT_EMBEDDED = Wording("a typeface is not in the PDF, so that others see other letters", _FONT)
_LOST_LETTER = Wording("a letter is printed that its typeface does not have", _LETTER)
_BAD_FONT = Wording("a typeface in the PDF is damaged or not described as it is", _FONT)
_UNREADABLE_LETTER = Wording(
    "a letter on the page does not say which letter it is: it can be neither searched, copied nor read aloud",
    _LETTER,
)
_ENCRYPTED = Wording("the PDF is locked by a password", "save it without one")
_METADATA = Wording("what the PDF says about itself cannot be read by all archives", _AGAIN)
_NOT_CLAIMED_UA = Wording("the PDF does not say that it is made for readers of all kinds (PDF/UA-1)", _AGAIN)
_NOT_CLAIMED_A = Wording("the PDF does not say that it is made for archives (PDF/A-3a)", _AGAIN)
_DAMAGED = Wording("the file is not put together as a PDF is", _AGAIN)
_ACTION = Wording("the PDF would run or open something when somebody reads it", _SCRIPT)
_COLOURS = Wording(
    "colours are used whose look on a screen or in print is left open", "use PNG or JPEG in RGB"
)
_PICTURE = Wording(
    "a picture is stored in a way that archives cannot keep", "save the picture anew as PNG or JPEG"
)
_APPEARANCE = Wording("a mark on a page, such as a comment, has no look of its own", "take the comment out")
_SIGNATURE = Wording("the signature does not cover the file as it should", "sign the file again")
_OUTSIDE = Wording(
    "the PDF shows something that lies outside of it", "put it into the publication, and build again"
)

_UA: dict[str, Wording] = {
    "5": _NOT_CLAIMED_UA,
    "6.1": _DAMAGED,
    "6.2": _TAGLESS,
    "7.1-1": _UNTAGGED,
    "7.1-2": _UNTAGGED,
    "7.1-3": _UNTAGGED,
    "7.1-8": _METADATA,
    "7.1-9": Wording("the PDF has no title", "write `title:` in `metadata.yaml`, and build again"),
    "7.1-10": Wording("the window shows the file's name instead of the title", _AGAIN),
    "7.1-11": _TAGLESS,
    "7.1": Wording("a tag in the PDF is one that programs which read aloud do not know", _TEMPLATES),
    "7.2-2": Wording("the language of the outline beside the pages cannot be told", _LANGUAGE),
    "7.2-15": Wording(
        "two cells of a table lie over each other", "check `colspan` and `rowspan` in the table"
    ),
    "7.2-22": Wording("the words for a picture do not say which language they are in", _LANGUAGE),
    "7.2-24": Wording("the description of a link does not say which language it is in", _LANGUAGE),
    "7.2-29": _NO_LANGUAGE,
    "7.2-33": Wording("the title does not say which language it is in", _LANGUAGE),
    "7.3-1": Wording("a picture has no words for those who cannot see it", _ALT),
    "7.4.2-1": Wording(
        "a level of headings is skipped, so that listeners think they have missed one",
        "give the heading the level that comes next: after `##` comes `###`",
    ),
    "7.4.4": _LEVELS,
    "7.5": _HEADLESS,
    "7.7-1": Wording("a formula has no words for those who cannot see it", "write it as `$…$` in the text"),
    "7.9": _NOTE,
    "7.10": _LAYERS,
    "7.11": _FILE,
    "7.15": Wording("the PDF has a form that most programs cannot show", "print the form flat"),
    "7.16": Wording("a password keeps programs from reading the PDF aloud", "save it without one"),
    "7.18.1-1": Wording("a comment or mark is not tagged, and is not read aloud", "take the comment out"),
    "7.18.1-2": Wording("a comment or mark has no words for those who cannot see it", "take the comment out"),
    "7.18.1-3": _FORM,
    "7.18.3-1": Wording("who goes from link to link by key does not go in the order of the text", _AGAIN),
    "7.18.4": _FORM,
    "7.18.5-1": Wording(
        "a link is not tagged as one, so that listeners do not hear that it is there", _AGAIN
    ),
    "7.18.5-2": Wording(
        "a link has no words that say where it leads", "give the link a text: `[text](address)`"
    ),
    "7.18": Wording("a comment, film or mark cannot be read aloud", "take it out"),
    "7.20-1": _OUTSIDE,
    "7.20-2": _UNTAGGED,
    "7.21.4.1-1": _NOT_EMBEDDED,
    "7.21.4.1-2": _LOST_LETTER,
    "7.21.7": _UNREADABLE_LETTER,
    "7.21.8": _LOST_LETTER,
    "7.21": _BAD_FONT,
    **{f"7.2-{test}": _TABLE for test in (*range(3, 15), 16, *range(36, 40))},
    **{f"7.2-{test}": _LIST for test in (17, 18, 19, 20, 40)},
    **{f"7.2-{test}": _CONTENTS for test in (26, 27, 28)},
    **{f"7.2-{test}": _UNEVEN for test in (41, 42, 43)},
    "7.2": _SPOKEN,
}

_A: dict[str, Wording] = {
    "6.1.3-2": _ENCRYPTED,
    "6.1": _DAMAGED,
    "6.2.2": _DAMAGED,
    "6.2.3": _COLOURS,
    "6.2.4": _COLOURS,
    "6.2.5": _COLOURS,
    "6.2.8": _PICTURE,
    "6.2.9": _OUTSIDE,
    "6.2.10": _COLOURS,
    "6.2.11.4.1-1": _NOT_EMBEDDED,
    "6.2.11.4.1-2": _LOST_LETTER,
    "6.2.11.7": _UNREADABLE_LETTER,
    "6.2.11.8": _LOST_LETTER,
    "6.2.11": _BAD_FONT,
    "6.3": _APPEARANCE,
    "6.4.1": _ACTION,
    "6.4.2": Wording("the PDF has a form that most programs cannot show", "print the form flat"),
    "6.4.3": _SIGNATURE,
    "6.5": _ACTION,
    "6.6.4": _NOT_CLAIMED_A,
    "6.6": _METADATA,
    "6.7.2": _TAGLESS,
    "6.7.3.3": _TAGLESS,
    "6.7.3": Wording("a tag in the PDF is one that programs which read aloud do not know", _TEMPLATES),
    "6.7.4": _NO_LANGUAGE,
    "6.8": _FILE,
    "6.9": _LAYERS,
    "6.10": Wording("the PDF changes its look by itself while it is shown", _SCRIPT),
    "6.11": Wording("the PDF asks for a program with special abilities", _SCRIPT),
}
_TABLES = {"ua1": _UA, "3a": _A}
STANDARDS = {"ua1": "PDF/UA-1", "3a": "PDF/A-3a"}


def words_for(profile: str, clause: str, test: int, said: str) -> Wording:
    """Return message and hint for a rule of a profile (`ua1`, `3a`) that a file breaks."""
    table = _TABLES[profile]
    steps = clause.split(".")
    clauses = (".".join(steps[:end]) for end in range(len(steps), 0, -1))
    known = (table[key] for key in (f"{clause}-{test}", *clauses) if key in table)
    own = said[:1].lower() + said[1:].rstrip(".")
    return next(known, Wording(own or "the PDF breaks a rule of its standard", _AGAIN))
