"""Transforms of any tree: the text stays."""

import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.ast import Node, attributes_of, div, header, iter_nodes, plain_text, words
from octavo.transforms.alternatives import plain_alternatives
from octavo.transforms.captions import group_sources, number_captions
from octavo.transforms.identifiers import resolve_identifiers
from octavo.transforms.notes import number_notes
from tests.support.trees import figure, image, link, note, paragraph, plain, table

LABELS = {"figure": "Figure", "table": "Table"}
WORDS = st.text("abж ", max_size=8).map(lambda text: f"w {text}")
SCOPED = st.builds(
    "chapter-{}.md__{}".format, st.integers(1, 3), st.sampled_from(["a", "a-1", "b", "refs", "cover"])
)
INLINES = st.one_of(
    WORDS,
    st.builds(note, WORDS),
    st.builds(link, SCOPED.map("#{}".format), WORDS),
    st.builds(image, st.just("a.png"), WORDS),
)
PARAGRAPHS = st.lists(INLINES, min_size=1, max_size=3).map(lambda inlines: paragraph(*inlines))
CAPTIONS = st.one_of(st.none(), st.builds(plain, WORDS))
SOURCES = PARAGRAPHS.map(lambda block: div([block], classes=["source"]))
LEAVES = st.one_of(
    PARAGRAPHS,
    SOURCES,
    st.builds(header, st.integers(1, 3), st.builds(words, WORDS), SCOPED),
    st.builds(table, CAPTIONS, WORDS, identifier=SCOPED),
    st.builds(lambda caption, name: figure(caption, plain("x"), identifier=name), CAPTIONS, SCOPED),
)


def _holders(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.builds(div, several, SCOPED),
        several.map(lambda blocks: {"t": "BlockQuote", "c": blocks}),
        st.lists(several, min_size=1, max_size=2).map(lambda items: {"t": "BulletList", "c": items}),
    )


TREES = st.lists(st.recursive(LEAVES, _holders, max_leaves=8), max_size=6)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TREES)
def test_identifiers_become_unique_and_the_text_stays(blocks: list[Node]) -> None:
    """Names that two chapters have are told apart, and a second time changes nothing."""
    before = copy.deepcopy(blocks)
    seen: set[str] = set()
    for node in iter_nodes(blocks):
        attributes = attributes_of(node)
        if attributes and attributes[0] in seen:
            attributes[0] = ""  # Pandoc has made them unique within a chapter
        elif attributes:
            seen.add(attributes[0])

    resolved = resolve_identifiers(blocks)

    found = [attributes_of(node) for node in iter_nodes(resolved.blocks)]
    names = [attributes[0] for attributes in found if attributes and attributes[0]]
    assert len(names) == len(set(names))
    assert plain_text(before) == plain_text(resolved.blocks)
    assert resolved.blocks == resolve_identifiers(resolved.blocks).blocks


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TREES)
def test_each_figure_and_table_lies_in_a_group(blocks: list[Node]) -> None:
    """No word is lost, the tree given is not changed, and each figure or table has its own Div."""
    before = copy.deepcopy(blocks)

    grouped = group_sources(blocks)

    kinds = [node["t"] for node in iter_nodes(blocks) if node["t"] in {"Figure", "Table"}]
    groups = [
        node["c"][1][0]["t"]
        for node in iter_nodes(grouped)
        if node["t"] == "Div" and node["c"][0][1] in (["figure-block"], ["table-block"])
    ]
    assert kinds == groups
    assert plain_text(before) == plain_text(grouped)
    assert before == blocks


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TREES)
def test_captions_gain_a_label_and_nothing_else(blocks: list[Node]) -> None:
    """The text is what it was but for the labels, and each number is there once."""
    before = plain_text(blocks)

    numbered, captions = number_captions(copy.deepcopy(blocks), LABELS)

    text = plain_text(numbered)
    for caption in captions:
        label = f"{LABELS[caption.kind]} {caption.number}."
        assert caption.text.startswith(f"{label} ")
        assert text.count(label) == 1
        text = text.replace(f"{label} ", "")
    assert before == text


@settings(max_examples=60, deadline=None, derandomize=True)
@given(TREES)
def test_texts_of_images_are_plain_once(blocks: list[Node]) -> None:
    """What images say stays what it is; a second time changes nothing; notes of the text are kept."""
    plain_blocks = plain_alternatives(blocks)

    assert plain_text(blocks) == plain_text(plain_blocks)
    assert plain_blocks == plain_alternatives(plain_blocks)
    assert number_notes([blocks], "continuous") == number_notes([plain_blocks], "continuous")
