"""Which paragraphs want a note, and which have theirs elsewhere."""

from pathlib import Path

import pytest

from octavo.check.uncited import check_statements
from octavo.load import load_publication
from tests.support.least_publication import METADATA, write_publication

FACT = "The harbour handled 420 ships."
SOURCE = "::: source\nCounted [@doe2020].\n:::"
CASES = {
    FACT: ["420"],
    f"{FACT} It was so [@doe2020].": [],
    f"{FACT} It was so.^[Said in a letter.]": [],
    f"{FACT} It was so.[^1]\n\n[^1]: In 1920.": [],
    f"{FACT} It was so.[^1]\n\n[^1]: In 1920.\n\n    And in 1930.\n\nIn 1940.": ["1940"],
    "+------+-----+\n| Year | Sum |\n+======+=====+\n| 2019 | 12  |\n+------+-----+": [],
    "  Year   Sum\n------ -----\n  2019    12": [],
    f"{FACT} @fig:ships shows it.": [],
    f"{FACT} {{{{ '[' }}}}@{{{{ data.key }}}}]": [],
    f"One came.\n{FACT}\n\nThen [@doe2020].": ["420"],
    f"# {FACT}": [],
    f"- {FACT}\n- It had 12 cranes.": ["420"],
    f"The ledger says so [@doe2020]:\n\n- {FACT}\n- It had 12 cranes.": [],
    f"The ledger says so [@doe2020].\n\n1. {FACT}\n2. It had 12 cranes [@doe2020].": ["420"],
    "> Nothing was left.\n>\n> Nobody came.": ["Nothing was left."],
    "> Nothing was left.\n>\n> Nobody came [@doe2020].": [],
    "Doe wrote so [@doe2020].\n\n> Nothing was left.": [],
    "> Nothing was left.\n\nSo Doe [@doe2020].": [],
    f"::: key-findings\n{FACT}\n:::": ["420"],
    f"::: {{.method}}\n{FACT}\n:::": [],
    f"::: pull-quote\n{FACT}\n:::": [],
    f"![{FACT}](a.svg)\n\n{SOURCE}": [],
    f"![{FACT}](a.svg)": ["420"],
    f"| a |\n|---|\n| 420 |\n\n: {FACT}\n\n::: table-note\nA dash.\n:::\n\n{SOURCE}": [],
    "![Ships, 1920](a.svg)": ["1920"],
    f"`{FACT}` <!-- {FACT} -->": [],
}


@pytest.mark.parametrize("text", CASES)
def test_paragraphs_that_want_a_note(text: str, tmp_path: Path) -> None:
    """A statement wants a note in its paragraph; lists and quotations may have theirs beside them."""
    loaded = load_publication(write_publication(tmp_path, {"manuscript/10-first.md": f"# First\n\n{text}\n"}))
    assert loaded.value is not None

    found = [one.span.text for one in check_statements(loaded.value) if one.span]

    assert found == CASES[text]


def test_front_matter_speaks_of_the_publication(tmp_path: Path) -> None:
    """A foreword is not judged, and a publication in another language is judged by digits and quotations."""
    files = {
        "manuscript/metadata.yaml": METADATA.replace("en-GB", "de"),
        "manuscript/10-first.md": f"---\nmatter: front\n---\n\n# Foreword\n\n{FACT}\n",
        "manuscript/20-second.md": "# Zwei\n\nMinister Veld sagte ab. Es kamen 420 Schiffe.\n",
    }
    loaded = load_publication(write_publication(tmp_path, files))
    assert loaded.value is not None

    assert [one.message for one in check_statements(loaded.value)] == [
        "the number `420` stands in a paragraph without a note"
    ]


def test_a_paragraph_is_told_once(tmp_path: Path) -> None:
    """What else wants a source in the paragraph is counted, and a long quotation is cut short."""
    quotation = "“We shall not sell the railway, not now and not ever,” Mayor Pell said."
    text = f"# First\n\n{quotation} It was 1920. It had 12 cranes.\n"
    loaded = load_publication(write_publication(tmp_path, {"manuscript/10-first.md": text}))
    assert loaded.value is not None

    found = [*check_statements(loaded.value)]

    assert [(one.message, one.notes) for one in found] == [
        (
            "the quotation `“We shall not sell the railway, not now …` stands in a paragraph without a note",
            ("2 more sentences beside it want a source too",),
        )
    ]
