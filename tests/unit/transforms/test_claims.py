"""Claims from the marks in the text to the register that leads to them, and the record of both."""

import json
from pathlib import Path

from octavo.ast import iter_nodes, plain_text
from octavo.model import Document
from octavo.transforms.claim_record import claim_record
from octavo.transforms.claims import entry_identifier, iter_passages
from tests.support.documents import document_of

METADATA = (
    "title: A Sample\nauthor: Ada Sample\ndate: 2021-09-30\nlang: en-GB\nslug: sample\nclaims: claims\n"
)
BOOK = "@book{doe2020, author={Doe, Jo}, title={A}, publisher={P}, date={2020}}\n"
FIRST = """\
# First

[The bridge is open]{.claim id=C01} [@doe2020]. Cars [cross it]{.claim #C01}, they say.^[Aside.]

## Later

It [is open [@doe2020, p. 3]]{.claim id=C01}. So they say, but [nobody pays]{.claim id="C02"}.
"""
SECOND = "# Second\n\nOnce more [it is open]{.claim id=C01}.\n"
CLAIMS = """\
themes:
  - {key: money, title: Money}
claims:
  - {id: C01, statement: The bridge *is* open., status: established, sources: [doe2020]}
  - {id: C02, statement: Nobody pays., status: qualified, theme: money, note: Some do., sources: "@doe2020"}
  - {id: C03, statement: It is long., status: open, theme: money}
"""
FILES = {
    "manuscript/metadata.yaml": METADATA,
    "manuscript/10-first.md": FIRST,
    "manuscript/20-second.md": SECOND,
    "manuscript/data/claims.yaml": CLAIMS,
    "bibliography/sources.bib": BOOK,
}


def last_chapter(document: Document) -> str:
    """Give the text of the last chapter, notes left out."""
    return plain_text(document.ast["blocks"][len(document.publication.chapters) - 1])


def test_the_register_is_appended_and_leads_to_the_passages(tmp_path: Path) -> None:
    """Claims come without theme first, each with its verdict, its notes and links to where it is marked."""
    document = document_of(tmp_path, FILES)

    identifiers = [passage.identifier for passage in iter_passages(document.ast["blocks"])]
    links = [
        node["c"][2][0]
        for node in iter_nodes(document.ast["blocks"])
        if node["t"] == "Link" and "claim-place" in node["c"][0][1]
    ]

    assert [it.text for it in document.headings if it.chapter == 2] == ["Register of claims", "Money"]
    assert last_chapter(document) == (
        "Register of claims Established: 1; Qualified: 1; Open: 1. "
        "C01. The bridge is open. Established. In the text: First; Later; Second. "
        "Money "
        "C02. Nobody pays. Qualified. Some do. In the text: Later. "
        "C03. It is long. Open."
    )
    assert identifiers == ["claim-C01-1", "claim-C01-2", "claim-C01-3", "claim-C02-1", "claim-C01-4"]
    assert links == ["#claim-C01-1", "#claim-C01-3", "#claim-C01-4", "#claim-C02-1"]
    assert [note.chapter for note in document.notes] == [0, 0, 0, 2, 2]


def test_a_chapter_shows_the_register_where_it_wants(tmp_path: Path) -> None:
    """An empty box takes the register, and nothing is appended then, nor where none is wanted."""
    shown = document_of(
        tmp_path / "a", {**FILES, "manuscript/20-second.md": f"{SECOND}\n::: claims-register\n:::\n"}
    )
    hidden = document_of(
        tmp_path / "b",
        {
            **FILES,
            "manuscript/metadata.yaml": METADATA.replace("claims\n", "{register: claims, appendix: false}\n"),
        },
    )

    assert [it.text for it in shown.headings] == ["First", "Later", "Second", "Money", "Bibliography"]
    assert "C03. It is long. Open." in last_chapter(shown)
    assert "C03" not in plain_text(hidden.ast["blocks"])


def test_the_title_may_be_ones_own(tmp_path: Path) -> None:
    """The metadata names the appendix; octavo does in the language of the publication."""
    setup = "{register: claims, title: What is known}\n"
    named = document_of(tmp_path, {**FILES, "manuscript/metadata.yaml": METADATA.replace("claims\n", setup)})

    assert "What is known" in [it.text for it in named.headings]


def test_the_record_says_where_each_claim_is_stated(tmp_path: Path) -> None:
    """Each passage has its chapter, heading, words, and the notes in it, or the next, or the one before."""
    document = document_of(tmp_path, FILES)

    record = claim_record(document)
    assert record is not None
    first, second, third = record["claims"]

    assert json.loads(json.dumps(record)) == record
    assert [(it["chapter"], it["heading"], it["words"], it["notes"]) for it in first["text"]] == [
        ("First", "First", "The bridge is open", ["1"]),
        ("First", "First", "cross it", ["2"]),
        ("First", "Later", "is open", ["3"]),
        ("Second", "Second", "it is open", []),
    ]
    assert (first["notes"], second["notes"], third["notes"]) == (["4"], ["5"], [])
    assert [source["title"] for source in second["sources"]] == ["A"]
    assert second["status"] == {"key": "qualified", "label": "Qualified"}
    assert (second["theme"], third["text"]) == ({"key": "money", "title": "Money"}, [])


def test_no_register_no_record(tmp_path: Path) -> None:
    """A publication without a register has no record of claims and no appendix."""
    plain = {**FILES, "manuscript/metadata.yaml": METADATA.replace("claims: claims\n", "")}
    plain["manuscript/10-first.md"] = "# First\n\nSome text [@doe2020].\n"
    document = document_of(tmp_path, plain)

    assert claim_record(document) is None
    assert [it.text for it in document.headings] == ["First", "Second", "Bibliography"]


def test_identifiers_are_ascii() -> None:
    """Links in all editions can name a claim, whatever its letters."""
    assert entry_identifier("C-1.a") == "claim-C-1.a"
    assert entry_identifier("Т1") == "claim-u04221"
