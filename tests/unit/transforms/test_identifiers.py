"""Identifiers over all chapters."""

import pytest

from octavo.ast import Node, attributes_of, header, iter_nodes
from octavo.transforms.identifiers import resolve_identifiers
from tests.support.trees import link, paragraph


def heading(chapter: int, name: str) -> Node:
    """Make a heading as Pandoc reads it in the scope of a chapter."""
    return header(2, [], f"chapter-{chapter}.md__{name}")


def to(chapter: int, name: str) -> Node:
    """Make a link as Pandoc reads it in the scope of a chapter."""
    return paragraph(link(f"#chapter-{chapter}.md__{name}", "x"))


def identifiers(blocks: list[Node]) -> list[str]:
    """List the identifiers of headings."""
    return [(attributes_of(node) or [""])[0] for node in iter_nodes(blocks) if node["t"] == "Header"]


def targets(blocks: list[Node]) -> list[str]:
    """List the targets of links."""
    return [node["c"][2][0] for node in iter_nodes(blocks) if node["t"] == "Link"]


def test_equal_names_are_kept_apart() -> None:
    """The first chapter keeps a name, later ones get the next number that is free."""
    blocks = [heading(1, "a"), heading(1, "a-1"), heading(2, "a"), heading(3, "a")]

    assert identifiers(resolve_identifiers(blocks).blocks) == ["a", "a-1", "a-2", "a-3"]


def test_a_link_finds_its_own_chapter_first() -> None:
    """Each chapter's link to a name that both have leads to its own; across chapters the bare name leads."""
    blocks = [heading(1, "a"), heading(2, "a"), heading(2, "b"), to(1, "a"), to(2, "a"), to(1, "b")]

    resolved = resolve_identifiers(blocks)

    assert targets(resolved.blocks) == ["#a", "#a-1", "#b"]
    assert resolved.broken == ()


def test_a_link_to_nothing_is_told_once() -> None:
    """Broken links come with the file that Pandoc read, each once."""
    resolved = resolve_identifiers([to(2, "gone"), to(2, "gone"), to(3, "gone")])

    assert resolved.broken == (("chapter-2.md", "gone"), ("chapter-3.md", "gone"))


@pytest.mark.parametrize(
    "name", ["refs", "ref-doe2020", "fn3", "fnref3", "chapter-2", "bibliography", "cover"]
)
def test_names_of_octavo_are_not_taken(name: str) -> None:
    """An author's identifier never stands in the way of one that editions use."""
    resolved = resolve_identifiers([heading(1, name), to(1, name)])

    assert identifiers(resolved.blocks) == [f"{name}-1"]
    assert targets(resolved.blocks) == [f"#{name}-1"]


def test_addresses_are_left_alone() -> None:
    """Only links within the publication are resolved; other nodes' identifiers stay."""
    blocks = [paragraph(link("https://far.example/#chapter-1.md__a", "x"), link("#ref-doe2020", "y"))]

    resolved = resolve_identifiers([*blocks, header(1, [], "refs")])

    assert resolved.blocks == [*blocks, header(1, [], "refs")]


def test_a_second_time_changes_nothing() -> None:
    """Resolved is resolved."""
    once = resolve_identifiers([heading(1, "a"), heading(2, "a"), to(2, "a"), heading(2, "refs")])

    assert once == resolve_identifiers(once.blocks)


def figure(name: str) -> Node:
    """Make a figure as Pandoc reads it: its identifier has no scope."""
    return {"t": "Figure", "c": [[name, [], []], [None, []], []]}


def marker(chapter: int) -> Node:
    """Make the heading that stands before a chapter's text."""
    return header(1, [], f"chapter-{chapter}.md__section", ["octavo-chapter"])


def test_figures_are_found_from_everywhere() -> None:
    """Links lead to figures of their own chapter, then of others, though Pandoc leaves figures unscoped."""
    chapters = [
        marker(1),
        figure("f"),
        to(1, "f"),
        marker(2),
        figure("f"),
        to(2, "f"),
        to(2, "g"),
        marker(3),
        figure("g"),
    ]

    resolved = resolve_identifiers(chapters)

    names = [node["c"][0][0] for node in iter_nodes(resolved.blocks) if node["t"] == "Figure"]
    assert names == ["f", "f-1", "g"]
    assert targets(resolved.blocks) == ["#f", "#f-1", "#g"]
    assert resolved.broken == ()


def test_markers_take_no_name() -> None:
    """A heading "Section" of an author keeps its name, whatever Pandoc calls the markers."""
    blocks = [marker(1), heading(1, "section")]

    assert identifiers(resolve_identifiers(blocks).blocks)[1] == "section"


def test_a_link_without_an_address_stays_without() -> None:
    """Pandoc makes it a link to the whole file, which no edition has."""
    resolved = resolve_identifiers([paragraph(link("#chapter-1.md", "x"))])

    assert targets(resolved.blocks) == [""]
    assert resolved.broken == ()
