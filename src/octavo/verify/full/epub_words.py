"""What EPUBCheck says, in an author's words: by its number, and for what its XML reader says by the text."""

import re

from octavo.verify.full.wording import Wording, told

_TEMPLATES = "look at your own `templates/epub/`; without any it is a fault of octavo: please report it"
_LINK = "correct the link, or take it out"
_AGAIN = "build it again; if it was made by another program, tell those who make that program"
_LANGUAGE = "write `lang:` in `metadata.yaml`, and build again"
_REMOTE = "put the file into the publication and show it from there"
_XML = "look for a `<` or a tag without its end in your own templates; without any, please report it"

_NUMBERS: dict[str, Wording] = {
    "RSC-001": Wording("`{}` is listed in the book and is not in it", _AGAIN),
    "RSC-002": Wording("the book does not say where its contents are listed", _AGAIN),
    "RSC-003": Wording("the book does not say where its contents are listed", _AGAIN),
    "RSC-004": Wording("`{}` is locked by a password, and nobody has looked into it", "save it unlocked"),
    "RSC-006": Wording("`{}` would be fetched from the web while somebody reads", _REMOTE),
    "RSC-007": Wording("`{}` is linked or shown, and the book has no such file", _LINK),
    "RSC-007w": Wording("`{}` is linked, and the book has no such file", _LINK),
    "RSC-008": Wording("`{}` is used by a page, and the list of the book's files lacks it", _TEMPLATES),
    "RSC-010": Wording("a link leads to a kind of file that reading systems cannot show", _LINK),
    "RSC-011": Wording("a link leads to a page that is not in the order of reading", _TEMPLATES),
    "RSC-012": Wording("a link leads to a place that is not there", _LINK),
    "RSC-016": Wording("a page is broken off or wrongly nested, and reading systems cannot show it", _XML),
    "RSC-017": Wording("a page has something that reading systems may show each in another way", _TEMPLATES),
    "RSC-020": Wording("`{}` is not written as an address is", "correct the address"),
    "RSC-026": Wording("the address `{}` leads out of the book", _LINK),
    "RSC-027": Wording("a file is not stored as UTF-8", _AGAIN),
    "RSC-028": Wording("a file is not stored as UTF-8", _AGAIN),
    "RSC-029": Wording("a picture or file is written into an address, where it may not be", _REMOTE),
    "RSC-030": Wording("`{}` leads to a file of somebody's own disk", _LINK),
    "RSC-031": Wording("`{}` would be fetched from the web, and unprotected", _REMOTE),
    "RSC-032": Wording("`{}` is of a kind that not all reading systems can show", "use PNG, JPEG or SVG"),
    "RSC-033": Wording(
        "the address `{}` asks a question (`?`), which a file in the book cannot answer", _LINK
    ),
    "OPF-003": Wording("`{}` is in the book, and the list of its files lacks it", _TEMPLATES),
    "OPF-014": Wording("a page uses something (`{}`) that the list of files does not announce", _TEMPLATES),
    "OPF-015": Wording("the list of files announces something (`{}`) that the page lacks", _TEMPLATES),
    "OPF-029": Wording("`{}` is not of the kind that its name or the list of files says", "rename the file"),
    "OPF-030": Wording("the book has no identifier of its own", _TEMPLATES),
    "OPF-034": Wording("a page stands twice in the order of reading", _TEMPLATES),
    "OPF-049": Wording("the order of reading names a page that is not there", _TEMPLATES),
    "OPF-053": Wording("the date `{}` is not written as a date", "write `date:` as in 2021-09-30"),
    "OPF-054": Wording("there is no such date as `{}`", "write `date:` as in 2021-09-30"),
    "OPF-060": Wording("two files in the book have the same name, but for capitals or accents: `{}`", _AGAIN),
    "OPF-085": Wording("the identifier `{}` calls itself a UUID and is none", "correct `identifier:`"),
    "OPF-092": Wording("there is no such language as `{}`", _LANGUAGE),
    "OPF-096": Wording("no link leads to `{}`, which is not in the order of reading", _TEMPLATES),
    "PKG-003": Wording("the file is damaged at its beginning", _AGAIN),
    "PKG-004": Wording("the file is damaged at its beginning", _AGAIN),
    "PKG-006": Wording("the file does not say that it is an EPUB, or not at its beginning", _AGAIN),
    "PKG-007": Wording("the file does not say at its beginning that it is an EPUB", _AGAIN),
    "PKG-008": Wording("`{}` in the book cannot be read", _AGAIN),
    "PKG-009": Wording("the name of the file `{}` has signs that some systems forbid", "rename the file"),
    "PKG-010": Wording("the name of the file `{}` has spaces", "rename the file"),
    "PKG-012": Wording("the name of the file `{}` has letters that some systems change", "rename the file"),
    "PKG-021": Wording("a picture is damaged", "save the picture anew"),
    "PKG-022": Wording("a picture is not of the kind that its name says: `{}`", "rename the picture"),
    "MED-003": Wording("`{}` is a picture that not all reading systems can show", "use PNG, JPEG or SVG"),
    "MED-004": Wording("a picture is damaged", "save the picture anew"),
    "CSS-001": Wording("the stylesheet uses `{}`, which a book may not", _TEMPLATES),
    "CSS-008": Wording("the stylesheet has a mistake: {}", _TEMPLATES),
    "HTM-011": Wording("a page uses a sign by a name that is not known", "write the sign itself"),
    "HTM-025": Wording("a link leads to something that reading systems do not know", _LINK),
    "NAV-003": Wording("pages are marked in the text, and the book has no list of pages", _TEMPLATES),
    "NAV-010": Wording("the contents lead out of the book: `{}`", _TEMPLATES),
    "NAV-011": Wording("the contents are not in the order of the text", _TEMPLATES),
    "NCX-006": Wording("an entry of the contents has no words", "give each heading a text"),
}
_FILLED = re.compile(r'"([^"]*)"')

_SAID: tuple[tuple[re.Pattern[str], Wording], ...] = (
    (
        re.compile(r'Duplicate (?:ID )?"([^"]+)"'),
        Wording("two things on a page have the same name `{}`, and links to it lead astray", _TEMPLATES),
    ),
    (
        re.compile(r'missing required element "dc:language"'),
        Wording("the book does not say which language it is in", _LANGUAGE),
    ),
    (
        re.compile(r'missing required element "dc:title"'),
        Wording("the book has no title", "write `title:` in `metadata.yaml`, and build again"),
    ),
    (
        re.compile(r'missing required element "([^"]+)"'),
        Wording("something is missing in the book: `{}`", _TEMPLATES),
    ),
    (
        re.compile(r'element "([^"]+)" not allowed here'),
        Wording("`{}` stands where it may not, and reading systems show it each in another way", _TEMPLATES),
    ),
    (
        re.compile(r'attribute "([^"]+)" not allowed here'),
        Wording("`{}` is said of something of which it cannot be said", _TEMPLATES),
    ),
    (
        re.compile(
            r'attribute "?([^" ]+)"? (?:is invalid|has invalid|.*invalid)|value of attribute "([^"]+)"'
        ),
        Wording("the value of `{}` is none that reading systems know", _TEMPLATES),
    ),
    (
        re.compile(r'missing required attribute "([^"]+)"'),
        Wording("`{}` is not said where it must be", _TEMPLATES),
    ),
    (
        re.compile(r"must not contain|must contain at least one"),
        Wording("an entry of the contents, or another part, is empty", _TEMPLATES),
    ),
)
_OTHER = Wording("the book breaks a rule of EPUB", _TEMPLATES)


def words_for(number: str, said: str) -> Wording:
    """Return message and hint for a message of EPUBCheck."""
    by_text = told(_SAID, said) if number in {"RSC-005", "RSC-017"} else None
    if by_text is not None:
        return by_text
    wording = _NUMBERS.get(number, _OTHER)
    found = _FILLED.search(said) or re.search(r": (.*)$", said)
    return Wording(wording.message.replace("{}", found[1] if found else "?"), wording.hint)
