"""Registers of claims as they are read: what they declare, and what they may leave out."""

from pathlib import Path

import pytest

from octavo.load import load_publication
from octavo.load.claims import read_register
from octavo.load.yaml_tree import parse_yaml
from octavo.model import ClaimRegister, ClaimsSetup
from octavo.source import SourceFile
from tests.support.least_publication import METADATA, write_publication

ENTRY = "- {id: C01, statement: The bridge is open., status: established}\n"


def read(text: str, lang: str = "en") -> tuple[ClaimRegister | None, list[str]]:
    """Give a register and what is wrong with it."""
    source = SourceFile("manuscript/data/claims.yaml", text)
    outcome = read_register(source, parse_yaml(source), lang)
    return outcome.value, [found.message for found in outcome.diagnostics]


def test_a_list_is_a_register() -> None:
    """A bare list of claims suffices; a claim may come without sources, note and theme."""
    register, faults = read(ENTRY)

    assert register is not None
    assert faults == []
    assert [(claim.identifier, claim.span.text, claim.sources) for claim in register.claims] == [
        ("C01", "C01", ())
    ]


@pytest.mark.parametrize(
    ("lang", "label"), [("en-GB", "Contradicted"), ("uk", "Спростовано"), ("cy", "Contradicted")]
)
def test_statuses_of_octavo(lang: str, label: str) -> None:
    """A register without statuses has octavo's, labelled in its language, and the weak ones want doubt."""
    register, _ = read(ENTRY, lang)

    assert register is not None
    assert [status.key for status in register.statuses if status.wants_doubt] == [
        "qualified", "contradicted", "asserted", "open",
    ]  # fmt: skip
    assert label in [status.label for status in register.statuses]


def test_statuses_of_ones_own() -> None:
    """A declared status keeps what octavo knows of its key, unless it says otherwise."""
    register, faults = read(
        "statuses:\n- {key: contradicted}\n- {key: asserted, label: Said, doubt: false}\n- {key: rumoured}\n"
        f"claims:\n{ENTRY}"
    )

    assert register is not None
    assert faults == []
    assert [(it.key, it.label, it.wants_doubt) for it in register.statuses] == [
        ("contradicted", "Contradicted", True),
        ("asserted", "Said", False),
        ("rumoured", "Rumoured", False),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("themes: []\n", "lacks `claims` here"),
        ("claims: none\n", "has no list of claims"),
        ("", "has no list of claims"),
        ("- C01\n", "has something other than names and values"),
        ("- {id: 7b, statement: A., status: open}\n", "has the claim `7b`, which cannot be an identifier"),
        ("- {id: C1, statement: A.}\n", "lacks `status` here"),
        ("- {id: C1, statement: A., status: open, source: [x]}\n", "has the unknown key `source`"),
    ],
)
def test_faults(text: str, fault: str) -> None:
    """What is not in order is told once."""
    assert read(text)[1] == [f"the register of claims {fault}"]


def test_a_broken_claim_is_not_missed_twice() -> None:
    """The identifiers of claims that could not be read are kept."""
    register, _ = read(f"{ENTRY}- {{id: C02, statement: A.}}\n")

    assert register is not None
    assert register.broken == frozenset({"C02"})


def test_the_metadata_names_the_register(tmp_path: Path) -> None:
    """A name is a file of data; a mapping may say more; a name without a file is an error at its place."""
    files = {
        "manuscript/metadata.yaml": f"{METADATA}claims: {{register: claims, appendix: false, title: Known}}\n"
    }
    loaded = load_publication(write_publication(tmp_path, {**files, "manuscript/data/claim.yaml": ENTRY}))

    assert loaded.value is not None
    assert loaded.value.metadata.claims == ClaimsSetup("claims", has_appendix=False, title="Known")
    assert [(it.code, it.hint) for it in loaded.diagnostics] == [("L020", "did you mean `claim`?")]


def test_a_register_is_yaml(tmp_path: Path) -> None:
    """A table of that name is no register."""
    files = {
        "manuscript/metadata.yaml": f"{METADATA}claims: claims\n",
        "manuscript/data/claims.csv": "id\nC01\n",
    }
    loaded = load_publication(write_publication(tmp_path, files))

    assert [(it.code, it.hint) for it in loaded.diagnostics] == [
        ("L020", "write `manuscript/data/claims.yaml`")
    ]
