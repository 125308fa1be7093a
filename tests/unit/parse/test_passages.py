"""Boxes and passages that are not what their author meant."""

from typing import Any

import pytest

from octavo.ast import Node, div, para, words
from octavo.elements import CLASSES
from octavo.parse.passages import passage_findings
from tests.support.models import make_chapter
from tests.support.trees import note, paragraph

BREAK = {"t": "SoftBreak"}


def faults(text: str, *blocks: Node) -> list[str]:
    """Say what is wrong with the blocks of a chapter, as `CODE line text-at-fault`, or with a hint."""
    found = passage_findings(make_chapter(text), list(blocks))
    return [f"{one.code} {one.span.first.line if one.span else 0} {one.hint}" for one in found]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("key-finding", "key-findings"),
        ("pullquote", "pull-quote"),
        ("notes", "note"),
        ("sources", "source"),
        ("warning", "caution"),
        ("callout-tip", "note"),
    ],
)
def test_a_class_like_a_known_one_is_told(name: str, meant: str) -> None:
    """P011: slips of the pen and other tools' words, on the fence that has them."""
    text = f"# First\n\n::: {name}\nText.\n:::\n"

    assert faults(text, div([para(words("Text."))], "", [name])) == [f"P011 3 did you mean `{meant}`?"]


@pytest.mark.parametrize("name", [*CLASSES, "side-note", "timeline", "columns", "equation"])
def test_known_classes_and_classes_of_ones_own_pass(name: str) -> None:
    """A template of one's own may give a look to a class that is nothing like octavo's."""
    assert faults(f"# First\n\n::: {name}\nText.\n:::\n", div([para(words("Text."))], "", [name])) == []


def test_a_class_that_a_template_printed_is_told_of_the_file() -> None:
    """P011: what stands nowhere in the source has no place there."""
    assert faults("# First\n\n{{ box }}\n", div([], "", ["key-finding"])) == [
        "P011 0 did you mean `key-findings`?"
    ]


def test_a_fence_without_an_empty_line_before_it_is_told() -> None:
    """P012: at the fence in the text, not at the sound one before it; once for one paragraph."""
    text = "# First\n\n::: note\nA.\n:::\n\nOpen.\n::: note\nB.\n:::\n"
    inlines = [*words("Open."), BREAK, *words("::: note"), BREAK, *words("B."), BREAK, *words(":::")]

    (fault,) = faults(text, div([para(words("A."))], "", ["note"]), para(inlines))

    assert fault.startswith("P012 8 leave an empty line before it")


def test_a_fence_that_ends_nothing_is_told() -> None:
    """P012: the one too many, outside of code."""
    text = "# First\n\n```\n:::\n```\n\n::: note\nA.\n:::\n\n:::\n"

    assert faults(text, para(words(":::"))) == [
        "P012 11 remove it, or write the line that begins the box above its text"
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_fence_at_fault_is_found_whatever_the_line_ends(line_end: str) -> None:
    """P012: a file saved on Windows has the same faults, in the same lines."""
    text = "# First\n\n::: note\nA.\n:::\n\nOpen.\n::: note\nB.\n\n```\n:::\n```\n\n:::\n\n:::\n"
    found = faults(
        text.replace("\n", line_end),
        para([*words("Open."), BREAK, *words("::: note"), BREAK, *words("B.")]),
        para(words(":::")),
    )

    assert [" ".join(fault.split()[:2]) for fault in found] == ["P012 8", "P012 15"]


def test_colons_within_a_line_are_text() -> None:
    """Only a line that begins with colons looks like a fence."""
    assert faults("# First\n\nA ::: b.\n", para(words("A ::: b."))) == []


def test_a_figure_in_a_note_is_told_at_its_picture() -> None:
    """P013: Word has no figures in notes; a figure in the text passes."""
    image: Node = {"t": "Image", "c": [["", [], []], [], ["figures/map.svg", ""]]}
    caption: list[Any] = [None, [{"t": "Plain", "c": words("The map.")}]]
    figure: Node = {"t": "Figure", "c": [["fig:map", [], []], caption, [{"t": "Plain", "c": [image]}]]}
    text = "# First\n\nText.^[x]\n\n![The map.](figures/map.svg){#fig:map}\n"

    assert faults(text, figure) == []
    (fault,) = faults(text, paragraph({**note("x"), "c": [figure]}))
    assert fault.startswith("P013 5 put it into the text with a label")
