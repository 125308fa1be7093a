"""Numbers and sources of figures and tables."""

import copy

import pytest

from octavo.ast import div, iter_nodes, plain_text
from octavo.model import Captioned
from octavo.transforms.captions import group_sources, number_captions
from tests.support.trees import figure, image, paragraph, plain, table

LABELS = {"figure": "Рисунок", "table": "Таблиця"}
SOURCE = div([paragraph("Source: made up.")], classes=["source"])


def test_figures_and_tables_count_apart() -> None:
    """Each kind has its numbers, in the order of the text, wherever the figure stands."""
    blocks = [
        table(plain("First"), "a"),
        div([figure(plain("Second"), plain("x"), identifier="fig:own")]),
        {"t": "BulletList", "c": [[figure(plain("Third"), plain("x"))]]},
        table(plain("Fourth"), "b"),
    ]

    _, captions = number_captions(blocks, LABELS)

    assert captions == (
        Captioned("table", 1, "table-1", "Таблиця 1. First"),
        Captioned("figure", 1, "fig:own", "Рисунок 1. Second"),
        Captioned("figure", 2, "figure-2", "Рисунок 2. Third"),
        Captioned("table", 2, "table-2", "Таблиця 2. Fourth"),
    )


def test_the_label_leads_the_caption() -> None:
    """A Span of class `caption-label` and a space come first; an identifier is given where none was."""
    blocks, _ = number_captions([figure(plain("Loans"), plain("x"))], LABELS)

    caption = blocks[0]["c"][1][1][0]["c"]
    assert blocks[0]["c"][0][0] == "figure-1"
    assert (caption[0]["t"], caption[0]["c"][0][1]) == ("Span", ["caption-label"])
    assert caption[1] == {"t": "Space"}
    assert plain_text(caption) == "Рисунок 1. Loans"


def test_without_a_caption_there_is_no_number() -> None:
    """A table that only sets words side by side is not counted."""
    blocks, captions = number_captions([table(None, "a"), table(plain("Loans"), "b")], LABELS)

    assert [caption.number for caption in captions] == [1]
    assert table(None, "a") == blocks[0]


def test_a_source_stays_with_its_table() -> None:
    """Each Div `source` that follows comes into the same Div; one without a table does not."""
    blocks = group_sources([SOURCE, table(plain("T"), "a"), SOURCE, SOURCE, paragraph("x"), SOURCE])

    assert [block["t"] for block in blocks] == ["Div", "Div", "Para", "Div"]
    assert blocks[1]["c"][0][1] == ["table-block"]
    assert [inner["t"] for inner in blocks[1]["c"][1]] == ["Table", "Div", "Div"]


def test_sources_are_found_wherever_blocks_stand() -> None:
    """In boxes, quotations, lists, definitions and cells a figure has its Div as well."""
    shown = [figure(plain("F"), {"t": "Plain", "c": [image("a.png")]}), SOURCE]
    cell = table(None, "a")
    cell["c"][4][0][3][0][1][0][4] = copy.deepcopy(shown)
    for holder in (
        div(shown, classes=["box"]),
        {"t": "BlockQuote", "c": shown},
        {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], [shown]]},
        {"t": "BulletList", "c": [[paragraph("x")], shown]},
        {"t": "DefinitionList", "c": [[[], [shown]]]},
        cell,
    ):
        (grouped,) = group_sources([holder])

        groups = [
            node for node in iter_nodes(grouped) if node["t"] == "Div" and node["c"][0][1] == ["figure-block"]
        ]
        assert [[inner["t"] for inner in group["c"][1]] for group in groups] == [["Figure", "Div"]]


@pytest.mark.parametrize(("word", "is_kept"), [("wide", True), ("landscape", True), ("note", False)])
def test_a_source_behind_a_wide_table_belongs_to_it(word: str, *, is_kept: bool) -> None:
    """Whether the source stands before or behind the colons that end the passage makes no difference."""
    blocks = group_sources([div([table(plain("T"), "a")], classes=[word]), SOURCE])

    (group,) = blocks[0]["c"][1]
    assert (len(blocks) == 1) == is_kept
    assert [inner["t"] for inner in group["c"][1]] == (["Table", "Div"] if is_kept else ["Table"])


def test_the_text_is_kept() -> None:
    """Grouping changes no word, and not the tree that it was given."""
    tree = [div([table(plain("T"), "a", "b"), SOURCE]), paragraph("x")]
    before = copy.deepcopy(tree)

    assert plain_text(before) == plain_text(group_sources(tree))
    assert before == tree
