"""Diagnostic codes of the stage check that judge sources, and what the text says of them."""

from octavo.codes.table import Code, warning

SOURCES: dict[str, Code] = {
    "C018": warning(
        "exception-without-use",
        what="An exception from a rule applies to nothing that is found.",
        why="Exceptions that have outlived their cause hide the next fault of the same kind.",
        example="exceptions:\n  - {rule: C021, at: sample2021, reason: printed so}\n\n"
        "while nothing is wrong with `sample2021` any more",
        cure="Remove the exception, or correct where it points: `at` is a citekey, the path of a file, or "
        "words of the text at fault.",
    ),
    "C019": warning(
        "exception-without-reason",
        what="A remark that allows a rule to be broken names no rule that exists, or gives no reason.",
        why="Whoever reads the text next must be able to judge whether the exception still holds.",
        example="<!-- allow C040 -->\nThe river rose by three metres.",
        cure="Write the rule and the reason: `<!-- allow C040: measured by the authors -->`.",
    ),
    "C050": warning(
        "quotation-not-in-source",
        what="A quotation is not in what was archived of the source that is cited behind it.",
        why="Readers take what stands between quotation marks for the very words of the source.",
        example="The Board says that “prices will never rise again” [@board-2023].",
        cure="Compare it with the source. If it is from another source, put the citation of that one right "
        "behind the quotation; if you have retold it, take the quotation marks away. Where the snapshot has "
        "not the whole text (a page behind a wall, pictures of pages), make an exception: "
        "`<!-- allow C050: on page 4, which is scanned -->`. Words are compared, not letter case, marks, "
        "spaces and hyphens; `…` stands for anything and `[word]` for words of yours.",
    ),
    "C051": warning(
        "quotation-unlike-source",
        what="A quotation differs in some words from what was archived of its source.",
        why="A word that was changed, left out or put in without a mark has the source say what it did not.",
        example="The Board says that “prices rose by a half” [@board-2023].\n\n"
        "while the source says: Prices rose by a third.",
        cure="Quote the source as it stands. Mark what you change on purpose: `…` for words that you leave "
        "out, `[word]` for words that you put in or put in place of others, `[sic]` behind a slip of the "
        "source.",
    ),
    "C052": warning(
        "translation-without-word",
        what="A quotation is in the language of the publication, and its source is in another; nothing says "
        "who translated it.",
        why="The words are then not the source's, and readers who compare them find others.",
        example="The Board says that “prices rose by a third” [@board-2023].    while the entry has "
        "langid = {ukrainian}",
        cure="Mark it: `[“prices rose by a third”]{.translated}`, or say so in the note: "
        "`[@board-2023, our translation]`. If you read the source in a translation, cite that one, or give "
        "the entry its `translator`. If a sentence at the beginning says that all translations are yours, "
        "switch the rule off: `rules: {C052: off}`.",
    ),
}
