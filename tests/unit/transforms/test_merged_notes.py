"""Several notes at one place become one."""

import copy
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.ast import Node, header, iter_nodes, plain_text
from octavo.transforms.chapters import MARKER_CLASS
from octavo.transforms.merged_notes import count_notes, join_calls, merge_notes
from tests.support.trees import cite, figure, image, note, paragraph, plain, string

SPACE: Node = {"t": "Space"}


def named(citekey: str, *inlines: Node) -> Node:
    """Make a Cite that names its author in the text."""
    made = cite(citekey, 0, *inlines)
    made["c"][0][0]["citationMode"] = {"t": "AuthorInText"}
    return made


def merged(*inlines: Node | str) -> list[Node]:
    """Merge the notes of one paragraph, with a style of notes."""
    content: list[Node] = merge_notes([paragraph(*inlines)], is_note_style=True)[0]["c"]
    return content


def told(inlines: list[Node]) -> str:
    """Tell a line with its calls: citations as [a;b], notes as {their text}."""
    return "".join(_told(inline) for inline in inlines)


def _told(inline: Node) -> str:
    if inline["t"] == "Cite":
        keys = ";".join(item["citationId"] for item in inline["c"][0])
        return f"@{keys}" if inline["c"][0][0]["citationMode"]["t"] == "AuthorInText" else f"[{keys}]"
    if inline["t"] == "Note":
        return "{" + " | ".join(told(block["c"]) for block in inline["c"]) + "}"
    return plain_text([inline], without=frozenset()) or " "


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        ((cite("a", 1), cite("b", 2), string(".")), "[a;b]."),
        ((cite("a", 1), SPACE, cite("b", 2), SPACE, "c"), "[a;b] c"),
        ((cite("a", 1), string("."), note("Own.")), ".{[a]. Own.}"),
        ((cite("a", 1), string("."), note("and own")), ".{[a]; and own}"),
        ((note("Compare it."), SPACE, cite("a", 1), string(".")), ".{Compare it. [a]}"),
        ((note("Compare it"), cite("a", 1)), "{Compare it; [a]}"),
        ((note("One"), note("Two.")), "{One. Two.}"),
        ((note("One"), note("two.")), "{One; two.}"),
        ((note("One."), string("."), cite("a", 1), cite("b", 1)), ".{One. [a;b]}"),
        (("x", SPACE, cite("a", 1), note("Own.")), "x{[a]. Own.}"),
        (("x", SPACE, note("Own."), SPACE, cite("a", 1), string(","), SPACE, "y"), "x,{Own. [a]} y"),
        (
            ("x", cite("a", 1), string("."), SPACE, note("Own."), cite("b", 1), string(".")),
            "x.{[a]. Own. [b]}",
        ),
        (("x", cite("a", 1), string(","), SPACE, "y", cite("b", 2)), "x[a], y[b]"),
        (("x", cite("a", 1), string("(y)"), cite("b", 2)), "x[a](y)[b]"),
        ((named("a"), SPACE, cite("b", 2)), "@a;b"),
        ((named("a"), note("Own."), string(".")), "@a{Own.}."),
        ((cite("a", 1), SPACE, named("b")), "[a] @b"),
        ((note("See", SPACE, cite("a", 1), SPACE, cite("b", 1)),), "{See [a;b]}"),
        ((note(cite("a", 1), string(","), cite("b", 1)),), "{[a],[b]}"),
    ],
)
def test_calls_at_one_place_become_one(inlines: tuple[Node | str, ...], expected: str) -> None:
    """Side by side, or with a stop between, calls are one; text between them keeps them apart."""
    assert told(merged(*inlines)) == expected


def test_a_call_at_the_end_of_words_set_apart_joins_the_next() -> None:
    """Italics, bold type and quotation marks end before it."""
    words_in = [string("x"), SPACE, cite("a", 1)]
    for outer in (
        {"t": "Emph", "c": words_in},
        {"t": "Strong", "c": words_in},
        {"t": "Quoted", "c": [{"t": "DoubleQuote"}, words_in]},
    ):
        first, second, _ = merged(copy.deepcopy(outer), SPACE, cite("b", 2), string("."))
        assert (plain_text(first).strip("“”"), told([second])) == ("x", "[a;b]")


def test_citations_in_the_text_are_no_notes() -> None:
    """With a style that sets sources into the text only notes become one."""
    line = paragraph(cite("a", 1), cite("b", 2), note("One."), note("Two."))

    assert told(merge_notes([line], is_note_style=False)[0]["c"]) == "[a][b]{One. Two.}"


def test_notes_of_several_paragraphs_become_one() -> None:
    """Where one ends and the next begins is one paragraph, if both have words there; a list is left."""
    long = {"t": "Note", "c": [paragraph("One."), {"t": "BulletList", "c": [[plain("item")]]}]}
    (whole,) = merged(copy.deepcopy(long), copy.deepcopy(long), note("End."))

    kinds = [block["t"] for block in whole["c"]]
    assert kinds == ["Para", "BulletList", "Para", "BulletList", "Para"]


def test_a_note_behind_a_named_author_joins_that_of_citeproc() -> None:
    """The name stays in the text; its note is followed by what the author of the text added."""
    line = paragraph(named("a", string("Roe"), note("Bridges.")), note("Own."), string("."))

    joined = join_calls([line])[0]["c"]

    assert [plain_text(item["c"]) for item in iter_nodes(joined) if item["t"] == "Note"] == ["Bridges. Own."]
    assert plain_text(joined) == "Roe."


def test_a_stop_that_citeproc_has_copied_is_there_once() -> None:
    """Citeproc puts the stop before its note and, with another note in between, leaves the first."""
    line = paragraph(
        named("a", string("Roe"), string("."), note("Bridges.")), note("Own."), string("."), SPACE, "x"
    )

    assert plain_text(join_calls([line])) == "Roe. x"


def test_no_chapter_follows_the_note_before_it() -> None:
    """A number is left out where a chapter begins, so that citeproc does not say "ibid." there."""
    marker = header(1, [string(".")], "", [MARKER_CLASS])
    blocks = [marker, paragraph(cite("a", 0), cite("b", 0)), marker, paragraph(cite("b", 0))]

    count_notes(blocks)

    numbers = [node["c"][0][0]["citationNoteNum"] for node in iter_nodes(blocks) if node["t"] == "Cite"]
    assert numbers == [1, 2, 4]


def test_notes_count_as_readers_count_them() -> None:
    """In the order of the text; the copy of a caption that Pandoc gives an image counts for nothing."""
    copied = image("a.png")
    copied["c"][1] = [cite("a", 7)]
    blocks = [
        figure({"t": "Plain", "c": [cite("a", 9)]}, {"t": "Plain", "c": [copied]}),
        paragraph(named("b"), note("Own", cite("c", 9))),
        paragraph(note("Two", cite("d", 9), cite("e", 9)), "x", cite("f", 9)),
    ]

    count_notes(blocks)

    numbers = [
        (item["citationId"], item["citationNoteNum"])
        for node in iter_nodes(blocks)
        if node["t"] == "Cite"
        for item in node["c"][0]
    ]
    assert numbers == [("a", 1), ("a", 1), ("b", 2), ("c", 2), ("d", 3), ("e", 3), ("f", 4)]


CALLS = st.one_of(
    st.sampled_from("abcdefg").map(lambda key: cite(key, 1)),
    st.sampled_from("abcdefg").map(named),
    st.sampled_from(["One.", "two", "Three"]).map(note),
    st.sampled_from("abcdefg").map(lambda key: note("Own", cite(key, 1))),
    st.sampled_from([".", ",", "word", "(", ")."]).map(string),
    st.just(SPACE),
)


def _said(tree: Any) -> list[str]:
    """List what is cited and what notes say, word by word, without the stops between notes."""
    said = []
    for node in iter_nodes(tree):
        if node["t"] == "Cite":
            said += [item["citationId"] for item in node["c"][0]]
        elif node["t"] == "Str" and node["c"].strip(".,;)"):
            said.append(node["c"].strip(".,;)"))
    return said


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(CALLS, max_size=12))
def test_nothing_is_lost(inlines: list[Node]) -> None:
    """What is cited and said stays, in its order; no two calls that can be one stand side by side."""
    before = _said(copy.deepcopy(inlines))

    after = merged(*inlines)

    assert _said(after) == before
    kinds = [node for node in after if node["t"] != "Space"]
    for first, second in pairwise(kinds):
        if first["t"] in {"Note", "Cite"} and second["t"] in {"Note", "Cite"}:
            assert _told(second).startswith("@") or (_told(first).startswith("@") and second["t"] == "Note")
