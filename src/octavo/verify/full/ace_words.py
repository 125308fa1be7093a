"""What the rules of Ace and axe mean to an author, and what to do where one does not hold."""

from collections.abc import Mapping

GRAVE_IMPACTS = frozenset({"critical", "serious"})

_OWN_TEMPLATES = "if the publication has its own `templates/epub/`, look there; else please report it"
_COLORS = "give the brand a darker or a lighter colour there (`_brand.yml`)"
_IMAGE = 'describe it: `![Caption](figures/name.svg){alt="What it shows"}`'

OTHER_BARRIER = ("something on this page cannot be read or reached by everybody", _OWN_TEMPLATES)
OTHER_METADATA = ("what the book says of its own accessibility is wrong or incomplete", _OWN_TEMPLATES)

WORDS: Mapping[str, tuple[str, str]] = {
    "image-alt": ("a picture has no words in its place, and who listens learns nothing of it", _IMAGE),
    "role-img-alt": ("a drawing has no words in its place, and who listens learns nothing of it", _IMAGE),
    "svg-img-alt": ("a drawing has no words in its place, and who listens learns nothing of it", _IMAGE),
    "object-alt": ("an embedded object has no words in its place", _OWN_TEMPLATES),
    "image-redundant-alt": (
        "a picture's words only repeat the text beside it, and who listens hears them twice",
        "say in `alt` what the picture shows and the text does not",
    ),
    "color-contrast": ("some text has too little contrast with its ground to be read by everybody", _COLORS),
    "link-in-text-block": ("links differ from the text around them by nothing but their colour", _COLORS),
    "link-name": (
        "a link has no words, and who listens does not know where it leads",
        "give it words: `[what is there](https://example.org)`",
    ),
    "heading-order": (
        "a heading skips a level, and who moves from heading to heading looks for a missing one",
        "use `##` below `#` and `###` below `##`",
    ),
    "empty-heading": ("a heading has no words", "write some, or take its `#` away"),
    "page-has-heading-one": (
        "the page has no heading of the first level",
        "begin the chapter with `# Title`",
    ),
    "p-as-heading": ("a paragraph looks like a heading and is none", "write it as one, with `##`"),
    "td-has-header": (
        "a table has cells without a heading, and who listens does not know what they say",
        "give the table a head row: the first line, above `|---|`",
    ),
    "th-has-data-cells": ("a heading of a table heads no cell", "leave no column of a table without cells"),
    "td-headers-attr": ("a table's cell names a heading that is in another table", _OWN_TEMPLATES),
    "scope-attr-valid": ("a heading of a table does not say what it heads", _OWN_TEMPLATES),
    "empty-table-header": ("a heading of a table has no words", "write what the column or the row holds"),
    "table-duplicate-name": (
        "a table's caption and its description are the same",
        "say in each what the other does not",
    ),
    "table-fake-caption": (
        "a table's first row is its caption, and is read as one of its cells",
        "write the caption below the table: `: Caption {#tbl:name}`",
    ),
    "valid-lang": (
        "a passage names a language that there is not, and is read with the wrong sounds",
        'name it by its code: `[слово]{lang=uk}`, `::: {lang="de"}`',
    ),
    "html-has-lang": ("a page does not say in which language it is", _OWN_TEMPLATES),
    "html-lang-valid": (
        "a page names a language that there is not",
        "name it by its code in `manuscript/metadata.yaml`: `lang: en-GB`",
    ),
    "html-xml-lang-mismatch": ("a passage names two languages at once", _OWN_TEMPLATES),
    "document-title": ("a page has no title", _OWN_TEMPLATES),
    "duplicate-id-aria": ("two places on a page have the same name", _OWN_TEMPLATES),
    "scrollable-region-focusable": (
        "something scrolls that the keyboard cannot reach",
        "give the table fewer columns, or part it into two; in own templates, add `tabindex`",
    ),
    "landmark-unique": ("two parts of a page have the same kind and the same name", _OWN_TEMPLATES),
    "epub-type-has-matching-role": (
        "a part of a page says what it is to reading programs alone, not to those who listen",
        _OWN_TEMPLATES,
    ),
    "aria-allowed-role": ("a part of a page says that it is what it cannot be", _OWN_TEMPLATES),
    "pagebreak-label": ("the beginning of a printed page does not say its number", _OWN_TEMPLATES),
    "list": ("a list holds something that is no item of it", _OWN_TEMPLATES),
    "listitem": ("an item of a list is in none", _OWN_TEMPLATES),
    "definition-list": ("a list of definitions holds something that is no part of one", _OWN_TEMPLATES),
    "dlitem": ("a part of a definition is in no list of definitions", _OWN_TEMPLATES),
    "epub-title": ("the book has no title", "write one into `manuscript/metadata.yaml`: `title: …`"),
    "epub-lang": ("the book does not say in which language it is", "write `lang: en-GB` into its metadata"),
    "epub-toc-order": ("the contents list the chapters in another order than the book has", _OWN_TEMPLATES),
    "epub-pagesource": ("the book lists printed pages and does not say of which edition", _OWN_TEMPLATES),
    "epub-pagelist-broken": ("the list of printed pages leads to places that are not there", _OWN_TEMPLATES),
    "epub-pagelist-missing-pagebreak": ("a printed page is not in the list of pages", _OWN_TEMPLATES),
}
"""By rule: what is wrong, and what to do. Whatever is missing here is a template's matter."""
