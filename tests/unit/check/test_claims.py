"""What the register and the text may say of each other; the cases of tests/diagnostics show what not."""

from pathlib import Path

import pytest

from octavo.check.claims import CLAIM_RULES
from octavo.load import load_publication
from tests.support.least_publication import METADATA, write_publication

REGISTER = """\
- {id: C01, statement: The bridge is open., status: contradicted}
- {id: C02, statement: It is long., status: established}
"""
LONG = "[It is long]{.claim id=C02}."


def faults(root: Path, text: str, register: str = REGISTER, metadata: str = "claims: claims\n") -> list[str]:
    """Say what the rules for claims find, as `CODE text-at-fault`."""
    files = {
        "manuscript/metadata.yaml": METADATA + metadata,
        "manuscript/10-first.md": f"# First\n\n{text}\n",
        "manuscript/data/claims.yaml": register,
    }
    loaded = load_publication(write_publication(root, files))
    assert loaded.value is not None
    found = [one for rule in CLAIM_RULES for one in rule(loaded.value)]
    return [f"{one.code} {one.span.text if one.span else one.file}" for one in found]


@pytest.mark.parametrize(
    "passage",
    [
        "[The bridge is open]{.claim id=C01}, but no car crosses it.",
        "It is not so. [The bridge is open]{.claim id=C01}. So they wrote.",
        "According to the mayor [the bridge is open]{.claim id=C01}.",
        "The mayor holds that [the bridge is open]{.claim #C01}.",
        "[The bridge isn’t open]{.claim id='C01'}.",
    ],
)
def test_words_of_doubt(passage: str, tmp_path: Path) -> None:
    """A word of doubt in the sentence of the mark, or in one beside it, is enough."""
    assert faults(tmp_path, f"{passage} {LONG}") == []


def test_doubt_must_be_near(tmp_path: Path) -> None:
    """A word of doubt two sentences away does not count."""
    text = f"[The bridge is open]{{.claim id=C01}}. Cars cross it. Some are red. None is blue.\n\n{LONG}"

    assert faults(tmp_path, text) == ["C048 C01"]


def test_a_register_has_words_of_doubt_of_its_own(tmp_path: Path) -> None:
    """Languages that octavo has no words of are judged by the register's own, or not at all."""
    german = "lang: de\nclaims: claims\n"
    text = f"Angeblich ist [die Brücke offen]{{.claim id=C01}}. {LONG}"
    own = f"doubt_words: [angeblich]\nclaims:\n{REGISTER}"
    metadata = METADATA.replace("lang: en-GB\n", "")
    for number, (passage, register, expected) in enumerate(
        [
            (text, REGISTER, []),
            (text, own, []),
            (text.replace("Angeblich ist", "So ist"), own, ["C048 C01"]),
        ]
    ):
        root = tmp_path / str(number)
        files = {
            "manuscript/metadata.yaml": metadata + german,
            "manuscript/10-first.md": f"# First\n\n{passage}\n",
            "manuscript/data/claims.yaml": register,
        }
        loaded = load_publication(write_publication(root, files))
        assert loaded.value is not None
        found = [one for rule in CLAIM_RULES for one in rule(loaded.value)]
        assert [f"{one.code} {one.span.text}" for one in found if one.span] == expected


def test_marks_without_a_register(tmp_path: Path) -> None:
    """Without a register there are no claims to mark; a broken register is told by its own fault."""
    assert faults(tmp_path / "a", LONG, metadata="") == ["C041 C02"]
    assert faults(tmp_path / "b", LONG, register="claims: none\n") == []
    assert faults(tmp_path / "c", "Text.", metadata="") == []
    assert faults(tmp_path / "d", "::: claims-register\n:::", metadata="") == ["C041 ::: claims-register"]


def test_marks_in_code_are_none(tmp_path: Path) -> None:
    """What is set as code marks nothing."""
    assert faults(tmp_path, f"`[x]{{.claim id=C09}}` Not [so]{{.claim id=C01}}. {LONG}") == []


def test_words_of_claims_cite_entries(tmp_path: Path) -> None:
    """What the words of a claim cite is printed with them; without an entry there is no note."""
    register = "- {id: C02, statement: 'It is long [@lost2021].', status: established, note: See @gone2021}\n"

    assert faults(tmp_path, LONG, register) == ["C044 lost2021", "C044 gone2021"]
