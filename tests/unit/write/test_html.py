"""The body that PDF and EPUB share. Pandoc writes it, so these tests run Pandoc."""

from pathlib import Path

from lxml import html

from octavo.ast import Node, div, header
from octavo.model import Document
from octavo.transforms.notes import number_notes
from octavo.write.html import html_body
from tests.support.models import make_chapter, make_document, make_publication
from tests.support.trees import note, paragraph, plain, string, table


def document_of(folder: Path, *chapters: list[Node]) -> Document:
    """Make a document whose notes begin again in each chapter."""
    blocks = [div(blocks, f"chapter-{index}", ["chapter"]) for index, blocks in enumerate(chapters, start=1)]
    publication = make_publication(make_chapter(""), work_path=folder)
    return make_document(publication, blocks, notes=number_notes(chapters, "per-chapter"))


def test_notes_are_taken_out(tmp_path: Path) -> None:
    """The tree keeps a bare call with the label in each note's place; notes come apart, whole."""
    first = [
        header(1, [string("One"), note("To the heading.")]),
        paragraph("a", note("Two parts."), "b"),
    ]
    second = [table({"t": "Plain", "c": [string("T"), note("In a caption.")]}, "x"), paragraph("end")]

    body = html_body(document_of(tmp_path, first, second))

    assert [note_.text_content().strip() for note_ in body.notes.values()] == [
        "To the heading.", "Two parts.", "In a caption.",
    ]  # fmt: skip
    assert [(call.text, call.get("data-note")) for call in body.calls.values()] == [
        ("1", "1"), ("2", "2"), ("1", "3"),
    ]  # fmt: skip
    assert [dict(call.attrib) for call in body.root.iter("a")] == [
        {"class": "call", "data-note": number} for number in "123"
    ]
    assert [child.get("id") for child in body.root] == ["chapter-1", "chapter-2"]
    assert "footnote" not in html.tostring(body.root, encoding="unicode")


def test_a_text_without_notes_is_whole(tmp_path: Path) -> None:
    """Nothing is taken where nothing is."""
    body = html_body(document_of(tmp_path, [paragraph("a")]))

    assert (body.calls, body.notes) == ({}, {})
    assert body.root.text_content().strip() == "a"


def test_a_note_keeps_all_its_blocks(tmp_path: Path) -> None:
    """Paragraphs, lists and links of a note stay; only Pandoc's way back goes."""
    long = {
        "t": "Note",
        "c": [paragraph("One."), {"t": "BulletList", "c": [[plain("item")]]}, paragraph("Last.")],
    }

    body = html_body(document_of(tmp_path, [paragraph("a", long)]))

    assert [block.tag for block in body.notes[1]] == ["p", "ul", "p"]
    assert body.notes[1].text_content().split() == ["One.", "item", "Last."]
    assert list(body.notes[1].iter("a")) == []


def test_formulas_are_as_wanted(tmp_path: Path) -> None:
    """MathML where it can be shown, characters elsewhere."""
    formula = {"t": "Math", "c": [{"t": "InlineMath"}, "x^2"]}
    document = document_of(tmp_path, [paragraph("a", formula)])

    assert html_body(document).root.xpath("//*[local-name()='math']")
