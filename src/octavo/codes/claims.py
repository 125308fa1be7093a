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
    "C041": error(
        "unknown-claim",
        what="A passage is marked as a claim that the register does not have.",
        why="The register is what readers check the text by; a mark that leads nowhere says nothing.",
        example="[The bridge is open]{.claim id=C70}    while the register ends with C07",
        cure="Correct the identifier, or add the claim to the register. If there is no register, name one in "
        "`manuscript/metadata.yaml`: `claims: claims` is `manuscript/data/claims.yaml`.",
    ),
    "C042": warning(
        "claim-without-text",
        what="A claim of the register is marked nowhere in the text.",
        why="The register would speak of something that the text does not say, or readers would not find "
        "where.",
        example="- {id: C07, statement: The bridge is open., status: established}",
        cure="Mark the words that state it, `[…]{.claim id=C07}`, in one place or several; or remove the "
        "claim.",
    ),
    "C043": error(
        "claim-without-name",
        what="A passage is marked as a claim without the identifier of one.",
        why="Nothing says which claim of the register it is.",
        example="[The bridge is open]{.claim}",
        cure="Name the claim: `[The bridge is open]{.claim id=C07}`.",
    ),
    "C044": error(
        "unknown-source-of-claim",
        what="A claim of the register names or cites a source that no entry of the bibliography is.",
        why="The register cites its sources as the text does, and the note would have none.",
        example="sources: [smaple2021]",
        cure="Correct the citekey, or add the entry to a `.bib` file in `bibliography/`.",
    ),
    "C045": warning(
        "source-without-claim",
        what="The text cites a source that no claim of the register rests on.",
        why="Either a claim lacks one of its sources, or the text says something that the register leaves "
        "out.",
        example="the text cites [@sample2021], and no claim has it among its `sources`",
        cure="Add it to the claim that it supports, or add that claim. If the register is a selection, "
        "switch "
        "the rule off: `rules: {C045: off}`.",
    ),
    "C046": error(
        "duplicate-claim",
        what="Two claims of the register have the same identifier.",
        why="A mark in the text would mean both.",
        example="- {id: C07, …}\n- {id: C07, …}",
        cure="Give one of them another identifier, here and in the text.",
    ),
    "C047": error(
        "unknown-status",
        what="A claim has a status that the register does not declare.",
        why="The register prints the label of the status, and there is none.",
        example="status: etsablished",
        cure="Correct it, or declare it under `statuses:` in the register. A register that declares none has "
        "`established`, `verified`, `qualified`, `contradicted`, `asserted` and `open`.",
    ),
    "C048": warning(
        "claim-stated-flatly",
        what="A claim whose status wants doubt, such as `contradicted`, is marked in text that has no word "
        "of "
        "doubt: not in its sentence, nor in those beside it.",
        why="Readers of the text would believe what the register denies.",
        example="[The bridge is open]{.claim id=C07}, and cars cross it.    % C07 is contradicted",
        cure="Say beside it that it is not so, not known, or only somebody's word; or correct the status. "
        "octavo knows words of doubt in English and Ukrainian; `doubt_words:` in the register adds others.",
    ),
    "C049": error(
        "unknown-theme",
        what="A claim has a theme that the register does not declare.",
        why="The register is printed theme by theme, and this claim would have no heading.",
        example="theme: mony",
        cure="Correct it, or declare it: `themes: [{key: money, title: Money}]`.",
    ),
}
