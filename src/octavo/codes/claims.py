"""Diagnostic codes of what the text says: statements without sources, and registers of claims."""

from octavo.codes.table import Code, error, warning

CLAIMS: dict[str, Code] = {
    "L020": error(
        "malformed-register",
        what="The metadata names a register of claims that is not there or not in order.",
        why="A register is printed and checked claim by claim, so that each must say what it is.",
        example="claims:\n  - {id: C01, statment: The bridge is open., status: established}",
        cure="Give each claim an `id`, a `statement` and a `status`, and if you like `sources`, a `note` and "
        "a `theme`; the list stands under `claims:`, beside `statuses`, `themes` and `doubt_words`.",
    ),
    "C040": warning(
        "statement-without-source",
        what="A sentence has a number, a date, a quotation or the statement of a named person or body, and "
        "no note stands in its paragraph.",
        why="Readers who want to check it do not know where to look, and nobody can tell later where it came "
        "from.",
        example="The harbour handled 4.2 million tonnes in 2019.",
        cure="Cite the source in the paragraph. Where you are the source, or it stands near by, "
        "say so above it: "
        "`<!-- allow C040: counted by the authors -->`.",
    ),
}
