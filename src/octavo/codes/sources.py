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
}
