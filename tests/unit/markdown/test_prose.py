"""Paragraphs: what is said in them, and the sources beside it."""

import pytest

from octavo.markdown import paragraphs_of
from octavo.model import Paragraph
from octavo.source import SourceFile


def first(text: str) -> Paragraph:
    """Give the first paragraph of a text."""
    return paragraphs_of(SourceFile("manuscript/a.md", text))[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It grew [see @a, p. 3; @b] by 5.", "It grew by 5."),
        ("It grew.^[See [@a, p. 3].] And [@b] fell.[^1]", "It grew. And fell."),
        ("A [link](https://x.example/a_(b)) and `code` and $x^2$.", "A link and and ."),
        ("A [“quoted”]{.translated} word <!-- a remark --> here.", "A “quoted” word here."),
        ("As @a [p. 3] says, {{ data.x }} and {% if y %}z{% endif %}.", "As says, and z ."),
        ("Braced @{a.b} here.", "Braced here."),
    ],
)
def test_plain_holds_the_words_alone(text: str, words: str) -> None:
    """What is no word of the text is blotted out, and every other character stays in its place."""
    paragraph = first(text)

    assert words == " ".join(paragraph.plain.split())
    assert len(paragraph.plain) == len(paragraph.raw)
    assert all(plain in {" ", raw} for plain, raw in zip(paragraph.plain, paragraph.raw, strict=True))


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        (
            "x [see @a, p. 3; -@b] y",
            [("a", "[see @a, p. 3; -@b]", ", p. 3"), ("b", "[see @a, p. 3; -@b]", "")],
        ),
        ("x @a [p. 3] y", [("a", "@a [p. 3]", "p. 3")]),
        ("x @{a.b} y", [("a.b", "@{a.b}", "")]),
        ("x^[On it [@a, p. [3]].] y", [("a", "[@a, p. [3]]", ", p. [3]")]),
        ("x^[On it @a.] y", [("a", "@a", "")]),
        ("[a text that @a wrote]{.claim id=C1}", [("a", "@a", "")]),
    ],
)
def test_citations_know_their_bracket(text: str, citations: list[tuple[str, str, str]]) -> None:
    """A citation has its bracket, or itself, as its group, and what follows its key as its suffix."""
    paragraph = first(text)

    assert citations == [
        (cited.citekey, paragraph.raw[slice(*cited.group)], paragraph.raw[slice(*cited.suffix)])
        for cited in paragraph.citations
    ]


def test_notes_and_spans() -> None:
    """Inline notes, calls and spans with attributes are found."""
    paragraph = first("One.^[A note.] Two[^n] and [a claim]{.claim .x id=C07 note='a b'}.")

    assert [paragraph.raw[slice(*place)] for place in paragraph.notes] == ["^[A note.]", "[^n]"]
    (span,) = paragraph.spans
    assert (paragraph.raw[slice(*span.place)], span.classes, dict(span.attributes)) == (
        "a claim",
        ("claim", "x"),
        {"id": "C07", "note": "a b"},
    )


def test_kinds_of_paragraphs() -> None:
    """Headings, tables and the texts of notes are told from other paragraphs."""
    text = "# One\n\nTwo\n---\n\n| a |\n|---|\n\n[^1]: Three\n\nFour\n"
    found = paragraphs_of(SourceFile("manuscript/a.md", text))

    assert [(it.raw.split("\n")[0], it.is_heading, it.is_table, it.is_note) for it in found] == [
        ("One", True, False, False),
        ("Two", True, False, False),
        ("| a |", False, True, False),
        ("Three", False, False, True),
        ("Four", False, False, False),
    ]


def test_boxes_round_a_paragraph() -> None:
    """A paragraph knows the divisions that it lies in."""
    text = "a\n\n::: note\nb\n\n:::: {.x .y}\nc\n::::\n\nd\n:::\n\n```\n::: no\n```\n\ne\n"
    found = paragraphs_of(SourceFile("manuscript/a.md", text))

    assert [(it.raw, it.boxes) for it in found] == [
        ("a", ()),
        ("b", ("note",)),
        ("c", ("note", "x", "y")),
        ("d", ("note",)),
        ("e", ()),
    ]


def test_places_in_the_file() -> None:
    """A place in a paragraph of several lines is found in the file."""
    paragraph = first("> It grew\n> by 5 [@a].\n")

    assert paragraph.span(paragraph.citations[0].place).text == "a"
    assert paragraph.span((3, 10)).text == "grew\n> by"
