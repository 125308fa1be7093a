"""Labels and cross-references that cannot be made."""

import pytest

from octavo.ast import Node, div, header, para, words
from octavo.parse.labels import label_findings, mixed_findings, unknown_label_findings
from tests.support.models import make_chapter, make_publication, make_rendering


def faults(text: str, *blocks: Node) -> list[str]:
    """Say what is wrong with the blocks of a chapter, as `CODE text-at-fault hint`."""
    found = label_findings(make_chapter(text), list(blocks))
    return [f"{one.code} {one.span.text if one.span else '-'} {one.hint}" for one in found]


def link(target: str, text: str = "", *classes: str) -> Node:
    """Make a link."""
    return {"t": "Link", "c": [["", list(classes), []], words(text), [target, ""]]}


def test_a_link_without_words_is_told_once() -> None:
    """P016: a link to a label has a better way; one without address is told elsewhere."""
    text = "# First\n\n[](#fig:map) [](#fig:map) [](#place) [map](#fig:map) []()\n"
    links = [
        link("#fig:map"),
        link("#fig:map"),
        link("#place"),
        link("#fig:map", "map"),
        link(""),
    ]

    assert faults(text, para(links)) == [
        "P016 [](#fig:map) write `@fig:map`",
        "P016 [](#place) write words into its brackets",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A {#eq:load} b.", ["P017 {#eq:load"]),
        ("A {#fig:map .wide} b.", ["P017 {#fig:map"]),
        ("A \\{#fig:map} b.", []),
        ("A {#map} b.", []),
    ],
)
def test_a_label_in_the_text_is_told(text: str, expected: list[str]) -> None:
    """P017: braces that name a label of a known kind; escaped ones and others are the author's words."""
    found = faults(f"# First\n\n{text}\n", para(words(text.replace("\\", ""))))

    assert [" ".join(fault.split()[:2]) for fault in found] == expected


def test_a_label_of_another_kind_is_told() -> None:
    """P018: on a heading, a table and a formula; a Div around things may have any."""
    caption = [None, [{"t": "Plain", "c": words("Cars")}]]
    table: Node = {"t": "Table", "c": [["fig:cars", [], []], caption, [], [], [], []]}
    text = "# First {#eq:first}\n\n: Cars {#fig:cars}\n\n$$a$$ {#sec:a}\n"
    blocks = [
        header(1, words("First"), "eq:first"),
        table,
        div([para(words("a"))], "sec:a", ["equation"]),
        div([], "fig:b"),
        header(2, words("Next"), "sec:next"),
    ]

    assert [fault.split(",")[0] for fault in faults(text, *blocks)] == [
        "P018 #eq:first name it `sec:first`",
        "P018 #fig:cars name it `tbl:cars`",
        "P018 #sec:a name it `eq:a`",
    ]


def test_references_are_told_where_they_stand() -> None:
    """P014 and P015: at the first reference to the label, in whichever chapter."""
    first = make_chapter("# First\n\nText.\n", path="manuscript/10-first.md")
    second = make_chapter("# Second\n\nSee [@fig:map; @doe].\n", path="manuscript/20-second.md")
    rendering = make_rendering(make_publication(first, second))

    found = [
        *mixed_findings(rendering, ["fig:map"]),
        *unknown_label_findings(rendering, ["fig:map", "tbl:x"]),
    ]

    assert [(one.code, one.path, one.span.text if one.span else "") for one in found] == [
        ("P014", "manuscript/20-second.md", "@fig:map"),
        ("P015", "manuscript/20-second.md", "@fig:map"),
        ("P015", "manuscript", ""),
    ]
